// Where to go, in the one strong colour of the board; grey when nobody knows whether it is still true.
import QtQuick
import HallKit

Rectangle {
    id: root

    required property string counter
    required property bool stale

    function breathe() {
        breath.restart();
    }

    implicitWidth: root.counter.length > 2 ? 300 : 244
    radius: Theme.radiusKiosk
    color: root.stale ? Theme.night.card : Theme.night.strong

    Words {
        id: word

        anchors.horizontalCenter: parent.horizontalCenter
        y: 16
        text: qsTr("Quầy")
        size: 50
        weight: Words.Bold
        lineHeight: 1.0
        color: root.stale ? Theme.night.soft : Theme.night.onStrong
    }
    TicketNumber {
        anchors.horizontalCenter: parent.horizontalCenter
        y: word.y + word.height
        width: Math.min(implicitWidth, root.width - 2 * Theme.gap)
        height: root.height - y - Theme.gap
        number: root.counter
        size: Theme.board.counter
        alignment: Text.AlignHCenter
        color: root.stale ? Theme.night.soft : Theme.night.onStrong
        objectName: "newestCounter"
    }
    SequentialAnimation {
        id: breath

        loops: Theme.breathTotal / Theme.breathPeriod

        NumberAnimation {
            target: root
            property: "opacity"
            to: 0.72
            duration: Theme.breathPeriod / 2
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: root
            property: "opacity"
            to: 1
            duration: Theme.breathPeriod / 2
            easing.type: Easing.InOutSine
        }
    }
}
