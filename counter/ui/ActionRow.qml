// What can be done with the ticket that is here.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

RowLayout {
    id: root

    required property DeskPresenter desk

    signal pressed(press: string)
    signal asked(press: string)

    spacing: Theme.gapTight
    uniformCellSizes: true

    ActionButton {
        Layout.fillWidth: true
        possible: root.desk.canStart
        advised: root.desk.stage === "called" && root.desk.canStart && root.desk.armed === ""
        sending: root.desk.underWay === "start"
        words: qsTr("Bắt đầu")
        key: "F3"
        objectName: "startButton"
        onClicked: root.pressed("start")
    }
    ActionButton {
        Layout.fillWidth: true
        possible: root.desk.canRecall
        sending: root.desk.underWay === "recall"
        words: qsTr("Gọi lại")
        key: "F4"
        objectName: "recallButton"
        onClicked: root.pressed("recall")
    }
    ActionButton {
        Layout.fillWidth: true
        possible: root.desk.canHold
        sending: root.desk.underWay === "hold"
        words: qsTr("Chờ bổ sung")
        key: "F5"
        objectName: "holdButton"
        onClicked: root.asked("hold")
    }
    ActionButton {
        Layout.fillWidth: true
        possible: root.desk.canTransfer
        sending: root.desk.underWay === "transfer"
        words: qsTr("Chuyển")
        key: "F6"
        objectName: "transferButton"
        onClicked: root.asked("transfer")
    }
    ActionButton {
        Layout.fillWidth: true
        possible: root.desk.canMiss
        armed: root.desk.armed === "missed"
        sending: root.desk.underWay === "missed"
        words: qsTr("Vắng mặt")
        key: "F7"
        objectName: "missedButton"
        onClicked: root.pressed("missed")
    }
    ActionButton {
        Layout.fillWidth: true
        possible: root.desk.canFinish
        sending: root.desk.underWay === "finish"
        words: qsTr("Kết thúc")
        key: "F8"
        objectName: "finishButton"
        onClicked: root.pressed("finish")
    }
}
