// One waiting ticket in a list: its number, what for, why it stands where it stands, and a value at the right.
import QtQuick
import QtQuick.Layouts

Item {
    id: root

    required property string number
    required property string title
    // Why it stands here: said as a chip when `reasonKind` is given, else as quiet words
    property string reason: ""
    property int reasonKind: -1
    property string trailing: ""
    property int numberWidth: 92
    property bool night: false
    property bool divided: true

    implicitWidth: 400
    implicitHeight: 72

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gap

        TicketNumber {
            // One width for all rows, so that what follows stands in line; a longer number gets smaller
            Layout.preferredWidth: root.numberWidth
            number: root.number
            size: Theme.counter.listNumber
            color: Theme.tones(root.night).text
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 1

            Words {
                Layout.fillWidth: true
                text: root.title
                size: Theme.counter.caption
                night: root.night
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Words {
                Layout.fillWidth: true
                visible: root.reason !== "" && root.reasonKind < 0
                text: root.reason
                size: Theme.counter.caption
                night: root.night
                soft: true
                lineHeight: 1.0
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Chip {
                Layout.maximumWidth: parent.width
                visible: root.reason !== "" && root.reasonKind >= 0
                text: root.reason
                kind: Math.max(0, root.reasonKind)
                night: root.night
            }
        }
        Figures {
            text: root.trailing
            size: Theme.counter.caption
            night: root.night
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.divided
        night: root.night
    }
}
