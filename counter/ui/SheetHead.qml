// What a sheet asks, and the way out of it.
import QtQuick
import QtQuick.Layouts
import HallKit

RowLayout {
    id: root

    required property string question
    required property string hint

    signal closed

    spacing: Theme.gapTight

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Words {
            Layout.fillWidth: true
            text: root.question
            size: 30
            weight: Words.Bold
            lineHeight: 1.0
            objectName: "sheetQuestion"
        }
        Words {
            Layout.fillWidth: true
            text: root.hint
            size: Theme.counter.caption
            soft: true
            lineHeight: 1.0
        }
    }
    BigButton {
        Layout.alignment: Qt.AlignTop
        text: qsTr("Thôi")
        key: "Esc"
        keyOnlyShown: true
        kind: BigButton.Outline
        textSize: Theme.counter.detail
        radius: Theme.radiusChip
        implicitHeight: 48
        objectName: "closeSheetButton"
        onClicked: root.closed()
    }
}
