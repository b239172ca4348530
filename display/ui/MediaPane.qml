// A picture or a video of the hall's own, whole, in the middle of its place.
import QtQuick
import display.ui

Item {
    id: root

    required property MediaPresenter media

    objectName: "mediaPane"

    Image {
        anchors.fill: parent
        source: root.media.address
        fillMode: Image.PreserveAspectFit
        cache: false
        mipmap: false
        smooth: true
    }
}
