// The desk as a bar of 96 pixels over other software: who is here, what for, how long; what can be done; who waits.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

FocusScope {
    id: root

    required property CounterPresenter presenter
    readonly property DeskPresenter desk: root.presenter.desk
    readonly property CurrentTicket ticket: root.desk.current
    readonly property bool settled: root.desk.underWay === ""
    readonly property bool asking: root.desk.asking !== ""

    function stateWords(): string {
        switch (root.desk.stage) {
        case "unknown":
            return qsTr("Đang kết nối với máy chủ…");
        case "no_such_counter":
            return qsTr("Bộ phận không có quầy %1").arg(root.desk.counterId);
        case "closed":
            return root.desk.day === "closed" ? qsTr("Chưa đến giờ làm việc") : qsTr("Quầy đang đóng");
        case "paused":
            return root.desk.pauseReason === "" ? qsTr("Quầy đang tạm nghỉ") : DeskWords.pause(root.desk.pauseReason);
        default:
            return root.desk.waitingCount > 0 ? qsTr("Quầy đang trống") : qsTr("Chưa có ai chờ");
        }
    }

    objectName: "barPage"
    focus: true

    NoticeWords {
        id: notice

        desk: root.desk
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.night.ground
    }
    RowLayout {
        anchors {
            fill: parent
            leftMargin: 20
            rightMargin: Theme.gapTight
        }
        visible: !root.asking
        spacing: Theme.gapTight

        TicketNumber {
            Layout.preferredWidth: Math.min(implicitWidth, 176)
            Layout.rightMargin: 4
            visible: root.ticket.here
            number: root.ticket.number
            size: Theme.counter.barNumber
            night: true
            opacity: root.desk.live ? 1 : Theme.unavailable
            objectName: "currentNumber"
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.minimumWidth: 150
            spacing: 3

            Words {
                Layout.fillWidth: true
                visible: notice.title !== ""
                text: notice.title
                size: Theme.counter.caption
                weight: Words.SemiBold
                color: Theme.night.warning
                lineHeight: 1.0
                maximumLineCount: notice.detail === "" ? 2 : 1
                elide: Text.ElideRight
                objectName: "deskNotice"
            }
            Words {
                Layout.fillWidth: true
                visible: notice.title !== "" && notice.detail !== ""
                text: notice.detail
                size: Theme.counter.caption - 2
                night: true
                lineHeight: 1.0
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                Layout.fillWidth: true
                visible: notice.title === ""
                text: root.ticket.here ? root.ticket.title : qsTr("Quầy %1").arg(root.desk.counterId)
                size: Theme.counter.caption
                weight: Words.SemiBold
                night: true
                lineHeight: 1.0
                maximumLineCount: 1
                elide: Text.ElideRight
                objectName: "currentTitle"
            }
            RowLayout {
                visible: notice.title === ""
                spacing: 8

                Figures {
                    visible: root.ticket.here
                    text: root.ticket.timer
                    size: Theme.counter.caption
                    soft: true
                    night: true
                    objectName: "timer"
                }
                Words {
                    Layout.fillWidth: true
                    text: !root.ticket.here ? root.stateWords() : root.ticket.serving && root.ticket.usualMinutes > 0 ? qsTr("thường %n phút", "", root.ticket.usualMinutes) : root.ticket.serving ? qsTr("Đang phục vụ") : root.ticket.attempt > 1 ? qsTr("Đang gọi · lần %1").arg(root.ticket.attempt) : qsTr("Đang gọi")
                    size: Theme.counter.caption
                    soft: true
                    night: true
                    lineHeight: 1.0
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    objectName: "currentState"
                }
            }
        }
        BarActions {
            desk: root.desk
        }
        ColumnLayout {
            Layout.preferredWidth: 122
            Layout.maximumWidth: 122
            spacing: 2

            Words {
                Layout.fillWidth: true
                text: root.presenter.live ? qsTr("%n chờ", "", root.desk.waitingCount) : root.presenter.since === "" ? qsTr("Đang kết nối…") : qsTr("Mất kết nối")
                size: Theme.counter.caption
                weight: root.presenter.live ? Words.Regular : Words.SemiBold
                color: root.presenter.live ? Theme.night.soft : Theme.night.warning
                lineHeight: 1.0
                maximumLineCount: 2
                objectName: "waitingSummary"
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: !root.presenter.live ? (root.presenter.since === "" ? "" : qsTr("từ %1").arg(root.presenter.since)) : root.desk.waitingCount > 0 ? qsTr("lâu nhất %1 phút").arg(root.desk.longestMinutes) : ""
                size: Theme.counter.chip
                color: root.presenter.live ? Theme.night.soft : Theme.night.warning
                lineHeight: 1.0
                maximumLineCount: 2
            }
        }
        BarButton {
            possible: true
            words: qsTr("Lớn")
            key: "F12"
            horizontalPadding: 8
            objectName: "largeButton"
            onClicked: root.presenter.switchBar()
        }
    }
    BarChoices {
        anchors {
            fill: parent
            leftMargin: 20
            rightMargin: Theme.gapTight
        }
        visible: root.asking
        desk: root.desk
    }
    SettlePane {
        anchors.fill: parent
        asking: root.desk.asking
    }
}
