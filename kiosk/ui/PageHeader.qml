// Whose kiosk this is, and the hall's time.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

RowLayout {
    id: root

    required property KioskPresenter presenter
    property bool portrait: true

    spacing: Theme.gapCard

    Rectangle {
        implicitWidth: root.portrait ? 104 : 84
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.day.strong

        Icon {
            anchors.centerIn: parent
            name: "landmark"
            size: parent.width * 0.52
            color: Theme.day.onStrong
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Words {
            Layout.fillWidth: true
            text: root.presenter.hallName
            size: root.portrait ? Theme.kiosk.tile : Theme.kiosk.button
            weight: Words.Bold
            lineHeight: 1.0
            maximumLineCount: root.portrait ? 3 : 2
            elide: Text.ElideRight
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.presenter.place
            size: Theme.kiosk.detail
            soft: true
            lineHeight: 1.0
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }
    ClockText {
        Layout.alignment: Qt.AlignTop
        visible: time !== ""
        time: root.presenter.time
        date: root.presenter.date
        size: root.portrait ? Theme.kiosk.clock : 48
        dateSize: Theme.kiosk.detail
    }
}
