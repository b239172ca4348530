// What the voice is saying, word for word, for those who cannot hear it; between two sentences, what the number means.
import QtQuick
import HallKit
import display.ui

Rectangle {
    id: root

    required property WallboardPresenter presenter
    // On an upright screen a little smaller, so that the usual sentence stays on one line
    readonly property int size: root.width < 1000 ? Theme.board.caption - 4 : Theme.board.caption

    implicitHeight: Math.max(84, words.implicitHeight + 20)
    radius: Theme.radiusCounter
    color: Theme.night.card

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapCard
        name: root.presenter.unheard ? "volume-off" : "volume-2"
        size: Theme.board.caption + 3
        color: root.presenter.speaking ? Theme.night.accent : Theme.night.soft
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
        night: true
        lineHeight: 1.0
        maximumLineCount: 2
        elide: Text.ElideRight
        objectName: "caption"
    }
}
