// The number fills the screen: upright below one another, across in two halves.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    readonly property TicketPresenter ticket: root.presenter.ticket
    // Upright on a small panel there is room for what matters, and less air
    readonly property bool airy: root.portrait && root.height > 1700

    objectName: "ticketPage"
    anchors.fill: parent

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.airy ? 72 : 48
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.gapPage
        rowSpacing: root.airy ? Theme.gapWide : Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !root.portrait
            Layout.preferredWidth: root.portrait ? 1 : 8
            Layout.minimumWidth: 0
            Layout.topMargin: root.airy ? Theme.gapWide : 0
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
                number: root.ticket.number
                size: Theme.kiosk.number
                alignment: Text.AlignHCenter
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                text: root.ticket.fieldName
                size: Theme.kiosk.question
                weight: Words.Bold
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            Words {
                Layout.fillWidth: true
                text: root.ticket.mark === "" ? root.ticket.taken : root.ticket.taken + " · " + qsTr("mã %1").arg(root.ticket.mark)
                size: Theme.kiosk.detail
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
            ElsewhereButton {
                Layout.topMargin: Theme.gap
                visible: !root.portrait && root.ticket.elsewhere !== ""
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
            spacing: root.airy ? Theme.gapWide : Theme.gap

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                spacing: Theme.gapCard

                FactCard {
                    objectName: "aheadFact"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    value: String(root.ticket.ahead)
                    caption: qsTr("người chờ trước", "", root.ticket.ahead)
                    captionSize: root.portrait ? 30 : 27
                    valueSize: root.portrait ? 76 : 64
                }
                FactCard {
                    objectName: "waitFact"
                    visible: root.ticket.wait !== ""
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    value: root.ticket.wait
                    caption: qsTr("dự kiến chờ")
                    captionSize: root.portrait ? 30 : 27
                    valueSize: root.portrait ? 76 : 64
                }
                FactCard {
                    objectName: "countersFact"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    value: root.ticket.counters === "" ? "–" : root.ticket.counters
                    caption: root.ticket.counters === "" ? qsTr("quầy: xem bảng gọi") : qsTr("quầy sẽ gọi")
                    captionSize: root.portrait ? 30 : 27
                    valueSize: root.portrait ? 76 : 64
                }
            }
            ClaimBar {
                Layout.fillWidth: true
                claims: root.presenter.claims
                textSize: root.airy ? Theme.kiosk.button : Theme.kiosk.detail
            }
            PaperNotice {
                Layout.fillWidth: true
                ticket: root.ticket
                titleSize: root.airy ? 44 : 37
                detailSize: root.airy ? 33 : 28
            }
            ElsewhereButton {
                visible: root.portrait && root.ticket.elsewhere !== ""
            }
            ColumnLayout {
                Layout.fillWidth: true
                visible: root.airy && root.ticket.elsewhere === ""
                spacing: Theme.gapTight

                Words {
                    Layout.fillWidth: true
                    text: qsTr("Trong lúc chờ")
                    size: 40
                    weight: Words.Bold
                }
                Words {
                    Layout.fillWidth: true
                    text: qsTr("Mời quý vị ngồi nghỉ, theo dõi bảng gọi số và nghe loa. Khi đến lượt, bảng và loa báo số %1 cùng số quầy.").arg(root.ticket.number)
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
                implicitHeight: Math.max(root.airy ? 148 : 112, root.touchMin)
                text: qsTr("Xong")
                textSize: Theme.kiosk.title
                radius: Theme.radiusKiosk
                onClicked: root.ticket.done()
            }
            Words {
                Layout.fillWidth: true
                opacity: root.ticket.closesIn >= 0 ? 1 : 0
                text: qsTr("Màn hình tự đóng sau %n giây", "", Math.max(0, root.ticket.closesIn))
                size: 30
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }

    // Below the notice upright, below the number across, where there is room
    component ElsewhereButton: BigButton {
        objectName: "elsewhereButton"
        // Untouchable for the moment in which a page has just come, without looking so
        opacity: 1
        Layout.fillWidth: true
        implicitHeight: Math.max(root.airy ? 132 : 104, root.touchMin)
        kind: BigButton.Outline
        text: qsTr("In phiếu ở %1").arg(root.ticket.elsewhere)
        iconName: "printer"
        textSize: root.airy ? Theme.kiosk.tile : Theme.kiosk.button
        radius: Theme.radiusKiosk
        onClicked: root.ticket.printElsewhere()
    }
}
