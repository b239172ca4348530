// The hall's own sentence, one at a time and standing still; that numbers have ended comes first; the hotline always.
import QtQuick
import QtQuick.Layouts
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    property bool upright: false

    implicitHeight: root.upright ? 128 : 84
    color: Theme.night.card

    GridLayout {
        anchors {
            fill: parent
            leftMargin: Theme.gapWide + 8
            rightMargin: Theme.gapWide + 8
            topMargin: root.upright ? 10 : 0
            bottomMargin: anchors.topMargin
        }
        columns: root.upright ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapTight

            Words {
                visible: root.presenter.closing
                text: qsTr("Đã hết giờ phát số.")
                size: Theme.board.caption
                weight: Words.SemiBold
                color: Theme.night.accent
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                Layout.fillWidth: true
                text: root.presenter.closing ? qsTr("Quý vị đang chờ vẫn được phục vụ.") : root.presenter.ticker
                size: Theme.board.caption
                night: true
                lineHeight: 1.0
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.board.detail
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                objectName: "ticker"
            }
        }
        RowLayout {
            visible: root.presenter.hotline !== ""
            spacing: Theme.gapTight

            Icon {
                name: "phone"
                size: Theme.board.caption
                color: Theme.night.soft
            }
            Words {
                text: qsTr("Đường dây nóng: %1").arg(root.presenter.hotline)
                size: Theme.board.caption
                night: true
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
        }
    }
}
