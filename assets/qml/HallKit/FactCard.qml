// One fact of a person's wait: a big value with its words under it, and with a heading above on the wallboard.
import QtQuick

Card {
    id: root

    required property string value
    required property string caption
    property string heading: ""
    property int valueSize: 64
    property int captionSize: Theme.kiosk.caption
    property int alignment: root.heading === "" ? Text.AlignHCenter : Text.AlignLeft
    property int padding: Theme.gap

    radius: root.night ? Theme.radiusCounter : Theme.radiusKiosk
    implicitWidth: 290
    implicitHeight: content.implicitHeight + 2 * root.padding

    Column {
        id: content

        anchors.verticalCenter: parent.verticalCenter
        x: root.padding
        width: root.width - 2 * root.padding

        Words {
            width: parent.width
            visible: root.heading !== ""
            text: root.heading
            size: root.captionSize
            night: root.night
            soft: true
            lineHeight: 1.0
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Figures {
            width: parent.width
            text: root.value
            size: root.valueSize
            heavy: true
            night: root.night
            horizontalAlignment: root.alignment
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
        }
        Words {
            width: parent.width
            text: root.caption
            size: root.captionSize
            night: root.night
            soft: true
            lineHeight: 1.0
            horizontalAlignment: root.alignment
        }
    }
}
