// Which counter the officer sits at. Each tile says what it serves and whether somebody has opened it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import HallKit
import counter.ui

FocusScope {
    id: root

    required property ChoosePresenter presenter

    objectName: "choosePage"
    focus: true

    Words {
        id: question

        anchors {
            left: parent.left
            top: parent.top
            margins: Theme.gapWide
            topMargin: 36
        }
        visible: grid.count > 0
        text: qsTr("Quý vị ngồi ở quầy nào?")
        size: 34
        weight: Words.Bold
    }
    GridView {
        id: grid

        readonly property int columns: Math.max(1, Math.min(grid.count, 4, Math.floor(width / 300)))

        anchors {
            left: parent.left
            right: parent.right
            top: question.bottom
            bottom: parent.bottom
            margins: Theme.gapWide
            topMargin: Theme.gap
            rightMargin: Theme.gapWide - Theme.gap
            bottomMargin: 0
        }
        clip: true
        focus: true
        model: root.presenter.counters
        cellWidth: Math.floor(width / columns)
        cellHeight: Math.max(184, Math.min(264, Math.floor(height / Math.max(1, Math.ceil(count / columns)))))
        cacheBuffer: 40000
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        objectName: "counterGrid"
        delegate: CounterTile {
            width: grid.cellWidth - Theme.gap
            height: grid.cellHeight - Theme.gap
            current: grid.activeFocus && GridView.isCurrentItem
            onClicked: root.presenter.choose(counterId)
        }
        Keys.onReturnPressed: (grid.currentItem as CounterTile)?.click()
        Keys.onEnterPressed: (grid.currentItem as CounterTile)?.click()
        Keys.onPressed: event => {
            const index = root.presenter.indexOf(event.text);
            if (index >= 0) {
                grid.currentIndex = index;
                event.accepted = true;
            }
        }
        ScrollBar.vertical: ScrollBar {
            policy: grid.contentHeight > grid.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
    StateView {
        anchors.fill: parent
        visible: grid.count === 0
        iconName: root.presenter.heard ? "landmark" : "unplug"
        happened: root.presenter.heard ? qsTr("Bộ phận chưa có quầy nào") : qsTr("Đang kết nối với máy chủ…")
        whatNow: root.presenter.heard ? qsTr("Người phụ trách máy cần nạp cấu hình của bộ phận.") : qsTr("Danh sách quầy sẽ tự hiện khi có kết nối.")
        titleSize: 34
        bodySize: Theme.counter.body
        objectName: "noCounters"
    }
}
