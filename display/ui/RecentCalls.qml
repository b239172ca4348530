// The last calls, newest first. Those that stand in the large place or wait for it are marked.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property Look look
    readonly property real lineHeight: (root.height - heading.height - Theme.gap) / root.presenter.lines

    color: root.look.tones.panel

    Item {
        id: heading

        x: root.look.margin
        width: root.width - 2 * root.look.margin
        height: Math.ceil(1.3 * root.look.caption) + 28

        Words {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 10
            text: qsTr("Số")
            size: root.look.caption
            soft: true
            night: root.look.night
            lineHeight: 1.0
        }
        Words {
            anchors {
                right: parent.right
                bottom: parent.bottom
                bottomMargin: 10
            }
            text: qsTr("Quầy")
            size: root.look.caption
            soft: true
            night: root.look.night
            lineHeight: 1.0
        }
    }
    Column {
        anchors.top: heading.bottom
        x: root.look.margin
        width: heading.width

        Repeater {
            model: root.presenter.recent

            RecentLine {
                width: heading.width
                height: root.lineHeight
                look: root.look
            }
        }
    }
}
