// The sign over one counter: its number, who is called to it and where to go, from 800 x 480 pixels on.
import QtQuick
import QtQuick.Window
import HallKit
import display.ui

Window {
    id: root

    required property SignPresenter presenter
    readonly property bool upright: root.height > root.width
    readonly property bool night: root.presenter.night
    readonly property Tones tones: Theme.tones(root.night)
    readonly property bool stale: !root.presenter.live
    readonly property bool somebody: root.presenter.number !== ""
    readonly property string callId: root.presenter.callId

    width: 800
    height: 480
    title: qsTr("Xếp Hàng: bảng quầy %1").arg(root.presenter.counter)
    color: root.tones.ground
    onCallIdChanged: {
        if (root.presenter.motion && root.presenter.calling)
            breath.restart();
    }

    Sheet {
        designWidth: root.upright ? 480 : 800
        designHeight: root.upright ? 800 : 480
        color: root.tones.ground

        Rectangle {
            id: header

            width: parent.width
            height: 120
            color: root.tones.tint

            Words {
                id: word

                x: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Quầy")
                size: 52
                weight: Words.SemiBold
                night: root.night
            }
            TicketNumber {
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: word.right
                anchors.leftMargin: 16
                width: implicitWidth
                height: parent.height
                number: root.presenter.counter
                size: 96
                night: root.night
                color: root.tones.text
                objectName: "signCounter"
            }
            Figures {
                anchors {
                    right: parent.right
                    rightMargin: Theme.gap
                    verticalCenter: parent.verticalCenter
                }
                text: root.presenter.clock
                size: 44
                night: root.night
                soft: true
            }
        }
        LinkBanner {
            id: banner

            anchors.top: header.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: root.stale && !root.presenter.connecting
            night: root.night
            radius: 0
            size: 28
            live: root.presenter.live
            since: root.presenter.staleSince
            objectName: "linkBanner"
        }
        Item {
            id: body

            anchors {
                top: banner.bottom
                bottom: footer.top
                left: parent.left
                right: parent.right
                margins: Theme.gap
            }

            TicketNumber {
                id: number

                visible: root.somebody
                width: body.width - (root.upright || !arrow.visible ? 0 : arrow.width + Theme.gap)
                height: root.upright && arrow.visible ? body.height - arrow.height - Theme.gap : body.height
                number: root.presenter.number
                size: 300
                alignment: Text.AlignHCenter
                night: root.night
                color: root.stale ? root.tones.faded : root.presenter.calling ? root.tones.number : root.tones.text
                objectName: "newestNumber"
            }
            Icon {
                id: arrow

                visible: root.presenter.calling && root.presenter.arrow !== "none"
                x: root.upright ? Math.round((body.width - width) / 2) : body.width - width
                y: root.upright ? body.height - height : Math.round((body.height - height) / 2)
                name: root.presenter.arrow === "none" ? "" : "arrow-" + root.presenter.arrow
                size: 140
                color: root.stale ? root.tones.faded : root.tones.number
                objectName: "signArrow"
            }
            Icon {
                anchors.centerIn: parent
                visible: !root.somebody
                name: root.presenter.connecting ? "hourglass" : root.presenter.notHere ? "triangle-alert" : root.presenter.closed ? "coffee" : "ticket"
                size: Math.min(150, body.height)
                color: root.tones.soft
            }
            SequentialAnimation {
                id: breath

                loops: Theme.breathTotal / Theme.breathPeriod

                NumberAnimation {
                    target: arrow
                    property: "opacity"
                    to: 0.5
                    duration: Theme.breathPeriod / 2
                    easing.type: Easing.InOutSine
                }
                NumberAnimation {
                    target: arrow
                    property: "opacity"
                    to: 1
                    duration: Theme.breathPeriod / 2
                    easing.type: Easing.InOutSine
                }
            }
        }
        Rectangle {
            id: footer

            anchors.bottom: parent.bottom
            width: parent.width
            height: 96
            color: root.presenter.calling && !root.stale ? root.tones.strong : root.tones.tint

            Words {
                anchors {
                    fill: parent
                    leftMargin: Theme.gap
                    rightMargin: Theme.gap
                }
                text: root.stale && !root.presenter.connecting ? qsTr("Xin nghe cán bộ gọi") : root.presenter.connecting ? qsTr("Đang kết nối…") : root.presenter.notHere ? qsTr("Không có quầy này trong khu vực") : root.presenter.closed ? qsTr("Quầy tạm nghỉ") : root.presenter.calling ? qsTr("Mời quý vị vào quầy") : root.presenter.serving ? qsTr("Đang phục vụ") : qsTr("Xin chờ gọi số")
                size: 46
                weight: Words.SemiBold
                night: root.night
                color: root.presenter.calling && !root.stale ? root.tones.onStrong : root.tones.text
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 28
                wrapMode: Text.NoWrap
                objectName: "signState"
            }
        }
    }
}
