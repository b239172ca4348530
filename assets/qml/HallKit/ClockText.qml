// The hall's time, and the date under it. Both come as text: the server's clock decides, in the hall's time zone.
import QtQuick

Column {
    id: root

    required property string time
    property string date: ""
    property bool night: false
    property int size: Theme.kiosk.clock
    property int dateSize: Theme.kiosk.caption

    Figures {
        anchors.right: parent.right
        text: root.time
        size: root.size
        heavy: true
        night: root.night
    }
    Words {
        anchors.right: parent.right
        visible: root.date !== ""
        text: root.date
        size: root.dateSize
        night: root.night
        soft: true
        lineHeight: 1.0
    }
}
