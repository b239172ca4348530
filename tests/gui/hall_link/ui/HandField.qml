// Items that can be reached and items that cannot, for the tests of the stage and the hand.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import tests.gui.hall_link.ui

Window {
    id: root

    required property PressesPresenter presenter

    width: 600
    height: 500
    visible: true
    color: Theme.day.ground

    component Target: BigButton {
        width: 120
        height: 60
        text: objectName
        onClicked: root.presenter.press(objectName)
    }

    Words {
        objectName: "greeting"
        x: 20
        y: 440
        text: qsTr("Trực tuyến", "test")
    }
    Target {
        objectName: "open"
        x: 20
        y: 20
        key: "F2"
    }
    Target {
        objectName: "fault"
        x: 300
        y: 20
    }
    Target {
        objectName: "disabled"
        x: 20
        y: 100
        enabled: false
    }
    Target {
        objectName: "busy"
        x: 160
        y: 100
        busy: true
    }
    Target {
        objectName: "hidden"
        visible: false
    }
    Target {
        objectName: "outside"
        x: 590
        y: 100
    }
    Target {
        objectName: "underGlass"
        x: 20
        y: 180
    }
    MouseArea {
        x: 20
        y: 180
        width: 120
        height: 60
    }
    Target {
        objectName: "underPaper"
        x: 160
        y: 180
    }
    Rectangle {
        x: 160
        y: 180
        width: 120
        height: 60
        color: Theme.day.line
    }
    Target {
        objectName: "underWords"
        x: 300
        y: 180
    }
    Words {
        x: 300
        y: 180
        text: "…"
    }
    Item {
        x: 20
        y: 260
        width: 60
        height: 20
        clip: true

        Target {
            objectName: "clipped"
        }
    }
    Target {
        objectName: "twin"
        x: 300
        y: 260
        width: 60
    }
    Target {
        objectName: "twin"
        x: 400
        y: 260
        width: 60
    }
    ListView {
        x: 20
        y: 340
        width: 560
        height: 60
        orientation: ListView.Horizontal
        model: ["A", "B", "C"]
        delegate: Target {
            required property string modelData

            objectName: "field-" + modelData
        }
    }
    Target {
        objectName: "late"
        x: 460
        y: 20
        visible: root.presenter.arrived.length > 0
    }
}
