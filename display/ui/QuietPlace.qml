// The large place before anybody was called today.
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property Look look

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.gap

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "megaphone"
            size: 120
            color: root.look.tones.accent
        }
        Words {
            width: parent.width
            text: qsTr("Chưa có số nào được gọi")
            size: 64
            weight: Words.Bold
            night: root.look.night
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            text: qsTr("Mời quý vị ngồi chờ, số được gọi sẽ hiện tại đây.")
            size: root.look.caption + 2
            night: root.look.night
            soft: true
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
