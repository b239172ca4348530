// One recent call: number and counter; a fresh one is yellow and has an arrow, for colour alone says nothing to some.
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property string number
    required property int counter
    required property bool fresh
    required property Look look
    readonly property color ink: root.look.stale ? root.look.tones.faded : root.fresh ? root.look.tones.number : root.look.tones.text
    readonly property int size: Math.min(Theme.board.list, Math.floor(root.height * 0.8))

    objectName: "recent-" + root.number

    Divider {
        width: parent.width
        night: root.look.night
    }
    TicketNumber {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.width - place.width - arrow.width - 2 * Theme.gapTight)
        height: parent.height
        number: root.number
        size: root.size
        color: root.ink
    }
    Icon {
        id: arrow

        anchors {
            verticalCenter: parent.verticalCenter
            right: place.left
            rightMargin: Theme.gapTight
        }
        visible: root.fresh && !root.look.stale
        name: "arrow-right"
        size: Math.round(root.size * 0.5)
        color: root.ink
    }
    TicketNumber {
        id: place

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        width: Math.min(implicitWidth, root.width * 0.35)
        height: parent.height
        number: root.counter
        size: root.size
        color: root.ink
        alignment: Text.AlignRight
    }
}
