// One field: its letter and name, how many wait, how long that takes and who comes next, as far as the hall tells; or a
// word when no counter serves it or no numbers are given.
import QtQuick
import HallKit
import display.ui

Card {
    id: root

    required property string series
    required property string name
    required property int waiting
    required property bool served
    required property bool accepting
    required property int low
    required property int high
    required property string following
    required property Look look
    readonly property string remark: !root.served ? qsTr("tạm nghỉ") : !root.accepting ? qsTr("hết số") : ""
    // Where there is no room, the text behind the sign U+009C stands in
    readonly property string range: root.low < 0 || root.waiting === 0 ? "" : root.low >= 120 ? qsTr("trên %1 giờ").arg(Math.floor(root.low / 60)) + "\u009c" + qsTr("> %1 giờ").arg(Math.floor(root.low / 60)) : root.low === 0 ? qsTr("dưới %1 phút").arg(root.high) + "\u009c" + qsTr("< %1 ph").arg(root.high) : qsTr("%1–%2 phút").arg(root.low).arg(root.high) + "\u009c" + qsTr("%1–%2 ph").arg(root.low).arg(root.high)
    readonly property int padding: 16

    night: root.look.night
    objectName: "field-" + root.series

    Figures {
        id: letter

        x: root.padding
        anchors.baseline: title.baseline
        text: root.series
        size: root.look.detail + 7
        heavy: true
        night: root.look.night
        soft: root.look.stale
    }
    Words {
        id: title

        anchors {
            top: parent.top
            topMargin: 6 + Math.max(0, (root.height - 44 - 4 * root.look.detail) / 4)
            left: letter.right
            leftMargin: 8
            right: parent.right
            rightMargin: 8
        }
        text: root.name
        size: root.look.detail
        night: root.look.night
        soft: true
        lineHeight: 0.92
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Figures {
        id: count

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 6
        x: root.padding
        text: root.waiting
        size: root.look.wait
        heavy: true
        night: root.look.night
        soft: root.look.stale
        objectName: "waiting-" + root.series
    }
    Column {
        anchors {
            left: count.right
            leftMargin: 8
            right: parent.right
            rightMargin: 12
        }
        // One line stands on the figure's baseline, of two the lower one
        y: count.y + count.baselineOffset - height + lower.height - lower.baselineOffset

        Words {
            width: parent.width
            visible: text !== "" && lower.text !== text
            text: root.remark !== "" ? root.remark : root.range
            size: root.look.detail
            night: root.look.night
            color: root.remark !== "" && !root.look.stale ? root.look.tones.text : root.look.tones.soft
            horizontalAlignment: Text.AlignRight
            lineHeight: 0.95
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            objectName: "range-" + root.series
        }
        Words {
            id: lower

            readonly property bool tellsNext: root.following !== "" && root.waiting > 0

            width: parent.width
            text: tellsNext ? qsTr("tiếp: %1").arg(root.following) + "\u009c" + root.following : root.remark !== "" ? root.remark : root.range
            size: root.look.detail
            night: root.look.night
            color: tellsNext && !root.look.stale ? root.look.tones.text : root.remark !== "" && !root.look.stale ? root.look.tones.text : root.look.tones.soft
            horizontalAlignment: Text.AlignRight
            lineHeight: 0.95
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            objectName: "next-" + root.series
        }
    }
}
