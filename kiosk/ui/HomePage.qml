// What do you need today? The fields as tiles; one touch gives a number.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    readonly property HomePresenter home: root.presenter.home
    readonly property bool printerDown: root.home.printer !== "ready" && root.home.printer !== "absent"

    objectName: "homePage"
    anchors.fill: parent

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.portrait ? Theme.gapPage : 40
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide

            PageHeader {
                Layout.fillWidth: true
                presenter: root.presenter
                portrait: root.portrait
            }
            LanguageButton {
                visible: !root.portrait
                presenter: root.presenter
                touchMin: root.touchMin
                implicitHeight: Math.max(96, root.touchMin)
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: root.portrait ? Theme.gapWide : 0
            spacing: Theme.gapWide

            Words {
                Layout.fillWidth: true
                text: qsTr("Hôm nay quý vị cần làm việc gì?")
                size: root.portrait ? Theme.kiosk.question : 48
                weight: Words.Bold
            }
            ClaimButtons {
                visible: !root.portrait && ways > 0
                Layout.preferredWidth: 310 * ways
                claims: root.presenter.claims
                touchMin: root.touchMin
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.gapTight
            visible: root.portrait
            text: qsTr("Chạm vào một ô để lấy số. Cần giúp đỡ? Xin gặp cán bộ hướng dẫn.")
            size: Theme.kiosk.button
            soft: true
        }
        ClaimBar {
            Layout.fillWidth: true
            claims: root.presenter.claims
            droppable: true
            touchMin: root.touchMin
        }
        Notice {
            objectName: "printerNotice"
            Layout.fillWidth: true
            visible: root.printerDown
            kind: Notice.Warning
            iconName: "printer-x"
            title: PrinterWords.fault(root.home.printer)
            detail: qsTr("Quý vị vẫn lấy được số: số hiện trên màn hình để ghi lại hoặc chụp ảnh.")
            titleSize: Theme.kiosk.button
            detailSize: Theme.kiosk.detail
        }
        Item {
            id: area

            Layout.fillWidth: true
            Layout.fillHeight: true

            TileGrid {
                id: tiles

                width: parent.width
                height: parent.height - (pages > 1 ? bar.height + Theme.gap : 0)
                fullHeight: parent.height
                barHeight: bar.height + Theme.gap
                home: root.home
                portrait: root.portrait
                touchMin: root.touchMin
            }
            PageBar {
                id: bar

                width: parent.width
                height: Math.max(root.portrait ? 112 : 88, root.touchMin)
                anchors.bottom: parent.bottom
                visible: tiles.pages > 1
                page: tiles.page
                pages: tiles.pages
                touchMin: root.touchMin
                onTurned: page => root.home.turn(page)
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            visible: root.portrait
            spacing: Theme.gap

            ClaimButtons {
                visible: ways > 0
                Layout.fillWidth: true
                Layout.preferredWidth: ways
                claims: root.presenter.claims
                touchMin: root.touchMin
                stacked: true
            }
            LanguageButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                presenter: root.presenter
                touchMin: root.touchMin
                stacked: true
                implicitHeight: Math.max(124, root.touchMin)
            }
        }
    }
}
