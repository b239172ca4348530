// One field and what this counter is to do for it: serve it, help it when it can, or neither.
import QtQuick
import QtQuick.Layouts
import HallKit

CardButton {
    id: root

    required property string fieldId
    required property string mark
    required property string name
    required property int waiting
    required property string duty
    property bool current: false
    readonly property bool serves: root.duty === "serves"
    readonly property bool helps: root.duty === "helps"

    focusPolicy: Qt.NoFocus
    radius: Theme.radiusCounter - 4
    padding: 12
    text: root.name
    objectName: "duty_" + root.fieldId
    background: Card {
        radius: root.radius
        dashed: root.duty === "none"
        lineWidth: root.current ? Theme.lineWidth : Theme.lineThin
        color: root.down ? Theme.day.tintPressed : root.serves ? Theme.day.tint : Theme.day.card
        lineColor: root.current || root.serves ? Theme.day.accent : Theme.day.line
    }
    contentItem: RowLayout {
        spacing: 16

        Badge {
            letter: root.mark
            size: 52
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Words {
                Layout.fillWidth: true
                text: root.name
                size: Theme.counter.detail
                weight: Words.SemiBold
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("%n người chờ", "", root.waiting)
                size: Theme.counter.caption - 1
                soft: true
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
        Chip {
            text: root.serves ? qsTr("Phục vụ") : root.helps ? qsTr("Giúp thêm") : qsTr("Không")
            kind: root.serves ? Chip.Ok : root.helps ? Chip.Warning : Chip.Info
        }
    }
}
