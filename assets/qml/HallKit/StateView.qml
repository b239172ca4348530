// A whole page for a state that is not the usual one. Bad states are designed like good ones and say, in this order:
// what happened, what is still true (your number holds), what to do now. Buttons go inside.
import QtQuick

Rectangle {
    id: root

    required property string iconName
    required property string happened
    property string stillTrue: ""
    property string whatNow: ""
    property bool night: false
    property bool fault: false
    property int titleSize: Theme.kiosk.question
    property int bodySize: 37
    default property alias actions: actionRow.data
    readonly property Tones tones: Theme.tones(root.night)

    color: root.tones.ground

    Column {
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.gapPage, root.titleSize * 17)
        spacing: Theme.gapWide

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.round(root.titleSize * 3.6)
            height: width
            radius: width / 2
            color: root.fault ? root.tones.warningTint : root.tones.tint

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                size: Math.round(root.titleSize * 1.9)
                color: root.fault ? root.tones.warning : root.tones.accent
            }
        }
        Words {
            width: parent.width
            text: root.happened
            size: root.titleSize
            weight: Words.Bold
            night: root.night
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            visible: root.stillTrue !== ""
            text: root.stillTrue
            size: root.bodySize
            weight: Words.SemiBold
            night: root.night
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            visible: root.whatNow !== ""
            text: root.whatNow
            size: root.bodySize
            night: root.night
            soft: true
            horizontalAlignment: Text.AlignHCenter
        }
        Row {
            id: actionRow

            anchors.horizontalCenter: parent.horizontalCenter
            visible: children.length > 0
            spacing: Theme.gap
        }
    }
}
