// Numbers, times and waits: Inter with tabular figures, so that nothing jumps when a digit changes.
import QtQuick

Text {
    id: root

    property int size: Theme.counter.body
    property bool night: false
    property bool heavy: false
    property bool soft: false
    readonly property Tones tones: Theme.tones(root.night)

    color: root.soft ? root.tones.soft : root.tones.text
    font.family: Theme.figureFamily
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: root.size
    font.weight: root.heavy ? Font.Bold : Font.DemiBold
    font.features: ({
            "tnum": 1
        })
    textFormat: Text.PlainText
}
