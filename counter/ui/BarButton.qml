// One action in the bar, with its key. Always pressable: where it cannot be done now, the press is answered with the reason.
import QtQuick
import QtQuick.Layouts
import HallKit

BigButton {
    id: root

    required property bool possible
    property bool armed: false
    property bool advised: false
    property bool sending: false
    property string words: ""

    Layout.preferredHeight: 64
    Layout.alignment: Qt.AlignVCenter
    night: true
    keyOnlyShown: true
    kind: root.armed || (root.advised && root.possible) ? BigButton.Primary : BigButton.Quiet
    opacity: root.possible || root.sending ? 1 : Theme.unavailable
    text: root.sending ? qsTr("Đang gửi…") : root.armed ? qsTr("Bấm lần nữa") : root.words
    textSize: Theme.counter.caption
    horizontalPadding: 14
    keySize: 13
    radius: 14
}
