// The touched field wants an identity card: what for in plain words, what is kept of it, and the way back.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    readonly property IdentityPresenter identity: root.presenter.identity

    objectName: "identityPage"
    anchors.fill: parent

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.portrait ? Theme.gapPage : 40
        spacing: Theme.gap

        StateWords {
            objectName: "identityWords"
            Layout.fillWidth: true
            Layout.fillHeight: true
            portrait: root.portrait
            iconName: "id-card"
            fault: !root.identity.ready || root.identity.unread
            happened: !root.identity.ready ? qsTr("Máy này không đọc được thẻ căn cước") : root.identity.unread ? qsTr("Chưa đúng mã trên thẻ căn cước, xin thử lại") : qsTr("Xin đưa mã vuông trên thẻ căn cước vào máy quét")
            stillTrue: qsTr("%1: mỗi người một số.").arg(root.identity.fieldName)
            whatNow: !root.identity.ready ? qsTr("Xin gặp cán bộ hướng dẫn để lấy số.") : qsTr("Máy chỉ xem quý vị đã có số chưa; không lưu số thẻ, họ tên hay địa chỉ, cuối ngày xóa hết. Không muốn quét? Xin gặp cán bộ hướng dẫn.")
        }
        ClaimBar {
            Layout.fillWidth: true
            claims: root.presenter.claims
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                objectName: "identityBackButton"
                // Untouchable for the moment in which a page has just come, without looking so
                opacity: 1
                Layout.fillWidth: true
                text: qsTr("Quay lại")
                iconName: "arrow-left"
                textSize: Theme.kiosk.tile
                radius: Theme.radiusKiosk
                implicitHeight: Math.max(root.portrait ? 132 : 96, root.touchMin)
                onClicked: root.identity.back()
            }
            LanguageButton {
                presenter: root.presenter
                touchMin: root.touchMin
                implicitHeight: Math.max(root.portrait ? 132 : 96, root.touchMin)
            }
        }
    }
}
