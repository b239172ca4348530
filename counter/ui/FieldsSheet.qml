// Which fields this counter serves from now on, and which it helps. Each press on a field turns to the next duty; Enter on the
// button, or F11 again to leave everything as it is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import HallKit
import counter.ui

Card {
    id: root

    required property DeskPresenter desk

    objectName: "fieldsSheet"
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
        question: qsTr("Quầy %1 phục vụ lĩnh vực nào?").arg(root.desk.counterId)
        hint: qsTr("Chạm để đổi: Phục vụ, Giúp thêm khi rảnh, Không. Bằng phím: mũi tên hoặc chữ dãy số, dấu cách; Enter để lưu.")
        onClosed: root.desk.letGo()
    }
    GridView {
        id: grid

        anchors {
            left: parent.left
            right: parent.right
            top: heading.bottom
            bottom: save.top
            margins: Theme.gap
            rightMargin: Theme.gapTight
            bottomMargin: Theme.gapTight
            topMargin: Theme.gapTight
        }
        clip: true
        model: root.desk.duties
        cellWidth: Math.floor(width / 2)
        cellHeight: 84
        cacheBuffer: 20000
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        objectName: "duties"
        delegate: DutyTile {
            width: grid.cellWidth - Theme.gapTight
            height: grid.cellHeight - Theme.gapTight
            current: grid.activeFocus && GridView.isCurrentItem
            onClicked: root.desk.turnDuty(fieldId)
        }
        Keys.onSpacePressed: (grid.currentItem as DutyTile)?.click()
        Keys.onReturnPressed: root.desk.serve()
        Keys.onEnterPressed: root.desk.serve()
        Keys.onPressed: event => {
            const index = root.desk.dutyOf(event.text);
            if (index >= 0) {
                grid.currentIndex = index;
                event.accepted = true;
            }
        }
        ScrollBar.vertical: ScrollBar {
            policy: grid.contentHeight > grid.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
    BigButton {
        id: save

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: Theme.gap
        }
        implicitHeight: 72
        text: qsTr("Lưu, áp dụng ngay")
        key: "Enter"
        keyOnlyShown: true
        iconName: "check"
        textSize: 26
        keySize: 16
        objectName: "saveFieldsButton"
        onClicked: root.desk.serve()

        FocusFrame {
            button: save
        }
    }
}
