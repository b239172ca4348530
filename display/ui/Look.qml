// The look of one board: its light, and its sizes, which grow with the distance of the last row (`display.layout`).
import QtQuick
import HallKit
import display.ui

QtObject {
    id: root

    required property WallboardPresenter presenter
    readonly property bool night: root.presenter.night
    readonly property bool stale: !root.presenter.live
    readonly property Tones tones: Theme.tones(root.night)

    readonly property int detail: Math.max(Theme.board.detail, root.presenter.text)
    readonly property int caption: Math.max(Theme.board.caption, root.presenter.text)
    readonly property int wait: Math.max(Theme.board.wait + 8, root.presenter.text)
    readonly property int clock: Math.max(Theme.board.clock, root.presenter.text)
    readonly property int margin: Theme.gapWide + 8
}
