// Every component of HallKit in one light, in the states that matter. Long because one page shows them all.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit

Rectangle {
    id: root

    property bool night: false
    readonly property string light: root.night ? "night" : "day"

    width: 960
    height: 1320
    color: Theme.tones(root.night).ground

    Column {
        x: Theme.gapWide
        y: Theme.gap
        width: root.width - 2 * Theme.gapWide
        spacing: 14

        Item {
            width: parent.width
            height: 110

            Words {
                width: 560
                text: "Đăng ký lại khai sinh, chữ ký: ỂỆ Ỗ ữ ặ ẵ Ắ Ự y g"
                size: 40
                weight: Words.Bold
                night: root.night
            }
            ClockText {
                anchors.right: parent.right
                time: "08:42"
                date: "Thứ Ba, 24/11/2026"
                night: root.night
            }
        }
        Row {
            spacing: Theme.gap

            CardButton {
                objectName: root.light + "Tile"
                width: 270
                height: 150
                text: "Hộ tịch"
                night: root.night
                contentItem: Item {
                    Icon {
                        name: "baby"
                        size: 48
                        color: Theme.tones(root.night).accent
                    }
                    Badge {
                        anchors.right: parent.right
                        letter: "A"
                        size: 56
                        night: root.night
                    }
                    Words {
                        y: 58
                        text: "Hộ tịch"
                        size: 30
                        weight: Words.Bold
                        night: root.night
                    }
                }
            }
            CardButton {
                width: 270
                height: 150
                available: false
                enabled: false
                text: "Bảo hiểm xã hội"
                night: root.night
                contentItem: Words {
                    text: "Bảo hiểm xã hội"
                    size: 30
                    weight: Words.Bold
                    night: root.night
                    soft: true
                }
            }
            FactCard {
                width: 130
                height: 150
                value: "17"
                caption: "người chờ trước"
                valueSize: 48
                captionSize: 20
                padding: 12
                night: root.night
            }
            FactCard {
                width: 130
                height: 150
                heading: "C Đất đai"
                value: "50–80′"
                caption: "dự kiến chờ"
                valueSize: 48
                captionSize: 20
                padding: 12
                night: root.night
            }
        }
        Row {
            spacing: Theme.gap

            TicketNumber {
                objectName: root.light + "Number"
                width: 560
                height: 170
                number: "C018"
                size: Theme.kiosk.number
                night: root.night
            }
            Column {
                TicketNumber {
                    objectName: root.light + "Long"
                    width: 270
                    height: 85
                    number: "AB10047"
                    size: Theme.kiosk.number
                    night: root.night
                }
                TicketNumber {
                    width: 270
                    height: 85
                    number: "A111"
                    size: 90
                    alignment: Text.AlignRight
                    night: root.night
                }
            }
        }
        Notice {
            width: parent.width
            iconName: "printer"
            title: "Đang in phiếu…"
            detail: "Mời quý vị nhận phiếu ở khe phía dưới"
            titleSize: 32
            detailSize: 24
            night: root.night
        }
        Notice {
            width: parent.width
            iconName: "triangle-alert"
            kind: Notice.Warning
            title: "Số này vẫn là của quý vị, xin chụp ảnh màn hình hoặc ghi lại số"
            detail: "Phiếu chưa in được"
            titleSize: 32
            detailSize: 24
            night: root.night
        }
        Row {
            spacing: 12

            Repeater {
                model: [BigButton.Primary, BigButton.Quiet, BigButton.Outline]
                delegate: BigButton {
                    required property int modelData

                    objectName: root.light + "Button" + modelData
                    width: 206
                    height: 84
                    kind: modelData
                    iconName: "calendar-check"
                    text: "Tôi có hẹn"
                    textSize: 26
                    night: root.night
                }
            }
            BigButton {
                objectName: root.light + "Busy"
                width: 206
                height: 84
                busy: true
                iconName: "bell-ring"
                text: "Đang gửi"
                key: "F2"
                textSize: 26
                night: root.night
            }
        }
        Row {
            spacing: 12

            BigButton {
                width: 160
                height: 78
                kind: BigButton.Outline
                stacked: true
                text: "Gọi lại"
                textSize: 18
                key: "F4"
                night: root.night
            }
            BigButton {
                objectName: root.light + "Disabled"
                width: 160
                height: 78
                kind: BigButton.Outline
                enabled: false
                stacked: true
                text: "Chờ bổ sung"
                textSize: 18
                key: "F5"
                night: root.night
            }
            BigButton {
                width: 470
                height: 78
                iconName: "bell-ring"
                text: "Gọi số tiếp theo"
                textSize: Theme.counter.next
                key: "F9"
                night: root.night
            }
        }
        Row {
            spacing: 12

            Repeater {
                model: ["Ưu tiên", "Đã in", "Quay lại sau bổ sung", "Lỗi in"]
                delegate: Chip {
                    required property string modelData
                    required property int index

                    text: modelData
                    kind: index
                    night: root.night
                }
            }
        }
        Row {
            spacing: 12

            LinkBanner {
                objectName: root.light + "Live"
                live: true
                since: ""
                night: root.night
            }
            LinkBanner {
                live: false
                since: "08:42"
                night: root.night
            }
            LinkBanner {
                live: false
                since: ""
                night: root.night
            }
        }
        LinkBanner {
            objectName: root.light + "Stale"
            width: parent.width
            compact: false
            live: false
            since: "08:42"
            night: root.night
        }
        Card {
            width: 420
            height: 150
            night: root.night

            Column {
                x: 16
                width: parent.width - 32

                TicketRow {
                    width: parent.width
                    number: "B013"
                    title: "Chứng thực bản sao từ bản chính"
                    reason: "Hẹn 08:30"
                    reasonKind: Chip.Info
                    trailing: "12′"
                    night: root.night
                }
                TicketRow {
                    width: parent.width
                    number: "A1048"
                    title: "Đăng ký kết hôn có yếu tố nước ngoài"
                    reason: "đến trước"
                    trailing: "122′"
                    divided: false
                    night: root.night
                }
            }
        }
    }
}
