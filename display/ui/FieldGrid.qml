// How many wait in each field, in one row or two; further fields take turns, page by page.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property WallboardPresenter presenter
    required property bool stale
    required property int columnsMax
    readonly property int margin: Theme.gapWide + 8
    readonly property int gap: 16
    readonly property int count: Math.max(1, cards.count)
    readonly property int columns: root.count <= root.columnsMax ? root.count : Math.ceil(root.count / 2)
    readonly property int rows: Math.ceil(root.count / root.columns)
    readonly property int cardHeight: 144

    implicitHeight: heading.height + 8 + root.rows * root.cardHeight + (root.rows - 1) * root.gap + Theme.gapCard

    Words {
        id: heading

        x: root.margin
        text: qsTr("Số người đang chờ")
        size: Theme.board.detail
        soft: true
        night: true
        lineHeight: 1.0
    }
    Grid {
        anchors.top: heading.bottom
        anchors.topMargin: 8
        x: root.margin
        columns: root.columns
        spacing: root.gap

        Repeater {
            id: cards

            model: root.presenter.fields

            FieldCard {
                width: (root.width - 2 * root.margin - (root.columns - 1) * root.gap) / root.columns
                height: root.cardHeight
                stale: root.stale
            }
        }
    }
    Row {
        anchors {
            bottom: parent.bottom
            bottomMargin: 9
            horizontalCenter: parent.horizontalCenter
        }
        spacing: Theme.gapTight
        visible: root.presenter.pages > 1

        Repeater {
            model: root.presenter.pages

            Rectangle {
                required property int index

                width: 10
                height: 10
                radius: 5
                color: index === root.presenter.page ? Theme.night.text : Theme.night.line
            }
        }
    }
}
