// The hall's own sentence, one at a time and standing still; that numbers have ended comes first; the hotline always.
import QtQuick
import QtQuick.Layouts
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property Look look

    implicitHeight: root.presenter.upright ? 128 : Math.max(84, Math.ceil(1.3 * root.look.caption) + 30)
    color: root.look.tones.tint

    GridLayout {
        anchors {
            fill: parent
            leftMargin: root.look.margin
            rightMargin: root.look.margin
            topMargin: root.presenter.upright ? 10 : 0
            bottomMargin: anchors.topMargin
        }
        columns: root.presenter.upright ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapTight

            Words {
                visible: root.presenter.closing
                text: qsTr("Đã hết giờ phát số.")
                size: root.look.caption
                weight: Words.SemiBold
                color: root.look.tones.accent
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                Layout.fillWidth: true
                text: root.presenter.closing ? qsTr("Quý vị đang chờ vẫn được phục vụ.") : root.presenter.ticker
                size: root.look.caption
                night: root.look.night
                lineHeight: 1.0
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: root.look.detail
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                objectName: "ticker"
            }
        }
        RowLayout {
            visible: root.presenter.hotline !== "" || root.presenter.installerNotice !== ""
            spacing: Theme.gapTight

            Icon {
                name: root.presenter.installerNotice !== "" ? "eye" : "phone"
                size: root.look.caption
                color: root.look.tones.soft
            }
            Words {
                text: root.presenter.installerNotice !== "" ? qsTr("Lắp đặt: từ %1 không đọc được chữ nhỏ").arg(root.presenter.installerNotice) : qsTr("Đường dây nóng: %1").arg(root.presenter.hotline)
                size: root.look.caption
                night: root.look.night
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
        }
    }
}
