// The large place before anybody was called today.
import QtQuick
import HallKit

Item {
    id: root

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.gap

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "megaphone"
            size: 120
            color: Theme.night.accent
        }
        Words {
            width: parent.width
            text: qsTr("Chưa có số nào được gọi")
            size: 64
            weight: Words.Bold
            night: true
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            text: qsTr("Mời quý vị ngồi chờ, số được gọi sẽ hiện tại đây.")
            size: Theme.board.caption + 2
            night: true
            soft: true
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
