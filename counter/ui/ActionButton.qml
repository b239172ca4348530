// One action with its key. It is always pressable: where it cannot be done now, the press is answered with the reason.
import QtQuick
import HallKit

BigButton {
    id: root

    required property bool possible
    property bool armed: false
    property bool sending: false
    property bool advised: false
    property string words: ""

    implicitHeight: 78
    keyOnlyShown: true
    stacked: true
    textSize: root.armed ? Theme.counter.caption : Theme.counter.detail
    keySize: 13
    kind: root.armed || root.advised ? BigButton.Primary : BigButton.Outline
    opacity: root.possible || root.sending ? 1 : Theme.unavailable
    text: root.sending ? qsTr("Đang gửi…") : root.armed ? qsTr("Bấm lần nữa") : root.words
    horizontalPadding: 8

    FocusFrame {
        button: root
    }
}
