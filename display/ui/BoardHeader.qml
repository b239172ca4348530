// Whose hall this is, and its time; on an upright screen the time stands below. Empty while nothing is known yet.
import QtQuick
import QtQuick.Layouts
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property MediaPresenter media
    required property Look look
    readonly property bool upright: root.presenter.upright
    readonly property int lineHeight: Math.ceil(1.28 * root.look.detail)
    readonly property int nameSize: Math.max(root.upright ? 34 : 38, root.look.detail)

    implicitHeight: root.upright ? Theme.gapWide + Math.max(names.implicitHeight, whose.emblemSide) + time.implicitHeight : Math.max(116, 2 * root.lineHeight + Theme.gap)
    color: root.look.tones.tint

    RowLayout {
        id: whose

        readonly property int emblemSide: root.upright ? 72 : root.height - 2 * Theme.gapTight

        x: root.look.margin
        y: root.upright ? Theme.gapTight + 4 : Math.round((root.height - height) / 2)
        width: root.width - 2 * root.look.margin - (root.upright ? 0 : time.width + Theme.gapWide)
        spacing: Theme.gapCard
        visible: !root.presenter.connecting

        Image {
            visible: root.media.emblem !== ""
            source: root.media.emblem
            fillMode: Image.PreserveAspectFit
            Layout.preferredHeight: whose.emblemSide
            Layout.preferredWidth: Math.min(3, root.media.emblemShape) * whose.emblemSide
            objectName: "emblem"
        }
        Icon {
            visible: root.media.emblem === ""
            name: "landmark"
            size: Theme.board.icon + 6
            color: root.look.tones.accent
        }
        Column {
            id: names

            Layout.fillWidth: true

            Words {
                width: parent.width
                text: root.presenter.hall
                size: root.nameSize
                weight: Words.SemiBold
                night: root.look.night
                lineHeight: 1.0
                elide: Text.ElideRight
                maximumLineCount: root.upright ? 2 : 1
                objectName: "hallName"
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: root.presenter.place
                size: root.look.detail
                soft: true
                night: root.look.night
                lineHeight: 1.0
                elide: Text.ElideRight
                maximumLineCount: 1
            }
        }
    }
    RowLayout {
        id: time

        x: root.upright ? root.look.margin : root.width - width - root.look.margin
        y: root.upright ? root.height - height - Theme.gapTight : Math.round((root.height - height) / 2)
        width: root.upright ? root.width - 2 * root.look.margin : implicitWidth
        spacing: Theme.gapWide
        visible: !root.presenter.connecting

        Column {
            Layout.fillWidth: true

            Words {
                x: root.upright ? 0 : parent.width - width
                text: root.presenter.date
                size: root.look.detail
                night: root.look.night
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                x: root.upright ? 0 : parent.width - width
                visible: text !== ""
                text: root.presenter.lunar
                size: root.look.detail
                night: root.look.night
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
        }
        Figures {
            text: root.presenter.clock
            size: root.look.clock
            heavy: true
            night: root.look.night
            objectName: "clock"
        }
    }
}
