// A box that says one thing: an icon, what it is, and a second line. "Đang in phiếu…" is one.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: root

    enum Kind {
        Info,
        Ok,
        Warning,
        Error
    }

    required property string iconName
    required property string title
    property string detail: ""
    property int kind: Notice.Info
    property bool night: false
    property int titleSize: 44
    property int detailSize: 33
    readonly property Tones tones: Theme.tones(root.night)
    readonly property color ink: [root.tones.accent, root.tones.ok, root.tones.warning, root.tones.error][root.kind]

    implicitWidth: 936
    implicitHeight: content.implicitHeight + 2 * Theme.gap + 2 * Theme.gapTight
    radius: Theme.radiusKiosk
    color: [root.tones.tint, root.tones.okTint, root.tones.warningTint, root.tones.errorTint][root.kind]

    RowLayout {
        id: content

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapWide - 4
        width: root.width - 2 * x
        spacing: Theme.gapWide - 8

        Icon {
            name: root.iconName
            size: Math.round(root.titleSize * 2)
            color: root.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4

            Words {
                Layout.fillWidth: true
                text: root.title
                size: root.titleSize
                weight: Words.Bold
                night: root.night
                lineHeight: 1.0
            }
            Words {
                Layout.fillWidth: true
                visible: root.detail !== ""
                text: root.detail
                size: root.detailSize
                night: root.night
                soft: true
                lineHeight: 1.0
            }
        }
    }
}
