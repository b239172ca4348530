// The place between the actions and the next number, where the eye is after a press: what came of it, or what is expected.
import QtQuick
import HallKit
import counter.ui

Item {
    id: root

    required property DeskPresenter desk
    readonly property string kind: root.desk.says.kind

    NoticeWords {
        id: words

        desk: root.desk
    }
    DeskWord {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: words.boxed && !words.asking
        iconName: root.kind === "swallowed" ? "hourglass" : root.kind === "obstacle" ? "info" : "triangle-alert"
        title: words.title
        detail: words.detail
        calm: root.kind === "swallowed"
        objectName: "deskNotice"
    }
    DeskWord {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: words.asking
        iconName: "circle-question-mark"
        title: words.title
        detail: words.detail
        objectName: "confirmNotice"
    }
    Words {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: !words.boxed && !words.asking && root.desk.stage === "called"
        text: qsTr("Người dân đã đến: bấm Bắt đầu. Chưa thấy: Gọi lại, hoặc Vắng mặt.")
        size: Theme.counter.detail
        soft: true
        horizontalAlignment: Text.AlignHCenter
    }
}
