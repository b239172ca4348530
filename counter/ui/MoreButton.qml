// Under a list longer than its place: how much is below, and the way there; at the end, the way back to the top.
import QtQuick
import HallKit

BigButton {
    id: root

    required property Flickable view
    required property int count
    // The height that the list has while this button is not there; measured without it, or the two would chase each other
    required property real room
    readonly property bool needed: root.view.contentHeight > root.room
    readonly property int below: root.view.atYEnd ? 0 : Math.max(1, Math.round(root.count * (1 - root.view.visibleArea.yPosition - root.view.visibleArea.heightRatio)))

    implicitHeight: 48
    height: root.needed ? root.implicitHeight : 0
    visible: root.needed
    kind: BigButton.Quiet
    textSize: Theme.counter.caption
    radius: Theme.radiusChip
    iconName: root.below > 0 ? "chevron-down" : "chevron-up"
    text: root.below > 0 ? qsTr("Còn %n mục bên dưới", "", root.below) : qsTr("Lên đầu danh sách")
    onClicked: {
        const end = root.view.originY + root.view.contentHeight - root.view.height;
        root.view.contentY = root.below > 0 ? Math.min(root.view.contentY + root.view.height - 72, end) : root.view.originY;
    }
}
