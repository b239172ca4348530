// One thing to pick, with the digit that picks it.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

CardButton {
    id: root

    required property string optionId
    required property string key
    required property string detail
    required property string words
    required property string asking
    property bool current: false

    focusPolicy: Qt.NoFocus
    radius: Theme.radiusCounter - 4
    padding: 12
    text: root.words === "" ? DeskWords.option(root.asking, root.optionId) : root.words
    objectName: "option_" + root.optionId
    background: Card {
        radius: root.radius
        lineWidth: root.current ? Theme.lineWidth : Theme.lineThin
        color: root.down ? Theme.day.tintPressed : root.current ? Theme.day.tint : Theme.day.card
        lineColor: root.current ? Theme.day.accent : Theme.day.line
    }
    contentItem: RowLayout {
        spacing: 16

        Badge {
            letter: root.key
            size: 52
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            size: Theme.counter.title
            weight: Words.SemiBold
            lineHeight: 1.0
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Words {
            visible: text !== ""
            text: root.detail === "" ? "" : qsTr("đến %1").arg(root.detail)
            size: Theme.counter.body
            soft: true
            lineHeight: 1.0
            wrapMode: Text.NoWrap
        }
    }
}
