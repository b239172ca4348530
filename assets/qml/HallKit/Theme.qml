// The one theme: every colour, size, radius, gap and duration of every screen. Lengths are pixels of the design size
// (kiosk 1080 x 1920, wallboard 1920 x 1080, counter 1366 x 768), which Sheet scales to the real window.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    component KioskSizes: QtObject {
        readonly property int question: 56
        readonly property int title: 45
        readonly property int tile: 37
        readonly property int button: 33
        readonly property int detail: 27
        readonly property int caption: 26
        readonly property int number: 330
        readonly property int clock: 56
        readonly property int icon: 60
    }

    component BoardSizes: QtObject {
        readonly property int number: 262
        readonly property int counter: 180
        readonly property int list: 96
        readonly property int wait: 46
        readonly property int caption: 37
        readonly property int clock: 60
        readonly property int detail: 27
        readonly property int icon: 46
    }

    component CounterSizes: QtObject {
        readonly property int number: 116
        readonly property int timer: 48
        readonly property int next: 40
        readonly property int listNumber: 30
        readonly property int title: 23
        readonly property int body: 20
        readonly property int detail: 18
        readonly property int caption: 17
        readonly property int chip: 14
        readonly property int barNumber: 52
        readonly property int barHeight: 96
        readonly property int icon: 24
    }

    readonly property Tones day: Tones {
        ground: "#F7F4EC"
        panel: "#FFFFFF"
        card: "#FFFFFF"
        tint: "#E3EFF3"
        tintPressed: "#C6DEE7"
        line: "#DDD6C6"
        text: "#10243E"
        soft: "#3D5068"
        faded: "#5F6F85"
        number: "#0A5875"
        strong: "#0B5A78"
        strongPressed: "#07425A"
        onStrong: "#FFFFFF"
        accent: "#0B5A78"
        ok: "#1D7A4F"
        okTint: "#E4F2EA"
        warning: "#A94D07"
        warningTint: "#FBEEDC"
        error: "#B3261E"
        errorTint: "#FBE9E7"
    }

    readonly property Tones night: Tones {
        ground: "#0A1C30"
        panel: "#0F2740"
        card: "#12304D"
        tint: "#12304D"
        tintPressed: "#1E4569"
        line: "#1F4260"
        text: "#FFFFFF"
        soft: "#AABED2"
        faded: "#8FA4BA"
        number: "#FFD45E"
        strong: "#FFD45E"
        strongPressed: "#E5B83C"
        onStrong: "#10243E"
        accent: "#FFD45E"
        ok: "#8AD0AE"
        okTint: "#123F45"
        warning: "#FFB870"
        warningTint: "#3A2E22"
        error: "#FFA79F"
        errorTint: "#43242C"
    }

    readonly property KioskSizes kiosk: KioskSizes {}
    readonly property BoardSizes board: BoardSizes {}
    readonly property CounterSizes counter: CounterSizes {}

    // Families; the stage loads their files and refuses to start without them
    readonly property string wordFamily: "Be Vietnam Pro"
    readonly property string figureFamily: "Inter"

    // Leading of running text, as a factor of the font's own line of 1.265: room for stacked marks above and below.
    // Headings from this size on keep to the font's own line. Hinting is off everywhere: it bends big figures.
    readonly property real leading: 1.1
    readonly property int leadingUpTo: 38

    // Shape
    readonly property int radiusKiosk: 28
    readonly property int radiusCounter: 20
    readonly property int radiusChip: 10
    readonly property int lineWidth: 3
    readonly property int lineThin: 2

    // Spacing, in steps of 4
    readonly property int gapTight: 12
    readonly property int gap: 24
    readonly property int gapCard: 28
    readonly property int gapWide: 48
    readonly property int gapPage: 64

    // A finger needs 20 mm: 80 design pixels on the narrowest kiosk screen served, 22 inches upright (270 mm across)
    readonly property int touchMin: 80

    // Motion in milliseconds, ease-out. A new call slides in once and its badge breathes for six seconds
    readonly property int motionFast: 150
    readonly property int motion: 200
    readonly property int motionSlow: 250
    readonly property int easing: Easing.OutCubic
    readonly property int breathPeriod: 1000
    readonly property int breathTotal: 6000

    // A surface that cannot be used now
    readonly property real unavailable: 0.55

    function tones(night: bool): Tones {
        return night ? theme.night : theme.day;
    }
}
