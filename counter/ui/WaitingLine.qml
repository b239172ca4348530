// One line of the list. Opened by a click, a touch or Enter, it says everything in full, and what can be done with it. Who is
// away comes back by one touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

Item {
    id: root

    required property int index
    required property string ticketId
    required property string number
    required property string title
    required property string field
    required property string section
    required property string reason
    required property string reasonText
    required property int minutes
    required property string at
    required property bool overdue
    required property string paper
    required property DeskPresenter desk
    required property bool opened
    required property bool focused
    readonly property bool away: root.section === "on_hold" || root.section === "missed"
    readonly property bool asking: root.desk.armed === "cancel" && root.desk.armedTicket === root.ticketId
    readonly property bool unprinted: root.paper === "unprinted"
    readonly property bool reprinting: root.paper === "reprinting"
    readonly property bool cancelling: root.desk.underWay === "cancel" && root.opened
    readonly property string words: {
        if (root.section === "missed")
            return qsTr("báo vắng %1").arg(root.at);
        if (root.section === "on_hold")
            return root.overdue ? qsTr("quá hẹn %1").arg(root.at) : qsTr("hẹn %1").arg(root.at);
        return DeskWords.whyWaiting(root.reason, root.reasonText);
    }

    signal toggled

    implicitHeight: 72 + (root.opened ? whole.implicitHeight + 20 : 0)
    objectName: "line_" + root.ticketId
    Accessible.role: Accessible.ListItem
    Accessible.name: root.number + " " + root.title

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        anchors.leftMargin: 8
        anchors.rightMargin: 12
        radius: Theme.radiusChip
        color: root.opened || area.pressed ? Theme.day.tint : "transparent"
        border.width: root.focused ? Theme.lineWidth : 0
        border.color: Theme.day.accent
    }
    TicketRow {
        x: Theme.gap
        width: root.width - 2 * Theme.gap - (back.visible ? back.width + Theme.gapTight : 0)
        height: 72
        number: root.number
        title: root.title
        reason: root.unprinted ? qsTr("phiếu chưa in") : root.reprinting ? qsTr("đang in lại phiếu") : root.words
        reasonKind: root.unprinted || root.overdue ? Chip.Warning : root.away || root.reason === "first_come" ? -1 : root.reason === "returned" || root.reason === "came_back" ? Chip.Warning : Chip.Info
        trailing: root.away ? "" : root.minutes + "′"
        divided: !root.opened && !back.visible
    }
    Divider {
        x: Theme.gap
        y: 71
        width: root.width - 2 * Theme.gap
        visible: back.visible && !root.opened
    }
    MouseArea {
        id: area

        width: back.visible ? back.x : parent.width
        height: 72
        onClicked: root.toggled()
    }
    BigButton {
        id: back

        readonly property bool sending: root.desk.underWay === "return"

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        y: 12
        visible: root.away
        opacity: root.desk.canReturn || back.sending ? 1 : Theme.unavailable
        implicitHeight: 48
        kind: BigButton.Quiet
        text: qsTr("Đã quay lại")
        horizontalPadding: 10
        key: root.opened ? "Ins" : ""
        textSize: Theme.counter.caption
        radius: Theme.radiusChip
        objectName: "back_" + root.ticketId
        onClicked: root.desk.bringBack(root.ticketId)
    }
    ColumnLayout {
        id: whole

        x: Theme.gap
        y: 76
        width: root.width - 2 * Theme.gap
        visible: root.opened
        spacing: Theme.gapTight

        Words {
            Layout.fillWidth: true
            text: root.title === root.field ? root.field : root.title + "\n" + root.field
            size: Theme.counter.caption
            lineHeight: 1.05
            objectName: root.opened ? "wholeName" : ""
        }
        Words {
            Layout.fillWidth: true
            visible: root.unprinted || !root.away
            text: root.unprinted ? qsTr("Phiếu chưa in được: xin đọc số cho người dân. Thứ tự chờ: %1.").arg(root.words) : qsTr("Thứ tự chờ: %1.").arg(root.words)
            size: Theme.counter.caption
            soft: true
            lineHeight: 1.05
            objectName: root.opened ? "wholeReason" : ""
        }
        BigButton {
            Layout.alignment: Qt.AlignRight
            opacity: root.desk.canReprint ? 1 : Theme.unavailable
            text: root.desk.underWay === "reprint" && root.opened ? qsTr("Đang gửi…") : qsTr("In lại phiếu")
            kind: root.unprinted ? BigButton.Primary : BigButton.Outline
            key: "Ctrl+P"
            textSize: Theme.counter.caption
            radius: Theme.radiusChip
            implicitHeight: 48
            objectName: root.opened ? "reprintButton" : ""
            onClicked: root.desk.ask("reprint", root.ticketId)
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gapTight

            BigButton {
                visible: !root.away
                opacity: root.desk.canChoose ? 1 : Theme.unavailable
                text: qsTr("Gọi trước lượt")
                kind: BigButton.Outline
                key: "Ins"
                textSize: Theme.counter.caption
                radius: Theme.radiusChip
                implicitHeight: 48
                objectName: root.opened ? "chooseButton" : ""
                onClicked: root.desk.ask("choose", root.ticketId)
            }
            BigButton {
                text: root.cancelling ? qsTr("Đang gửi…") : root.asking ? qsTr("Bấm lần nữa để hủy") : qsTr("Hủy số này")
                kind: root.asking ? BigButton.Primary : BigButton.Outline
                key: "Del"
                textSize: Theme.counter.caption
                radius: Theme.radiusChip
                implicitHeight: 48
                objectName: root.opened ? "cancelButton" : ""
                onClicked: root.desk.cancel(root.ticketId)
            }
        }
    }
}
