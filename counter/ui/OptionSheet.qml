// One of a short list: how long to hold a place, why a break, why a call before the turn. Digits, arrows and Enter, a click
// or a touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import HallKit
import counter.ui

Card {
    id: root

    required property DeskPresenter desk

    function hint(): string {
        switch (root.desk.asking) {
        case "choose":
            return qsTr("Lý do được ghi lại; người bị vượt lượt có thể hỏi.");
        case "hold":
            return qsTr("Giữ số và thứ tự chờ. Chọn bằng chữ số, mũi tên rồi Enter, hoặc chạm.");
        case "reprint":
            return qsTr("Phiếu có dòng “BẢN IN LẠI”; số và thứ tự chờ giữ nguyên.");
        default:
            return qsTr("Không ai được gọi đến quầy cho đến khi làm việc tiếp.");
        }
    }

    objectName: "optionSheet"
    onVisibleChanged: {
        if (root.visible) {
            grid.currentIndex = 0;
            grid.forceActiveFocus();
        }
    }

    SheetHead {
        id: heading

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: Theme.gap
        }
        question: DeskWords.question(root.desk.asking, root.desk.askedNumber === "" ? root.desk.current.number : root.desk.askedNumber)
        hint: root.hint()
        onClosed: root.desk.letGo()
    }
    GridView {
        id: grid

        anchors {
            left: parent.left
            right: parent.right
            top: heading.bottom
            bottom: parent.bottom
            margins: Theme.gap
            rightMargin: Theme.gapTight
        }
        clip: true
        model: root.desk.options
        cellWidth: Math.floor(width / (count > 5 ? 2 : 1))
        cellHeight: 88
        cacheBuffer: 20000
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        objectName: "options"
        delegate: OptionTile {
            width: grid.cellWidth - Theme.gapTight
            height: grid.cellHeight - Theme.gapTight
            asking: root.desk.asking
            current: grid.activeFocus && GridView.isCurrentItem
            onClicked: root.desk.take(optionId)
        }
        Keys.onReturnPressed: (grid.currentItem as OptionTile)?.click()
        Keys.onEnterPressed: (grid.currentItem as OptionTile)?.click()
        ScrollBar.vertical: ScrollBar {
            policy: grid.contentHeight > grid.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
}
