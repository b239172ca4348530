// Who waits for this counter, in the order in which they will be called, and under them who did not come.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import HallKit
import counter.ui

Rectangle {
    id: root

    required property DeskPresenter desk
    property string openedTicket: ""

    function toggle(ticketId: string): void {
        root.desk.letGo();
        root.openedTicket = root.openedTicket === ticketId ? "" : ticketId;
    }

    color: Theme.day.panel

    Rectangle {
        width: Theme.lineThin
        height: parent.height
        color: Theme.day.line
    }
    RowLayout {
        id: heading

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.gap
            rightMargin: Theme.gap
            topMargin: 20
        }

        Words {
            text: qsTr("Đang chờ")
            size: Theme.counter.body + 1
            weight: Words.Bold
            lineHeight: 1.0
        }
        Words {
            Layout.fillWidth: true
            visible: root.desk.waitingCount > 0
            text: qsTr("%n người · lâu nhất %1 phút", "", root.desk.waitingCount).arg(root.desk.longestMinutes)
            size: Theme.counter.caption
            soft: true
            lineHeight: 1.0
            horizontalAlignment: Text.AlignRight
            objectName: "waitingSummary"
        }
    }
    ListView {
        id: list

        anchors {
            left: parent.left
            right: parent.right
            top: heading.bottom
            bottom: more.top
            topMargin: 8
        }
        model: root.desk.lines
        clip: true
        opacity: root.desk.live ? 1 : Theme.unavailable
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: list.count > 0
        currentIndex: -1
        highlightMoveDuration: 0
        objectName: "waitingList"
        section.property: "section"
        section.delegate: Item {
            id: sectionHead

            required property string section

            width: ListView.view.width
            height: sectionHead.section === "missed" ? 56 : 0
            visible: sectionHead.section === "missed"

            Words {
                x: Theme.gap
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 6
                text: qsTr("Gọi không đến")
                size: Theme.counter.detail
                weight: Words.Bold
                soft: true
                lineHeight: 1.0
            }
        }
        delegate: WaitingLine {
            desk: root.desk
            width: ListView.view.width
            opened: root.openedTicket === ticketId
            focused: list.activeFocus && ListView.isCurrentItem
            onToggled: {
                list.currentIndex = index;
                root.toggle(ticketId);
            }
        }
        onActiveFocusChanged: if (list.activeFocus && list.currentIndex < 0)
            list.currentIndex = 0
        Keys.onReturnPressed: (list.currentItem as WaitingLine)?.toggled()
        Keys.onSpacePressed: (list.currentItem as WaitingLine)?.toggled()
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(list.height / 72) - 1);
            const target = event.key === Qt.Key_PageDown ? list.currentIndex + page : event.key === Qt.Key_PageUp ? list.currentIndex - page : event.key === Qt.Key_Home ? 0 : event.key === Qt.Key_End ? list.count - 1 : -1;
            event.accepted = target >= 0 || event.key === Qt.Key_PageUp;
            if (event.accepted)
                list.currentIndex = Math.max(0, Math.min(list.count - 1, target));
        }
        ScrollBar.vertical: ScrollBar {
            policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
    MoreButton {
        id: more

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            leftMargin: Theme.gap
            rightMargin: Theme.gap
            bottomMargin: visible ? Theme.gapTight : 0
        }
        view: list
        room: root.height - list.y
        count: list.count
        objectName: "moreWaiting"
    }
    Words {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gapWide
        visible: list.count === 0 && root.desk.stage !== "unknown"
        text: qsTr("Chưa có ai chờ")
        size: Theme.counter.body
        soft: true
        horizontalAlignment: Text.AlignHCenter
        objectName: "nobodyWaits"
    }
}
