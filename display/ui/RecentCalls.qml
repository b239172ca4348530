// The last calls, newest first. Those that stand in the large place or wait for it are marked.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property bool stale
    readonly property int margin: Theme.gapWide + 4
    readonly property int lines: 6
    readonly property real lineHeight: (root.height - heading.height - Theme.gap) / root.lines

    color: Theme.night.panel

    Item {
        id: heading

        x: root.margin
        width: root.width - 2 * root.margin
        height: 76

        Words {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 10
            text: qsTr("Số")
            size: Theme.board.caption
            soft: true
            night: true
            lineHeight: 1.0
        }
        Words {
            anchors {
                right: parent.right
                bottom: parent.bottom
                bottomMargin: 10
            }
            text: qsTr("Quầy")
            size: Theme.board.caption
            soft: true
            night: true
            lineHeight: 1.0
        }
    }
    Column {
        anchors.top: heading.bottom
        x: root.margin
        width: heading.width

        Repeater {
            model: root.presenter.recent

            RecentLine {
                width: heading.width
                height: root.lineHeight
                stale: root.stale
            }
        }
    }
}
