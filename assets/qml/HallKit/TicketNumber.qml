// A ticket number as big as its box allows, never above `size`; its capitals stand in the middle of the box.
// Give it a width to fit into, or none to let it be as wide as the number is.
import QtQuick

Item {
    id: root

    required property string number
    property int size: Theme.counter.number
    property bool night: false
    property color color: Theme.tones(root.night).number
    property int alignment: Text.AlignLeft

    // Inter's capitals are 0.7275 of its size high; a measure taken at 100 px scales to any size
    readonly property real capitals: 0.7275
    readonly property real advance: root.number === "" ? 1 : root.advanceIn(measure.font, root.number)
    readonly property int fittedSize: Math.max(1, Math.floor(Math.min(root.size, root.width / root.advance, root.height / root.capitals)))

    // The font is an argument so that a number shown from the start is measured again once the font is known
    function advanceIn(font: font, number: string): real {
        return measure.advanceWidth(number) / font.pixelSize;
    }

    implicitWidth: Math.ceil(root.advance * root.size)
    implicitHeight: Math.ceil(root.capitals * root.size * 1.15)

    FontMetrics {
        id: measure

        font: digits.reference
    }

    Text {
        id: digits

        readonly property font reference: Qt.font({
                "family": Theme.figureFamily,
                "pixelSize": 100,
                "weight": Font.ExtraBold,
                "hintingPreference": Font.PreferNoHinting,
                "features": {
                    "tnum": 1
                }
            })

        width: root.width
        // The baseline on a whole pixel: where a glyph's outlines overlap, as in Inter's 1, a half one would show
        y: Math.round((root.height + root.capitals * root.fittedSize) / 2) - baselineOffset
        text: root.number
        color: root.color
        horizontalAlignment: root.alignment
        font.family: Theme.figureFamily
        font.hintingPreference: Font.PreferNoHinting
        font.weight: Font.ExtraBold
        font.pixelSize: root.fittedSize
        font.features: ({
                "tnum": 1
            })
        textFormat: Text.PlainText
    }
}
