// A short reason or state in a pill, e.g. "Ưu tiên": its meaning is in the words, its colour only helps.
import QtQuick

Rectangle {
    id: root

    enum Kind {
        Info,
        Ok,
        Warning,
        Error
    }

    required property string text
    property int kind: Chip.Info
    property bool night: false
    property int size: Theme.counter.chip
    readonly property Tones tones: Theme.tones(root.night)

    implicitWidth: Math.ceil(label.implicitWidth + root.size * 1.2)
    implicitHeight: Math.ceil(root.size * 1.65)
    radius: Math.min(Theme.radiusChip, height / 2)
    color: [root.night ? root.tones.tintPressed : root.tones.tint, root.tones.okTint, root.tones.warningTint, root.tones.errorTint][root.kind]

    Words {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - root.size)
        text: root.text
        size: root.size
        weight: Words.SemiBold
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        lineHeight: 1.0
        color: [root.tones.accent, root.tones.ok, root.tones.warning, root.tones.error][root.kind]
    }
}
