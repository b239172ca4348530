// A series letter in its square of tint.
import QtQuick

Rectangle {
    id: root

    required property string letter
    property bool night: false
    property int size: 72
    readonly property Tones tones: Theme.tones(root.night)

    implicitWidth: Math.max(root.size, label.implicitWidth + root.size * 0.4)
    implicitHeight: root.size
    radius: Math.round(root.size * 0.22)
    color: root.night ? root.tones.tintPressed : root.tones.tint

    Figures {
        id: label

        anchors.centerIn: parent
        text: root.letter
        size: Math.round(root.size * 0.55)
        heavy: true
        color: root.tones.accent
    }
}
