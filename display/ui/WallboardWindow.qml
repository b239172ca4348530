// The wallboard: header, calls, fields and pictures in the division that the hall chose, the bottom line.
import QtQuick
import QtQuick.Window
import HallKit
import display.ui

Window {
    id: root

    required property WallboardPresenter presenter
    required property MediaPresenter media
    readonly property bool upright: root.presenter.upright

    function fit() {
        root.presenter.fit(root.width, root.height);
    }

    width: 1920
    height: 1080
    title: qsTr("Xếp Hàng: bảng gọi số")
    color: look.tones.ground
    onWidthChanged: root.fit()
    onHeightChanged: root.fit()
    Component.onCompleted: root.fit()

    Binding {
        target: root.media
        property: "watched"
        value: body.showsPictures || closedPictures.visible
    }
    Look {
        id: look

        presenter: root.presenter
    }
    Sheet {
        designWidth: root.upright ? 1080 : 1920
        designHeight: root.upright ? 1920 : 1080
        color: look.tones.ground

        BoardHeader {
            id: header

            width: parent.width
            presenter: root.presenter
            media: root.media
            look: look
        }
        LinkBanner {
            id: banner

            anchors.top: header.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: look.stale && !root.presenter.connecting
            compact: false
            night: look.night
            size: look.caption
            live: root.presenter.live
            since: root.presenter.staleSince
            objectName: "linkBanner"
        }
        BoardBody {
            id: body

            anchors {
                top: banner.bottom
                bottom: ticker.top
                left: parent.left
                right: parent.right
            }
            visible: !root.presenter.connecting && !root.presenter.closed
            presenter: root.presenter
            media: root.media
            look: look
        }
        BoardNotice {
            anchors.fill: body
            visible: !body.visible && !closedPictures.visible
            presenter: root.presenter
            look: look
        }
        MediaPane {
            id: closedPictures

            anchors.fill: body
            visible: root.presenter.closed && root.media.whenIdle && root.media.ready
            media: root.media
        }
        TickerLine {
            id: ticker

            anchors.bottom: parent.bottom
            width: parent.width
            presenter: root.presenter
            look: look
        }
    }
}
