// A button with a word, perhaps an icon, perhaps the key that does the same. It answers a touch at once with its pressed
// colour; while `busy` it shows an hourglass and lets nothing through, neither touch nor key, so nothing happens twice.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

AbstractButton {
    id: root

    enum Kind {
        Primary,
        Quiet,
        Outline
    }

    property int kind: BigButton.Primary
    property bool night: false
    property bool busy: false
    property string iconName: ""
    property string key: ""
    // The key is wired elsewhere, together with those of buttons that are not on this page
    property bool keyOnlyShown: false
    property bool stacked: false
    property int textSize: Theme.counter.body
    property int iconSize: Math.round(root.textSize * 1.3)
    property int keySize: Math.max(13, Math.round(root.textSize * 0.5))
    property real radius: Theme.radiusCounter

    readonly property Tones tones: Theme.tones(root.night)
    readonly property bool filled: root.kind === BigButton.Primary
    readonly property color ink: root.filled ? root.tones.onStrong : root.kind === BigButton.Quiet && !root.night ? root.tones.accent : root.tones.text
    readonly property color surface: root.filled ? (root.down ? root.tones.strongPressed : root.tones.strong) : root.down ? root.tones.tintPressed : root.kind === BigButton.Quiet ? root.tones.tint : root.tones.card

    horizontalPadding: Math.round(root.textSize * 0.7)
    verticalPadding: Math.round(root.textSize * 0.5)
    spacing: Math.round(root.textSize * 0.55)
    focusPolicy: Qt.TabFocus
    opacity: root.enabled ? 1 : Theme.unavailable
    Accessible.role: Accessible.Button
    Accessible.name: root.text

    Keys.onPressed: event => event.accepted = root.busy
    Shortcut {
        sequence: root.key
        enabled: root.key !== "" && !root.keyOnlyShown && root.enabled && root.visible && !root.busy
        autoRepeat: false
        onActivated: root.click()
    }

    background: Rectangle {
        radius: root.radius
        color: root.surface
        border.width: root.visualFocus ? Theme.lineWidth : root.kind === BigButton.Outline && !root.night ? Theme.lineThin : 0
        border.color: root.visualFocus ? root.ink : root.tones.line
    }

    contentItem: Item {
        implicitWidth: content.implicitWidth
        implicitHeight: content.implicitHeight

        GridLayout {
            id: content

            anchors.centerIn: parent
            width: Math.min(parent.width, implicitWidth)
            flow: root.stacked ? GridLayout.TopToBottom : GridLayout.LeftToRight
            rows: root.stacked ? 3 : 1
            columns: root.stacked ? 1 : 3
            columnSpacing: root.spacing
            rowSpacing: 2

            Icon {
                visible: name !== ""
                name: root.busy ? "hourglass" : root.iconName
                size: root.iconSize
                color: root.ink
                Layout.alignment: Qt.AlignCenter
            }
            Words {
                text: root.text
                size: root.textSize
                weight: Words.SemiBold
                color: root.ink
                lineHeight: 1.0
                horizontalAlignment: Text.AlignHCenter
                // A long word gets smaller, then a second line, before it gets cut
                fontSizeMode: Text.Fit
                minimumPixelSize: Math.round(root.textSize * 0.6)
                verticalAlignment: Text.AlignVCenter
                Layout.alignment: Qt.AlignCenter
                Layout.fillWidth: true
                Layout.maximumHeight: root.stacked ? -1 : root.availableHeight
            }
            KeyCap {
                visible: root.key !== ""
                key: root.key
                framed: root.filled && !root.night
                size: root.keySize
                ink: root.filled ? root.tones.onStrong : root.tones.soft
                Layout.alignment: Qt.AlignCenter
            }
        }
    }

    MouseArea {
        anchors.fill: parent
        visible: root.busy
    }
}
