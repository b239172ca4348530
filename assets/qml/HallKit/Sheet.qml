// The page in design pixels: it fills its parent and scales its content so that at least the design size fits.
// Anchor children to the sheet's content as usual; a window of another shape gets a longer or wider page, not a stretched one.
import QtQuick

Item {
    id: root

    required property int designWidth
    required property int designHeight
    property alias color: ground.color
    default property alias content: page.data
    readonly property real ratio: Math.max(0.01, Math.min(root.width / root.designWidth, root.height / root.designHeight))

    anchors.fill: parent

    Rectangle {
        id: ground

        anchors.fill: parent
        color: Theme.day.ground
    }
    Item {
        id: page

        width: root.width / root.ratio
        height: root.height / root.ratio
        scale: root.ratio
        // The software renderer draws scaled round corners from small pictures, with teeth. What is turned it draws with
        // smooth outlines: a thousandth of a degree moves nothing by a tenth of a pixel.
        rotation: root.ratio !== 1 && GraphicsInfo.api === GraphicsInfo.Software ? 0.001 : 0
        transformOrigin: Item.TopLeft
    }
}
