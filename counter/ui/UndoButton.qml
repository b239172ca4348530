// Takes back the last step, for as long as the hall allows it; quiet, because mostly nobody needs it.
import QtQuick
import HallKit
import counter.ui

BigButton {
    id: root

    required property DeskPresenter desk

    visible: root.desk.canUndo || root.desk.underWay === "undo"
    implicitHeight: 56
    kind: BigButton.Quiet
    iconName: "undo-2"
    text: root.desk.underWay === "undo" ? qsTr("Đang gửi…") : DeskWords.undo(root.desk.undoKind, root.desk.undoNumber)
    key: "Ctrl+Z"
    keyOnlyShown: true
    textSize: Theme.counter.caption
    radius: Theme.radiusChip
    objectName: "undoButton"
    onClicked: root.desk.press("undo")

    FocusFrame {
        button: root
    }
}
