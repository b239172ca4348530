// Whose hall this is, and its time. Empty but for the bar while nothing is known yet.
import QtQuick
import QtQuick.Layouts
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property MediaPresenter media
    required property Look look
    // Large texts need the width of an upright screen for themselves
    readonly property bool stacked: root.presenter.upright && root.look.detail > Theme.board.detail

    implicitHeight: Math.max(root.presenter.upright ? 148 : 116, Math.ceil((root.stacked ? 3.9 : 2.6) * root.look.detail) + (root.stacked ? Theme.gapWide : Theme.gap))
    color: root.look.tones.tint

    GridLayout {
        anchors {
            fill: parent
            leftMargin: root.look.margin
            rightMargin: root.look.margin
        }
        columns: root.stacked ? 2 : 4
        columnSpacing: Theme.gap
        rowSpacing: 4
        visible: !root.presenter.connecting

        Image {
            readonly property int side: root.height - 2 * Theme.gapTight

            visible: root.media.emblem !== "" && !root.stacked
            source: root.media.emblem
            fillMode: Image.PreserveAspectFit
            Layout.preferredHeight: side
            Layout.preferredWidth: Math.min(3, root.media.emblemShape) * side
            objectName: "emblem"
        }
        Icon {
            visible: root.media.emblem === "" && !root.stacked
            name: "landmark"
            size: Theme.board.icon + 6
            color: root.look.tones.accent
        }
        Column {
            Layout.fillWidth: true
            Layout.leftMargin: root.stacked ? 0 : 4
            Layout.columnSpan: root.stacked ? 2 : 1

            Words {
                width: parent.width
                text: root.presenter.hall
                size: Math.max(root.presenter.upright ? 34 : 38, root.look.detail)
                weight: Words.SemiBold
                night: root.look.night
                lineHeight: 1.0
                elide: Text.ElideRight
                maximumLineCount: root.presenter.upright && !root.stacked ? 2 : 1
                objectName: "hallName"
            }
            Words {
                width: parent.width
                visible: text !== "" && !root.stacked
                text: root.presenter.place
                size: root.look.detail
                soft: true
                night: root.look.night
                lineHeight: 1.0
                elide: Text.ElideRight
                maximumLineCount: 1
            }
        }
        Column {
            Layout.leftMargin: root.stacked ? 0 : Theme.gap

            Words {
                x: root.stacked ? 0 : parent.width - width
                text: root.presenter.date
                size: root.look.detail
                night: root.look.night
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                x: root.stacked ? 0 : parent.width - width
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
            Layout.leftMargin: Theme.gap
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            text: root.presenter.clock
            size: root.look.clock
            heavy: true
            night: root.look.night
            objectName: "clock"
        }
    }
}
