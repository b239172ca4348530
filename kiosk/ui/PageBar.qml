// Turns pages of tiles: back, where we are, on.
import QtQuick
import QtQuick.Layouts
import HallKit

RowLayout {
    id: root

    required property int page
    required property int pages
    required property real touchMin
    signal turned(int page)

    spacing: Theme.gap

    BigButton {
        objectName: "previousTiles"
        Layout.fillHeight: true
        Layout.preferredWidth: Math.min(330, root.width * 0.36)
        text: qsTr("Trang trước")
        iconName: "chevron-left"
        kind: BigButton.Quiet
        textSize: Theme.kiosk.button
        radius: Theme.radiusKiosk
        enabled: root.page > 0
        opacity: root.page > 0 ? 1 : Theme.unavailable
        onClicked: root.turned(root.page - 1)
    }
    Words {
        objectName: "tilesPlace"
        Layout.fillWidth: true
        text: qsTr("Trang %1 / %2").arg(root.page + 1).arg(root.pages)
        size: Theme.kiosk.button
        weight: Words.SemiBold
        lineHeight: 1.0
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
    }
    BigButton {
        objectName: "nextTiles"
        Layout.fillHeight: true
        Layout.preferredWidth: Math.min(330, root.width * 0.36)
        text: qsTr("Trang sau")
        iconName: "chevron-right"
        kind: BigButton.Primary
        textSize: Theme.kiosk.button
        radius: Theme.radiusKiosk
        enabled: root.page < root.pages - 1
        opacity: root.page < root.pages - 1 ? 1 : Theme.unavailable
        LayoutMirroring.enabled: true
        LayoutMirroring.childrenInherit: true
        onClicked: root.turned(root.page + 1)
    }
}
