// One sentence at a time, standing still: why the large number came first, sorry for long waits, what staff announce,
// that numbers have ended, or one of the hall's own; the hotline always.
import QtQuick
import QtQuick.Layouts
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property Look look

    readonly property bool ownWords: root.presenter.saying === 0
    readonly property bool urgent: root.presenter.saying === 4
    readonly property bool closing: root.presenter.closing && root.ownWords

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

            Icon {
                visible: !root.ownWords
                name: ["", "info", "hourglass", "megaphone", "triangle-alert"][root.presenter.saying]
                size: root.look.caption
                color: root.look.tones.accent
            }
            Words {
                visible: root.closing
                text: qsTr("Đã hết giờ phát số.")
                size: root.look.caption
                weight: Words.SemiBold
                color: root.look.tones.accent
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                Layout.fillWidth: true
                text: root.closing ? qsTr("Quý vị đang chờ vẫn được phục vụ.") : root.presenter.ticker
                size: root.look.caption
                weight: root.presenter.saying >= 3 ? Words.SemiBold : Words.Regular
                color: root.urgent ? root.look.tones.accent : root.look.tones.text
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
