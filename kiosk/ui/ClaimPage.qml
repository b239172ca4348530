// The frame of a page on which something is chosen before the field: a question, a hint, the choices, and the way back.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    required property string iconName
    required property string question
    required property string hint
    default property alias choices: area.data
    readonly property alias area: area

    anchors.fill: parent

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.portrait ? Theme.gapPage : 40
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            visible: root.portrait
            presenter: root.presenter
            portrait: root.portrait
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: root.portrait ? Theme.gap : 0
            spacing: Theme.gapCard

            Icon {
                name: root.iconName
                size: 72
            }
            Words {
                Layout.fillWidth: true
                text: root.question
                size: root.portrait ? Theme.kiosk.question : 48
                weight: Words.Bold
            }
        }
        Words {
            Layout.fillWidth: true
            text: root.hint
            size: root.portrait ? Theme.kiosk.button : Theme.kiosk.detail
            soft: true
        }
        Item {
            id: area

            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                objectName: "claimBackButton"
                // Untouchable for the moment in which a page has just come, without looking so
                opacity: 1
                Layout.fillWidth: true
                text: qsTr("Quay lại")
                iconName: "arrow-left"
                textSize: Theme.kiosk.tile
                radius: Theme.radiusKiosk
                implicitHeight: Math.max(root.portrait ? 132 : 96, root.touchMin)
                onClicked: root.presenter.claims.back()
            }
            LanguageButton {
                presenter: root.presenter
                touchMin: root.touchMin
                implicitHeight: Math.max(root.portrait ? 132 : 96, root.touchMin)
            }
        }
    }
}
