// One Lucide icon by name, in any colour, drawn sharp at its size. Goes beside a word, never alone.
import QtQuick

Image {
    id: root

    required property string name
    property color color: Theme.day.accent
    property int size: Theme.counter.icon

    width: root.size
    height: root.size
    sourceSize: Qt.size(root.size, root.size)
    source: root.name === "" ? "" : "image://icon/" + root.name + "/" + root.color.toString().slice(1)
    fillMode: Image.PreserveAspectFit
}
