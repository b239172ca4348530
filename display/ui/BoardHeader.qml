// Whose hall this is, and its time. Empty but for the bar while nothing is known yet.
import QtQuick
import QtQuick.Layouts
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    property bool upright: false

    implicitHeight: root.upright ? 148 : 116
    color: Theme.night.card

    RowLayout {
        anchors {
            fill: parent
            leftMargin: Theme.gapWide + 8
            rightMargin: Theme.gapWide + 8
        }
        spacing: Theme.gap
        visible: !root.presenter.connecting

        Icon {
            name: "landmark"
            size: Theme.board.icon + 6
            color: Theme.night.accent
        }
        Column {
            Layout.fillWidth: true
            Layout.leftMargin: 4

            Words {
                width: parent.width
                text: root.presenter.hall
                size: root.upright ? 34 : 38
                weight: Words.SemiBold
                night: true
                lineHeight: 1.0
                elide: Text.ElideRight
                maximumLineCount: root.upright ? 2 : 1
                objectName: "hallName"
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: root.presenter.place
                size: Theme.board.detail
                soft: true
                night: true
                lineHeight: 1.0
                elide: Text.ElideRight
                maximumLineCount: 1
            }
        }
        Column {
            Layout.leftMargin: Theme.gap

            Words {
                anchors.right: parent.right
                text: root.presenter.date
                size: Theme.board.detail
                night: true
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                anchors.right: parent.right
                visible: text !== ""
                text: root.presenter.lunar
                size: Theme.board.detail
                night: true
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
        }
        Figures {
            Layout.leftMargin: Theme.gap
            text: root.presenter.clock
            size: Theme.board.clock
            heavy: true
            night: true
            objectName: "clock"
        }
    }
}
