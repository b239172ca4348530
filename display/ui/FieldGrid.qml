// How many wait in each field, in rows of cards; further fields take turns, page by page.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property WallboardPresenter presenter
    required property Look look
    // Cards grow into it, as far as looks well; 0: as high as they need be
    property real room: 0
    readonly property int gap: 16
    readonly property int count: Math.max(1, cards.count)
    // As few rows as the page needs, and these as equally full as can be
    readonly property int rows: Math.ceil(root.count / Math.max(1, root.presenter.fieldColumns))
    readonly property int columns: Math.ceil(root.count / root.rows)

    readonly property real share: (root.room - heading.height - 8 - (root.rows - 1) * root.gap - Theme.gapCard) / root.rows
    readonly property real cardHeight: Math.max(root.presenter.cardHeight, Math.min(root.share, root.presenter.cardHeight * 1.4))

    implicitHeight: heading.height + 8 + root.rows * root.cardHeight + (root.rows - 1) * root.gap + Theme.gapCard

    Words {
        id: heading

        text: qsTr("Số người đang chờ")
        size: root.look.detail
        soft: true
        night: root.look.night
        lineHeight: 1.0
    }
    Grid {
        anchors.top: heading.bottom
        anchors.topMargin: 8
        columns: root.columns
        spacing: root.gap

        Repeater {
            id: cards

            model: root.presenter.fields

            FieldCard {
                width: (root.width - (root.columns - 1) * root.gap) / root.columns
                height: root.cardHeight
                look: root.look
            }
        }
    }
    Row {
        anchors {
            right: parent.right
            verticalCenter: heading.verticalCenter
        }
        spacing: Theme.gapTight
        visible: root.presenter.pages > 1

        Repeater {
            model: root.presenter.pages

            Rectangle {
                required property int index

                width: 12
                height: 12
                radius: 6
                color: index === root.presenter.page ? root.look.tones.text : root.look.tones.line
            }
        }
    }
}
