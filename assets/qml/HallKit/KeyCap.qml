// The key that does the same as the button it stands on, e.g. "F2".
import QtQuick

Rectangle {
    id: root

    required property string key
    property color ink: Theme.day.soft
    property bool framed: false
    property int size: 13

    implicitWidth: label.implicitWidth + (root.framed ? root.size * 1.4 : 0)
    implicitHeight: label.implicitHeight + (root.framed ? root.size * 0.7 : 0)
    radius: Theme.radiusChip
    color: root.framed ? Qt.alpha(root.ink, 0.16) : "transparent"

    Figures {
        id: label

        anchors.centerIn: parent
        text: root.key
        size: root.size
        color: root.ink
    }
}
