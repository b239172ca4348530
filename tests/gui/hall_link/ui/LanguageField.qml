// One text of HallKit, for switching the language under it.
import QtQuick
import HallKit

Window {
    width: 300
    height: 100
    visible: true

    LinkBanner {
        readonly property string text: words

        objectName: "link"
        live: false
        since: ""
    }
}
