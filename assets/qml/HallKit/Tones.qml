// The colours of one light: Theme.day (paper and ink) or Theme.night (navy with one warm yellow for what calls).
// Every role is named by its use, so that a component is right in both lights without knowing which it is in.
import QtQuick

QtObject {
    // Surfaces
    required property color ground
    required property color panel
    required property color card
    required property color tint
    required property color tintPressed
    required property color line

    // Text: `text`, `number` and `soft`, which explains, have 7:1 on every surface they stand on
    required property color text
    required property color soft
    // What was true when it was last heard of
    required property color faded
    required property color number

    // The one strong surface of a screen and what stands on it
    required property color strong
    required property color strongPressed
    required property color onStrong
    required property color accent

    // Meanings, always beside a word or an icon; their tints carry chips and notices
    required property color ok
    required property color okTint
    required property color warning
    required property color warningTint
    required property color error
    required property color errorTint
}
