// Where to go, in the one strong colour of the board; grey when nobody knows whether it is still true.
import QtQuick
import HallKit
import display.ui

Rectangle {
    id: root

    required property string counter
    required property Look look
    // Beside the number the word stands over the counter; under it, before it
    property bool wide: false

    function breathe() {
        breath.restart();
    }

    implicitWidth: root.counter.length > 2 ? 300 : 244
    radius: Theme.radiusKiosk
    color: root.look.stale ? root.look.tones.tint : root.look.tones.strong

    Words {
        id: word

        x: root.wide ? Theme.gapCard : Math.round((root.width - width) / 2)
        y: root.wide ? Math.round((root.height - height) / 2) : 16
        text: qsTr("Quầy")
        size: root.wide ? 76 : 50
        weight: Words.Bold
        lineHeight: 1.0
        color: root.look.stale ? root.look.tones.faded : root.look.tones.onStrong
    }
    TicketNumber {
        readonly property real room: root.wide ? root.width - word.x - word.width - 2 * Theme.gapCard : root.width - 2 * Theme.gap

        x: root.wide ? root.width - width - Theme.gapCard : Math.round((root.width - width) / 2)
        y: root.wide ? Theme.gap : word.y + word.height
        width: Math.min(implicitWidth, room)
        height: root.height - y - Theme.gap
        number: root.counter
        size: Theme.board.counter
        alignment: Text.AlignHCenter
        color: root.look.stale ? root.look.tones.faded : root.look.tones.onStrong
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
