// The number fills the screen: upright below one another, across in two halves.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    readonly property NumberPresenter number: root.presenter.number

    objectName: "ticketPage"
    anchors.fill: parent

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.portrait ? 72 : 48
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.gapPage
        rowSpacing: Theme.gapWide

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !root.portrait
            Layout.preferredWidth: root.portrait ? 1 : 8
            Layout.minimumWidth: 0
            Layout.topMargin: root.portrait ? Theme.gapWide : 0
            spacing: Theme.gap

            Item {
                visible: !root.portrait
                Layout.fillHeight: true
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("Số của quý vị")
                size: Theme.kiosk.title
                weight: Words.Medium
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
            TicketNumber {
                readonly property string text: number

                objectName: "ticketNumber"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: root.portrait ? 290 : 240
                number: root.number.number
                size: Theme.kiosk.number
                alignment: Text.AlignHCenter
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                text: root.number.fieldName
                size: Theme.kiosk.question
                weight: Words.Bold
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            Words {
                Layout.fillWidth: true
                text: root.number.mark === "" ? root.number.taken : root.number.taken + " · " + qsTr("mã %1").arg(root.number.mark)
                size: Theme.kiosk.detail
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
            Item {
                visible: !root.portrait
                Layout.fillHeight: true
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: root.portrait ? 1 : 7
            spacing: root.portrait ? Theme.gapWide : Theme.gap

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                spacing: Theme.gapCard

                FactCard {
                    objectName: "aheadFact"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    value: String(root.number.ahead)
                    caption: qsTr("người chờ trước", "", root.number.ahead)
                    captionSize: root.portrait ? 30 : 27
                    valueSize: root.portrait ? 76 : 64
                }
                FactCard {
                    objectName: "countersFact"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    value: root.number.counters === "" ? "–" : root.number.counters
                    caption: root.number.counters === "" ? qsTr("quầy: xem bảng gọi") : qsTr("quầy sẽ gọi")
                    captionSize: root.portrait ? 30 : 27
                    valueSize: root.portrait ? 76 : 64
                }
            }
            PaperNotice {
                Layout.fillWidth: true
                number: root.number
                titleSize: root.portrait ? 44 : 37
                detailSize: root.portrait ? 33 : 28
            }
            ColumnLayout {
                Layout.fillWidth: true
                visible: root.portrait
                spacing: Theme.gapTight

                Words {
                    Layout.fillWidth: true
                    text: qsTr("Trong lúc chờ")
                    size: 40
                    weight: Words.Bold
                }
                Words {
                    Layout.fillWidth: true
                    text: qsTr("Mời quý vị ngồi nghỉ, theo dõi bảng gọi số và nghe loa. Khi đến lượt, bảng và loa báo số %1 cùng số quầy.").arg(root.number.number)
                    size: 34
                }
            }
            Item {
                Layout.fillHeight: true
            }
            BigButton {
                objectName: "doneButton"
                // Untouchable for the moment in which a page has just come, without looking so
                opacity: 1
                Layout.fillWidth: true
                implicitHeight: Math.max(root.portrait ? 148 : 112, root.touchMin)
                text: qsTr("Xong")
                textSize: Theme.kiosk.title
                radius: Theme.radiusKiosk
                onClicked: root.number.done()
            }
            Words {
                Layout.fillWidth: true
                opacity: root.number.closesIn >= 0 ? 1 : 0
                text: qsTr("Màn hình tự đóng sau %n giây", "", Math.max(0, root.number.closesIn))
                size: 30
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
