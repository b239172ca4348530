// Where to send the person who is here: every other field and every other open counter. Arrows and Enter, the letter of a
// field's series or the number of a counter, a click or a touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import HallKit
import counter.ui

Card {
    id: root

    required property DeskPresenter desk

    signal closed
    signal chosen(field: string, counter: int)

    objectName: "transferSheet"
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
        question: qsTr("Chuyển %1 đến…").arg(root.desk.current.number)
        hint: qsTr("Giữ số và thứ tự chờ. Chọn bằng mũi tên, chữ dãy số hoặc số quầy, rồi Enter.")
        onClosed: root.closed()
    }
    GridView {
        id: grid

        readonly property int columns: 2

        anchors {
            left: parent.left
            right: parent.right
            top: heading.bottom
            bottom: more.top
            margins: Theme.gap
            rightMargin: Theme.gapTight
            bottomMargin: Theme.gapTight
            topMargin: Theme.gapTight
        }
        clip: true
        model: root.desk.destinations
        cellWidth: Math.floor(width / columns)
        cellHeight: 84
        cacheBuffer: 20000
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        objectName: "destinations"
        delegate: DestinationTile {
            width: grid.cellWidth - Theme.gapTight
            height: grid.cellHeight - Theme.gapTight
            current: grid.activeFocus && GridView.isCurrentItem
            onClicked: root.chosen(fieldId, counterId)
        }
        Keys.onReturnPressed: (grid.currentItem as DestinationTile)?.click()
        Keys.onEnterPressed: (grid.currentItem as DestinationTile)?.click()
        Keys.onPressed: event => {
            const index = root.desk.destinationOf(event.text);
            if (index >= 0) {
                grid.currentIndex = index;
                event.accepted = true;
            }
        }
        ScrollBar.vertical: ScrollBar {
            policy: grid.contentHeight > grid.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
    MoreButton {
        id: more

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: Theme.gap
            bottomMargin: visible ? 20 : 0
        }
        view: grid
        room: root.height - grid.y - Theme.gapTight
        count: grid.count
        objectName: "moreDestinations"
    }
}
