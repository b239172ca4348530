// Who waits for this counter, in the order in which they will be called; under them who waits in fields that it only helps,
// who fetches a paper, who did not come. Typing a number shows only the numbers that contain it.
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
    property bool padOpen: false
    readonly property string searched: root.desk.searched

    function toggle(ticketId: string): void {
        root.desk.letGo();
        root.openedTicket = root.openedTicket === ticketId ? "" : ticketId;
    }

    function showWhole(): void {
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
    }

    color: Theme.day.panel
    onOpenedTicketChanged: if (root.openedTicket !== "")
        Qt.callLater(root.showWhole)
    // What was found is looked at from its beginning
    onSearchedChanged: Qt.callLater(list.positionViewAtBeginning)

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
            visible: root.desk.searched === ""
            text: qsTr("Đang chờ")
            size: Theme.counter.body + 1
            weight: Words.Bold
            lineHeight: 1.0
        }
        Words {
            Layout.fillWidth: true
            visible: root.desk.searched !== ""
            text: qsTr("Tìm số: %1").arg(root.desk.searched)
            size: Theme.counter.body + 1
            weight: Words.Bold
            lineHeight: 1.0
            objectName: "searchedText"
        }
        Words {
            Layout.fillWidth: true
            visible: root.desk.waitingCount > 0 && root.desk.searched === ""
            text: qsTr("%n người · lâu nhất %1 phút", "", root.desk.waitingCount).arg(root.desk.longestMinutes)
            size: Theme.counter.caption
            soft: true
            lineHeight: 1.0
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            horizontalAlignment: Text.AlignRight
            objectName: "waitingSummary"
        }
        Item {
            Layout.fillWidth: true
            visible: root.desk.waitingCount === 0 && root.desk.searched === ""
        }
        BigButton {
            Layout.topMargin: -10
            Layout.bottomMargin: -10
            text: root.desk.searched === "" && !root.padOpen ? qsTr("Tìm") : qsTr("Thôi tìm")
            kind: BigButton.Quiet
            textSize: Theme.counter.caption
            horizontalPadding: 10
            radius: Theme.radiusChip
            implicitHeight: 44
            objectName: "searchButton"
            onClicked: {
                root.padOpen = root.desk.searched === "" && !root.padOpen;
                root.desk.search("");
            }
        }
    }
    NumberPad {
        id: pad

        anchors {
            left: parent.left
            right: parent.right
            top: heading.bottom
            leftMargin: Theme.gap
            rightMargin: Theme.gap
            topMargin: visible ? 16 : 0
        }
        visible: root.padOpen
        height: visible ? implicitHeight : 0
        duties: root.desk.duties
        onTyped: text => root.desk.search(root.desk.searched + text)
        onErased: root.desk.search(root.desk.searched.slice(0, -1))
    }
    ListView {
        id: list

        anchors {
            left: parent.left
            right: parent.right
            top: pad.bottom
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
            height: sectionHead.section === "waiting" ? 0 : 56
            visible: sectionHead.section !== "waiting"

            Words {
                x: Theme.gap
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 6
                text: sectionHead.section === "helping" ? qsTr("Giúp lĩnh vực khác khi rảnh") : sectionHead.section === "on_hold" ? qsTr("Đi bổ sung giấy tờ") : qsTr("Gọi không đến")
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
            bottom: printer.top
            leftMargin: Theme.gap
            rightMargin: Theme.gap
            bottomMargin: visible ? Theme.gapTight : 0
        }
        view: list
        room: printer.y - list.y
        count: list.count
        objectName: "moreWaiting"
    }
    // People without paper come to the desks to ask: who sits here should know why
    Item {
        id: printer

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        visible: root.desk.live && root.desk.printer.kiosk !== ""
        height: visible ? 48 : 0

        Divider {
            x: Theme.gap
            width: parent.width - 2 * Theme.gap
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            spacing: Theme.gapTight

            Icon {
                name: "printer-x"
                size: 24
                color: Theme.day.warning
            }
            Words {
                Layout.fillWidth: true
                text: DeskWords.printer(root.desk.printer.condition, root.desk.printer.kiosk)
                size: Theme.counter.caption
                soft: true
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 14
                objectName: "printerLine"
            }
        }
    }
    Words {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gapWide
        visible: list.count === 0 && root.desk.stage !== "unknown"
        text: root.desk.searched === "" ? qsTr("Chưa có ai chờ") : qsTr("Không có số nào như vậy")
        size: Theme.counter.body
        soft: true
        horizontalAlignment: Text.AlignHCenter
        objectName: "nobodyWaits"
    }
}
