// Choices side by side; those that do not fit are reached by arrows or by dragging.
import QtQuick
import HallKit

ListView {
    id: root

    orientation: ListView.Horizontal
    spacing: Theme.gapTight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    keyNavigationEnabled: true
    onVisibleChanged: if (root.visible) {
        root.currentIndex = 0;
        root.forceActiveFocus();
    }
    Keys.onReturnPressed: (root.currentItem as BarChoice)?.click()
    Keys.onEnterPressed: (root.currentItem as BarChoice)?.click()
}
