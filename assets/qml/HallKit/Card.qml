// A sheet of card on the ground. Dashed and transparent when what it holds is not to be had now.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

Item {
    id: root

    property bool night: false
    property bool dashed: false
    property bool bordered: !root.night
    property real radius: Theme.radiusCounter
    property int lineWidth: Theme.lineWidth
    property color color: Theme.tones(root.night).card
    property color lineColor: Theme.tones(root.night).line

    Rectangle {
        anchors.fill: parent
        visible: !root.dashed
        radius: root.radius
        color: root.color
        border.width: root.bordered ? root.lineWidth : 0
        border.color: root.lineColor
    }

    Loader {
        anchors.fill: parent
        active: root.dashed
        sourceComponent: Shape {
            ShapePath {
                strokeColor: root.lineColor
                strokeWidth: root.lineWidth
                strokeStyle: ShapePath.DashLine
                dashPattern: [3, 3]
                fillColor: "transparent"

                PathRectangle {
                    x: root.lineWidth / 2
                    y: root.lineWidth / 2
                    width: root.width - root.lineWidth
                    height: root.height - root.lineWidth
                    radius: root.radius
                }
            }
        }
    }
}
