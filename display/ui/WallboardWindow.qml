// The wallboard: newest call and waiting fields beside the list of recent calls, or above it on an upright screen.
import QtQuick
import QtQuick.Window
import HallKit
import display.ui

Window {
    id: root

    required property WallboardPresenter presenter
    readonly property bool upright: root.height > root.width
    readonly property bool stale: !root.presenter.live

    width: 1920
    height: 1080
    title: qsTr("Xếp Hàng: bảng gọi số")
    color: Theme.night.ground

    Sheet {
        id: sheet

        designWidth: root.upright ? 1080 : 1920
        designHeight: root.upright ? 1920 : 1080
        color: Theme.night.ground

        BoardHeader {
            id: header

            width: parent.width
            presenter: root.presenter
            upright: root.upright
        }
        LinkBanner {
            id: banner

            anchors.top: header.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: root.stale && !root.presenter.connecting
            compact: false
            night: true
            size: Theme.board.caption
            live: root.presenter.live
            since: root.presenter.staleSince
            objectName: "linkBanner"
        }
        Item {
            id: body

            readonly property bool listed: root.presenter.calling
            readonly property int listWidth: !listed ? 0 : root.upright ? width : Math.round(width * 0.365)

            anchors {
                top: banner.bottom
                bottom: ticker.top
                left: parent.left
                right: parent.right
            }
            visible: !root.presenter.connecting && !root.presenter.closed

            NewestCall {
                id: newest

                width: root.upright ? body.width : body.width - body.listWidth
                height: root.upright && body.listed ? implicitHeight : body.height - fields.height - Theme.gap
                presenter: root.presenter
                stale: root.stale
            }
            RecentCalls {
                visible: body.listed
                x: root.upright ? 0 : body.width - width
                y: root.upright ? newest.height : 0
                width: body.listWidth
                height: root.upright ? body.height - newest.height - fields.height - Theme.gap : body.height
                presenter: root.presenter
                stale: root.stale
            }
            FieldGrid {
                id: fields

                anchors.bottom: parent.bottom
                width: newest.width
                presenter: root.presenter
                stale: root.stale
                columnsMax: root.upright ? 4 : 5
            }
        }
        BoardNotice {
            anchors.fill: body
            visible: !body.visible
            presenter: root.presenter
        }
        TickerLine {
            id: ticker

            anchors.bottom: parent.bottom
            width: parent.width
            presenter: root.presenter
            upright: root.upright
        }
    }
}
