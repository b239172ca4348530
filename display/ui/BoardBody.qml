// Calls, fields and pictures: in two columns, in three, or below each other on an upright screen.
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property WallboardPresenter presenter
    required property MediaPresenter media
    required property Look look
    readonly property bool upright: root.presenter.columns === 1
    readonly property bool wide: root.presenter.columns === 3
    readonly property bool listed: root.presenter.calling
    readonly property bool pictured: root.presenter.mediaWidth > 0 && root.media.ready
    readonly property bool showsPictures: root.visible && (root.pictured || largePictures.visible)
    readonly property int sideWidth: root.wide ? Math.round(root.width * 0.356) : 0
    readonly property int listWidth: !root.listed ? 0 : root.upright ? root.width : Math.round(root.width * (root.wide ? 0.25 : 0.365))
    readonly property int mainWidth: root.upright ? root.width : root.width - root.listWidth - root.sideWidth
    readonly property real lower: fields.height + Theme.gap

    NewestCall {
        id: newest

        width: root.mainWidth
        height: root.wide ? root.height : root.upright && root.listed ? implicitHeight : root.height - root.lower - (root.upright && root.pictured ? pictures.height + Theme.gap : 0)
        visible: !largePictures.visible
        presenter: root.presenter
        look: root.look
    }
    MediaPane {
        id: largePictures

        x: root.look.margin
        y: Theme.gapCard
        width: newest.width - 2 * root.look.margin
        height: newest.height - Theme.gapCard
        visible: root.media.whenIdle && root.media.ready && root.presenter.idle
        media: root.media
    }
    RecentCalls {
        visible: root.listed
        x: root.upright ? 0 : root.mainWidth
        y: root.upright ? newest.height : 0
        width: root.listWidth
        height: root.upright ? root.height - newest.height - root.lower - (root.pictured ? pictures.height + Theme.gap : 0) : root.height
        presenter: root.presenter
        look: root.look
    }
    MediaPane {
        id: pictures

        x: root.wide ? root.width - root.sideWidth + root.look.margin : root.look.margin
        y: root.wide ? Theme.gapCard : root.upright ? root.height - root.lower - height : fields.y
        width: root.presenter.mediaWidth
        height: root.upright || root.wide ? root.presenter.mediaHeight : fields.height - Theme.gapCard
        visible: root.pictured
        media: root.media
    }
    FieldGrid {
        id: fields

        readonly property real indent: root.pictured && !root.wide && !root.upright ? pictures.width + Theme.gap : 0

        x: root.wide ? root.width - root.sideWidth + root.look.margin : root.look.margin + indent
        y: root.wide ? (root.pictured ? pictures.y + pictures.height + Theme.gap : Theme.gapCard) : root.height - height
        room: root.wide ? root.height - y : 0
        width: (root.wide ? root.sideWidth : root.mainWidth) - 2 * root.look.margin - indent
        presenter: root.presenter
        look: root.look
    }
}
