// Asks whether somebody is still there, counting down. Any touch is a yes; the one that says it does nothing else.
import QtQuick
import QtQuick.Layouts
import HallKit

Item {
    id: root

    // Seconds left, or -1 when nobody is asked
    required property int seconds
    required property real touchMin
    readonly property bool asking: root.seconds >= 0
    property int lastSeconds: 0
    signal answered

    objectName: "stillThere"
    anchors.fill: parent
    visible: opacity > 0
    opacity: root.asking ? 1 : 0
    onSecondsChanged: if (root.seconds >= 0)
        root.lastSeconds = root.seconds

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.motionFast
            easing.type: Theme.easing
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.night.ground, 0.72)
    }
    MouseArea {
        anchors.fill: parent
        onPressed: root.answered()
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.gapPage, 952)
        height: content.implicitHeight + 2 * Theme.gapPage
        radius: Theme.radiusKiosk
        color: Theme.day.ground

        ColumnLayout {
            id: content

            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gapPage
            spacing: Theme.gapCard

            Words {
                Layout.fillWidth: true
                text: qsTr("Quý vị còn ở đây không?")
                size: Theme.kiosk.question
                weight: Words.Bold
                horizontalAlignment: Text.AlignHCenter
            }
            Words {
                objectName: "stillThereCountdown"
                Layout.fillWidth: true
                text: qsTr("Màn hình trở về trang đầu sau %n giây.", "", root.lastSeconds)
                size: Theme.kiosk.tile
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
            BigButton {
                objectName: "stillThereButton"
                Layout.fillWidth: true
                implicitHeight: Math.max(140, root.touchMin)
                text: qsTr("Tôi vẫn ở đây")
                iconName: "hand"
                textSize: Theme.kiosk.title
                radius: Theme.radiusKiosk
                onPressed: root.answered()
            }
        }
    }
}
