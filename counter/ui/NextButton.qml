// The one key that an officer presses all day; it says whom it ends and whom it calls.
import QtQuick
import HallKit
import counter.ui

BigButton {
    id: root

    required property DeskPresenter desk
    readonly property bool sending: root.desk.underWay === "next"
    readonly property bool possible: root.desk.canNext

    implicitHeight: root.desk.live ? 128 : 104
    kind: root.possible || root.sending ? BigButton.Primary : BigButton.Outline
    objectName: "nextButton"
    opacity: root.possible || root.sending ? 1 : Theme.unavailable
    text: root.sending ? qsTr("Đang gọi…") : root.desk.stage !== "serving" ? qsTr("Gọi số tiếp theo") : root.desk.waitingCount > 0 ? qsTr("Xong, gọi số tiếp theo") : qsTr("Xong, chưa có ai chờ")
    iconName: root.sending ? "hourglass" : "bell-ring"
    key: "F2"
    keyOnlyShown: true
    textSize: Theme.counter.next
    iconSize: 28
    keySize: 20

    FocusFrame {
        button: root
    }
}
