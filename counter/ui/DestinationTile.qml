// One place to send a person to: a field with the letter of its series, or a counter with its number.
import QtQuick
import QtQuick.Layouts
import HallKit

CardButton {
    id: root

    required property string fieldId
    required property int counterId
    required property string mark
    required property string name
    required property string open
    required property int waiting
    required property bool busy
    property bool current: false
    readonly property bool toCounter: root.counterId > 0

    focusPolicy: Qt.NoFocus
    radius: Theme.radiusCounter - 4
    padding: 12
    text: root.toCounter ? qsTr("Quầy %1").arg(root.counterId) : root.name
    objectName: root.toCounter ? "transferTo_counter_" + root.counterId : "transferTo_field_" + root.fieldId
    background: Card {
        radius: root.radius
        lineWidth: root.current ? Theme.lineWidth : Theme.lineThin
        color: root.down ? Theme.day.tintPressed : root.current ? Theme.day.tint : Theme.day.card
        lineColor: root.current ? Theme.day.accent : Theme.day.line
    }
    contentItem: RowLayout {
        spacing: 16

        Badge {
            letter: root.mark
            size: 52
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Words {
                Layout.fillWidth: true
                text: root.text
                size: Theme.counter.body
                weight: Words.SemiBold
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Words {
                Layout.fillWidth: true
                text: root.toCounter ? root.name : root.open === "" ? qsTr("%n chờ · chưa có quầy mở", "", root.waiting) : qsTr("%n chờ · quầy %1", "", root.waiting).arg(root.open)
                size: Theme.counter.caption - 1
                soft: true
                color: !root.toCounter && root.open === "" ? Theme.day.warning : Theme.day.soft
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
        Chip {
            visible: root.toCounter
            text: root.busy ? qsTr("Đang bận") : qsTr("Đang rảnh")
            kind: root.busy ? Chip.Info : Chip.Ok
        }
    }
}
