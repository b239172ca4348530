// What the voice is saying, word for word, for those who cannot hear it; between two sentences, what the number means.
import QtQuick
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    required property Look look
    // On an upright screen a little smaller, so that the usual sentence stays on one line
    readonly property int size: Math.max(root.width < 1000 && root.presenter.upright ? Theme.board.caption - 4 : Theme.board.caption, root.look.detail)

    implicitHeight: Math.max(84, words.implicitHeight + 20)
    radius: Theme.radiusCounter
    color: root.look.tones.card
    border.width: root.look.night ? 0 : Theme.lineWidth
    border.color: root.look.tones.line

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapCard
        name: root.presenter.unheard ? "volume-off" : "volume-2"
        size: Theme.board.caption + 3
        color: root.presenter.speaking ? root.look.tones.accent : root.look.tones.soft
    }
    Words {
        id: words

        anchors {
            verticalCenter: parent.verticalCenter
            left: icon.right
            leftMargin: Theme.gap
            right: parent.right
            rightMargin: Theme.gap
        }
        text: root.presenter.caption
        size: root.size
        night: root.look.night
        lineHeight: 1.0
        maximumLineCount: root.presenter.columns === 3 ? 3 : 2
        elide: Text.ElideRight
        objectName: "caption"
    }
}
