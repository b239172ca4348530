// The ticket that is here, with everything the officer wants to know of it; or that nobody is, and why.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

Card {
    id: root

    required property DeskPresenter desk
    readonly property CurrentTicket ticket: root.desk.current

    implicitHeight: Math.max(272, content.implicitHeight + 48)
    color: root.desk.live ? Theme.day.card : Theme.day.ground

    DeskState {
        anchors.fill: parent
        visible: !root.ticket.here
        desk: root.desk
    }

    ColumnLayout {
        id: content

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: 32
            rightMargin: 32
        }
        visible: root.ticket.here
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapCard

            TicketNumber {
                Layout.preferredWidth: Math.min(implicitWidth, 420)
                Layout.preferredHeight: implicitHeight
                number: root.ticket.number
                color: root.desk.live ? Theme.day.number : Theme.day.soft
                objectName: "currentNumber"
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBottom
                spacing: 2

                Chip {
                    Layout.maximumWidth: parent.width
                    Layout.bottomMargin: 4
                    visible: text !== ""
                    text: DeskWords.whyCalled(root.ticket.callReason, root.ticket.callNote)
                    objectName: "callReason"
                }
                Words {
                    Layout.fillWidth: true
                    text: root.ticket.serving ? qsTr("Đang phục vụ") : root.ticket.attempt > 1 ? qsTr("Đang gọi · lần %1").arg(root.ticket.attempt) : qsTr("Đang gọi")
                    size: Theme.counter.body
                    weight: Words.SemiBold
                    lineHeight: 1.0
                    objectName: "currentState"
                }
                Words {
                    Layout.fillWidth: true
                    text: qsTr("gọi lúc %1 · chờ %n phút", "", root.ticket.waitedMinutes).arg(root.ticket.calledAt)
                    size: Theme.counter.body
                    soft: true
                    lineHeight: 1.05
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignBottom
                spacing: 0

                Figures {
                    Layout.alignment: Qt.AlignRight
                    text: root.ticket.timer
                    size: Theme.counter.timer
                    heavy: true
                    soft: !root.desk.live
                    objectName: "timer"
                }
                Words {
                    Layout.alignment: Qt.AlignRight
                    text: !root.ticket.serving ? qsTr("từ khi gọi") : root.ticket.usualMinutes === 0 ? qsTr("từ khi bắt đầu") : qsTr("thường %n phút", "", root.ticket.usualMinutes)
                    size: Theme.counter.detail
                    soft: true
                    lineHeight: 1.0
                    wrapMode: Text.NoWrap
                    objectName: "timerMeaning"
                }
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.topMargin: 16
            text: root.ticket.title
            size: text.length > 120 ? Theme.counter.body : Theme.counter.title
            weight: Words.SemiBold
            lineHeight: 1.0
            maximumLineCount: 3
            elide: Text.ElideRight
            objectName: "currentTitle"
        }
        Words {
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: text !== ""
            text: root.ticket.field
            size: Theme.counter.detail
            soft: true
            lineHeight: 1.0
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Words {
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: text !== ""
            text: DeskWords.rules(root.ticket.timeLimit, root.ticket.fee)
            size: Theme.counter.detail
            soft: true
            lineHeight: 1.0
            maximumLineCount: 2
            elide: Text.ElideRight
            objectName: "procedureRules"
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: 16
            spacing: Theme.gap

            TickMark {
                tick: root.ticket.shown
                done: qsTr("Đã hiện trên bảng")
                pending: qsTr("Chưa hiện trên bảng")
                failed: pending
                objectName: "tickShown"
            }
            TickMark {
                tick: root.ticket.spoken
                done: qsTr("Đã đọc loa")
                pending: qsTr("Chưa đọc loa")
                failed: DeskWords.notSpoken(root.ticket.notSpoken)
                objectName: "tickSpoken"
            }
            TickMark {
                tick: root.ticket.printed
                done: qsTr("Đã in phiếu")
                pending: qsTr("Chưa in phiếu")
                failed: qsTr("In phiếu bị lỗi")
                objectName: "tickPrinted"
            }
        }
    }
}
