// Where the keyboard is: a frame around a button, to be seen on a filled one too.
import QtQuick
import HallKit

Rectangle {
    id: root

    required property BigButton button

    anchors.fill: parent
    anchors.margins: -5
    visible: root.button.visualFocus
    radius: root.button.radius + 5
    color: "transparent"
    border.width: Theme.lineWidth
    border.color: Theme.day.text
}
