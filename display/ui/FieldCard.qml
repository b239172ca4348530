// One field: its letter and name, how many wait, and a word when no counter serves it or no numbers are given.
import QtQuick
import HallKit

Card {
    id: root

    required property string series
    required property string name
    required property int waiting
    required property bool served
    required property bool accepting
    required property bool stale
    readonly property string remark: !root.served ? qsTr("tạm nghỉ") : !root.accepting ? qsTr("hết số") : ""
    readonly property int padding: 20

    night: true
    objectName: "field-" + root.series

    Figures {
        id: letter

        x: root.padding
        y: 9
        text: root.series
        size: Theme.board.detail + 7
        heavy: true
        night: true
        soft: root.stale
    }
    Words {
        anchors {
            top: parent.top
            topMargin: 10
            left: letter.right
            leftMargin: 10
            right: parent.right
            rightMargin: 8
        }
        text: root.name
        size: Theme.board.detail - 1
        night: true
        soft: true
        lineHeight: 0.95
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Figures {
        id: count

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 4
        x: root.padding
        text: root.waiting
        size: Theme.board.wait + 8
        heavy: true
        night: true
        soft: root.stale
        objectName: "waiting-" + root.series
    }
    Words {
        anchors {
            baseline: count.baseline
            left: count.right
            leftMargin: Theme.gapTight
            right: parent.right
            rightMargin: 8
        }
        text: root.remark
        size: Theme.board.detail
        night: true
        color: root.stale ? Theme.night.soft : Theme.night.warning
        lineHeight: 1.0
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 18
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
}
