// Which class of priority: the hall's classes in plain words, each with the rule that it comes from.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

ClaimPage {
    id: root

    readonly property ClaimsPresenter claims: root.presenter.claims
    readonly property int columns: root.portrait ? 1 : 2
    readonly property real cardHeight: Math.max(root.portrait ? 192 : 180, root.touchMin)
    readonly property real barRoom: bar.height + Theme.gap
    readonly property int rowsAlone: root.rowsIn(root.area.height)
    readonly property bool fits: root.rowsAlone * root.columns >= root.claims.classCount
    readonly property int perPage: root.columns * (root.fits ? root.rowsAlone : root.rowsIn(root.area.height - root.barRoom))
    readonly property int pages: Math.max(1, Math.ceil(root.claims.classCount / root.perPage))
    readonly property int page: Math.min(root.claims.classPage, root.pages - 1)

    objectName: "priorityPage"
    iconName: "accessibility"
    question: qsTr("Quý vị thuộc diện nào?")
    hint: qsTr("Chỉ chọn khi đúng với quý vị; cán bộ có thể xin xem giấy tờ. Phiếu chỉ ghi diện ưu tiên, không ghi lý do riêng.")

    function rowsIn(height: real): int {
        return Math.max(1, Math.floor((height + Theme.gap) / (root.cardHeight + Theme.gap)));
    }

    Grid {
        width: parent.width
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.claims.classes

            CardButton {
                id: card

                required property int index
                required property string classId
                required property string label
                required property string basis

                objectName: "classCard_" + card.classId
                opacity: 1
                visible: Math.floor(card.index / root.perPage) === root.page
                width: (root.area.width - (root.columns - 1) * Theme.gap) / root.columns
                height: root.cardHeight
                padding: 20
                text: card.label
                onClicked: root.claims.chooseClass(card.classId)

                contentItem: ColumnLayout {
                    spacing: 4

                    Words {
                        Layout.fillWidth: true
                        text: card.label
                        size: Theme.kiosk.tile
                        weight: Words.Bold
                        lineHeight: 1.0
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                    Words {
                        Layout.fillWidth: true
                        text: card.basis
                        size: Theme.kiosk.detail
                        soft: true
                        lineHeight: 1.0
                        maximumLineCount: root.portrait ? 2 : 1
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
    PageBar {
        id: bar

        width: parent.width
        height: Math.max(root.portrait ? 112 : 88, root.touchMin)
        anchors.bottom: parent.bottom
        visible: root.pages > 1
        page: root.page
        pages: root.pages
        touchMin: root.touchMin
        onTurned: page => root.claims.turn(page)
    }
}
