// Letters of the hall's series and digits, to look for a number with a finger.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit

Flow {
    id: root

    required property QtObject duties

    signal typed(text: string)
    signal erased

    spacing: 6
    objectName: "numberPad"

    component PadKey: BigButton {
        width: (root.width - 6 * root.spacing) / 7
        height: 44
        horizontalPadding: 2
        kind: BigButton.Outline
        textSize: Theme.counter.body
        radius: Theme.radiusChip
        focusPolicy: Qt.NoFocus
    }

    Repeater {
        model: root.duties

        PadKey {
            required property string mark

            text: mark
            objectName: "pad_" + mark
            onClicked: root.typed(mark)
        }
    }
    Repeater {
        model: 10

        PadKey {
            required property int index

            text: (index + 1) % 10
            objectName: "pad_" + (index + 1) % 10
            onClicked: root.typed(text)
        }
    }
    PadKey {
        text: ""
        iconName: "delete"
        iconSize: 22
        objectName: "pad_erase"
        Accessible.name: qsTr("Xóa")
        onClicked: root.erased()
    }
}
