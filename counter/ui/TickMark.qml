// One thing that a device reports back about the call: done, not yet, or failed.
import QtQuick
import HallKit

Row {
    id: root

    required property string tick
    required property string done
    required property string pending
    required property string failed
    readonly property string words: root.tick === "done" ? root.done : root.tick === "failed" ? root.failed : root.pending
    readonly property color ink: root.tick === "done" ? Theme.day.ok : root.tick === "failed" ? Theme.day.warning : Theme.day.soft

    spacing: 8

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.tick === "done" ? "check" : root.tick === "failed" ? "triangle-alert" : "hourglass"
        size: 18
        color: root.ink
    }
    Words {
        text: root.words
        size: Theme.counter.caption
        weight: root.tick === "pending" ? Words.Regular : Words.Medium
        color: root.ink
        lineHeight: 1.0
        wrapMode: Text.NoWrap
    }
}
