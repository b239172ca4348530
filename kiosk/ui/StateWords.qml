// What happened, what is still true, what to do now: below their picture upright, beside it across, where a page is low.
import QtQuick
import QtQuick.Layouts
import HallKit

Item {
    id: root

    required property bool portrait
    required property string iconName
    required property bool fault
    required property string happened
    required property string stillTrue
    required property string whatNow

    StateView {
        anchors.fill: parent
        visible: root.portrait
        titleSize: 62
        bodySize: 40
        iconName: root.iconName
        fault: root.fault
        happened: root.happened
        stillTrue: root.stillTrue
        whatNow: root.whatNow
    }
    RowLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width, 1280)
        visible: !root.portrait
        spacing: Theme.gapPage

        Rectangle {
            implicitWidth: 240
            implicitHeight: implicitWidth
            radius: width / 2
            color: root.fault ? Theme.day.warningTint : Theme.day.tint

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                size: 124
                color: root.fault ? Theme.day.warning : Theme.day.accent
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gapCard

            Words {
                Layout.fillWidth: true
                text: root.happened
                size: 52
                weight: Words.Bold
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.stillTrue
                size: 36
                weight: Words.SemiBold
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.whatNow
                size: 36
                soft: true
            }
        }
    }
}
