// One counter to sit down at.
import QtQuick
import QtQuick.Layouts
import HallKit

CardButton {
    id: root

    required property int counterId
    required property string serves
    required property bool open
    required property bool busy
    property bool current: false

    focusPolicy: Qt.NoFocus
    radius: Theme.radiusCounter
    padding: 20
    text: qsTr("Quầy %1").arg(root.counterId)
    objectName: "counterChoice_" + root.counterId
    background: Card {
        radius: root.radius
        lineWidth: root.current ? Theme.lineWidth : Theme.lineThin
        color: root.down ? Theme.day.tintPressed : Theme.day.card
        lineColor: root.current || root.down ? Theme.day.accent : Theme.day.line
    }
    contentItem: RowLayout {
        spacing: 20

        TicketNumber {
            Layout.preferredWidth: Math.max(72, implicitWidth)
            number: root.counterId
            size: root.counterId > 99 ? 56 : 80
            alignment: Text.AlignHCenter
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 8

            Words {
                Layout.fillWidth: true
                text: root.serves
                size: Theme.counter.detail
                lineHeight: 1.0
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            Chip {
                Layout.maximumWidth: parent.width
                text: root.busy ? qsTr("Đang phục vụ") : root.open ? qsTr("Đang mở") : qsTr("Đang đóng")
                kind: root.open ? Chip.Ok : Chip.Info
            }
        }
    }
}
