// One thing said to the officer in the room of two lines: an icon, what it is, what to do.
import QtQuick
import QtQuick.Layouts
import HallKit

Rectangle {
    id: root

    required property string iconName
    required property string title
    required property string detail
    property bool calm: false

    implicitHeight: content.implicitHeight + 20
    radius: Theme.radiusCounter
    color: root.calm ? Theme.day.tint : Theme.day.warningTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title + ". " + root.detail

    RowLayout {
        id: content

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: Theme.gap
            rightMargin: Theme.gap
        }
        spacing: 20

        Icon {
            name: root.iconName
            size: 32
            color: root.calm ? Theme.day.accent : Theme.day.warning
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: root.title
                size: Theme.counter.body
                weight: Words.Bold
                lineHeight: 1.0
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.detail
                size: Theme.counter.caption
                lineHeight: 1.0
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
    }
}
