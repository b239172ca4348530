// For a moment after something else came to stand here, no click or touch goes through: the second half of a double click was
// meant for what stood here before. Keys name what they do and are not held up.
import QtQuick

MouseArea {
    id: root

    required property string asking

    visible: settling.running
    onAskingChanged: settling.restart()

    Timer {
        id: settling

        // As long as a double click is one press (counter.presses.BOUNCE_MS)
        interval: 400
    }
}
