// All of HallKit in both lights, to be looked at and to be compared with itself.
import QtQuick
import HallKit

Window {
    width: 1920
    height: 1320
    visible: true
    color: Theme.day.ground

    Row {
        GalleryPage {
            objectName: "day"
        }
        GalleryPage {
            objectName: "night"
            night: true
        }
    }
}
