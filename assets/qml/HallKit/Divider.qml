// A hairline between rows.
import QtQuick

Rectangle {
    id: root

    property bool night: false

    implicitHeight: 1
    color: Theme.tones(root.night).line
}
