// One line of the waiting list. Opened by a click, a touch or Enter, it says everything in full and can be cancelled.
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
    required property int minutes
    required property string calledAt
    required property bool unprinted
    required property DeskPresenter desk
    required property bool opened
    required property bool focused
    readonly property bool asking: root.desk.armed === "cancel" && root.desk.armedTicket === root.ticketId
    readonly property bool sending: root.desk.underWay === "cancel" && root.opened

    signal toggled

    function reasonWords(): string {
        if (root.unprinted)
            return qsTr("Chưa in được phiếu");
        if (root.section === "missed")
            return qsTr("đã gọi lúc %1").arg(root.calledAt);
        switch (root.reason) {
        case "transferred":
            return qsTr("Chuyển đến");
        case "this_counter":
            return qsTr("Chuyển riêng đến quầy này");
        default:
            return qsTr("đến trước");
        }
    }

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
        width: root.width - 2 * Theme.gap
        height: 72
        number: root.number
        title: root.title
        reason: root.reasonWords()
        reasonKind: root.unprinted ? Chip.Warning : root.section === "waiting" && root.reason !== "first_come" ? Chip.Info : -1
        trailing: root.section === "waiting" ? root.minutes + "′" : ""
        divided: !root.opened
    }
    MouseArea {
        id: area

        width: parent.width
        height: 72
        onClicked: root.toggled()
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
        BigButton {
            Layout.alignment: Qt.AlignRight
            text: root.sending ? qsTr("Đang gửi…") : root.asking ? qsTr("Bấm lần nữa để hủy") : qsTr("Hủy số này")
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
