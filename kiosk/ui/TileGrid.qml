// The fields' tiles in columns and rows, on as many pages as they need.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import kiosk.ui

Item {
    id: root

    required property HomePresenter home
    required property bool portrait
    required property real touchMin
    // What the bar for turning pages takes away when there is one
    required property real barHeight
    // The height for tiles as if there were no bar
    required property real fullHeight

    readonly property bool longNames: root.home.longestName > 32
    readonly property real leastWidth: Math.max(root.longNames || root.portrait && root.width > 900 ? 440 : 340, root.touchMin)
    readonly property real leastHeight: Math.max(root.longNames ? 212 : 176, root.touchMin)
    readonly property list<int> grid: root.home.arrange(root.home.count, root.width, root.fullHeight, Theme.gap, root.leastWidth, root.leastHeight, root.barHeight)
    readonly property int columns: root.grid[0] ?? 1
    readonly property int rows: root.grid[1] ?? 1
    readonly property int pages: root.grid[2] ?? 1
    readonly property int page: Math.min(root.home.tilePage, root.pages - 1)
    readonly property real tileWidth: (root.width - (root.columns - 1) * Theme.gap) / root.columns
    readonly property real tileHeight: Math.min(root.portrait ? 440 : 520, (root.height - (root.rows - 1) * Theme.gap) / root.rows)
    // With long names a tile must be higher before the icon may stand above them
    readonly property bool tall: root.tileHeight >= (root.longNames ? 340 : 260)

    Repeater {
        model: root.home.tiles

        FieldTile {
            required property int index
            readonly property int place: index % (root.columns * root.rows)

            x: (place % root.columns) * (root.tileWidth + Theme.gap)
            y: Math.floor(place / root.columns) * (root.tileHeight + Theme.gap)
            width: root.tileWidth
            height: root.tileHeight
            visible: Math.floor(index / (root.columns * root.rows)) === root.page
            tall: root.tall
            chosen: root.home.chosen === fieldId
            onClicked: root.home.choose(fieldId)
        }
    }
}
