// Text in words. Long lines wrap; the leading leaves room for Vietnamese marks stacked above and below.
import QtQuick

Text {
    id: root

    enum Weight {
        Regular,
        Medium,
        SemiBold,
        Bold
    }

    property int size: Theme.counter.body
    property int weight: Words.Regular
    property bool night: false
    property bool soft: false
    readonly property Tones tones: Theme.tones(root.night)

    color: root.soft ? root.tones.soft : root.tones.text
    font.family: Theme.wordFamily
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: root.size
    font.weight: [Font.Normal, Font.Medium, Font.DemiBold, Font.Bold][root.weight]
    lineHeight: root.size < Theme.leadingUpTo ? Theme.leading : 1.0
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
