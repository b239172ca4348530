// A card that is one big touch target, e.g. a field's tile. Its content is the app's: set `contentItem`.
// A pressed card turns to the tint at once (no animation in), so a finger always sees that it was felt.
import QtQuick
import QtQuick.Controls.Basic

AbstractButton {
    id: root

    property bool night: false
    property bool available: true
    property real radius: Theme.radiusKiosk

    padding: Theme.gapCard
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text

    background: Card {
        night: root.night
        dashed: !root.available
        radius: root.radius
        color: root.down ? Theme.tones(root.night).tintPressed : Theme.tones(root.night).card
        lineColor: root.down || root.visualFocus ? Theme.tones(root.night).accent : Theme.tones(root.night).line
    }
}
