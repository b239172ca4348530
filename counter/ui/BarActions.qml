// What can be done now, in the bar: the actions of the present state; the others keep their keys.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

RowLayout {
    id: root

    required property DeskPresenter desk
    readonly property string stage: root.desk.stage
    readonly property bool here: root.stage === "called" || root.stage === "serving"

    spacing: Theme.gapTight

    BarButton {
        visible: root.stage === "called"
        possible: root.desk.canStart
        sending: root.desk.underWay === "start"
        advised: root.desk.armed === ""
        words: qsTr("Bắt đầu")
        key: "F3"
        objectName: "startButton"
        onClicked: root.desk.press("start")
    }
    BarButton {
        visible: root.stage === "called"
        possible: root.desk.canRecall
        sending: root.desk.underWay === "recall"
        words: qsTr("Gọi lại")
        key: "F4"
        objectName: "recallButton"
        onClicked: root.desk.press("recall")
    }
    BarButton {
        visible: root.stage === "serving"
        possible: root.desk.canHold
        sending: root.desk.underWay === "hold"
        words: qsTr("Chờ bổ sung")
        key: "F5"
        objectName: "holdButton"
        onClicked: root.desk.ask("hold")
    }
    BarButton {
        visible: root.here
        possible: root.desk.canTransfer
        sending: root.desk.underWay === "transfer"
        words: qsTr("Chuyển")
        key: "F6"
        objectName: "transferButton"
        onClicked: root.desk.ask("transfer")
    }
    BarButton {
        visible: root.stage === "called"
        possible: root.desk.canMiss
        armed: root.desk.armed === "missed"
        sending: root.desk.underWay === "missed"
        words: qsTr("Vắng")
        key: "F7"
        objectName: "missedButton"
        onClicked: root.desk.press("missed")
    }
    BarButton {
        visible: root.stage === "serving"
        possible: root.desk.canFinish
        sending: root.desk.underWay === "finish"
        words: qsTr("Xong")
        key: "F8"
        objectName: "finishButton"
        onClicked: root.desk.press("finish")
    }
    BarButton {
        visible: root.desk.canUndo || root.desk.underWay === "undo"
        possible: root.desk.canUndo
        sending: root.desk.underWay === "undo"
        words: qsTr("Hoàn tác")
        iconName: root.stage === "serving" ? "" : "undo-2"
        key: "Ctrl+Z"
        objectName: "undoButton"
        onClicked: root.desk.press("undo")
    }
    BarButton {
        visible: root.stage === "idle"
        possible: root.desk.canPause
        sending: root.desk.underWay === "pause"
        words: qsTr("Tạm nghỉ")
        iconName: "coffee"
        key: "F9"
        objectName: "pauseButton"
        onClicked: root.desk.ask("pause")
    }
    BarButton {
        visible: root.stage === "idle" || root.stage === "paused"
        possible: root.desk.canClose
        armed: root.desk.armed === "close"
        sending: root.desk.underWay === "close"
        words: qsTr("Đóng quầy")
        iconName: "log-out"
        key: "F10"
        objectName: "closeCounterButton"
        onClicked: root.desk.press("close")
    }
    BarButton {
        visible: root.stage === "paused"
        possible: root.desk.canResume
        sending: root.desk.underWay === "resume"
        kind: BigButton.Primary
        words: qsTr("Làm việc tiếp")
        iconName: "play"
        key: "F9"
        objectName: "resumeButton"
        onClicked: root.desk.press("resume")
    }
    BarButton {
        visible: root.stage === "closed"
        possible: root.desk.canOpen
        sending: root.desk.underWay === "open"
        kind: BigButton.Primary
        words: qsTr("Mở quầy")
        iconName: "log-in"
        key: "F10"
        objectName: "openCounterButton"
        onClicked: root.desk.press("open")
    }
    BarButton {
        visible: root.desk.open
        possible: root.desk.canNext
        sending: root.desk.underWay === "next"
        kind: root.desk.canNext || sending ? BigButton.Primary : BigButton.Quiet
        text: sending ? qsTr("Đang gọi…") : qsTr("Số tiếp theo")
        textSize: Theme.counter.body + 1
        key: "F2"
        objectName: "nextButton"
        onClicked: root.desk.press("next")
    }
}
