// One thing to pick in the bar.
import QtQuick
import HallKit

BigButton {
    property bool current: false

    height: 64
    width: Math.min(implicitWidth, 300)
    night: true
    keyOnlyShown: true
    kind: current ? BigButton.Primary : BigButton.Quiet
    textSize: Theme.counter.caption
    horizontalPadding: 14
    radius: 14
    focusPolicy: Qt.NoFocus
}
