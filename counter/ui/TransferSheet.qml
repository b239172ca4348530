// Where to send the person who is here: every other field and every other open counter. Arrows and Enter, the letter of a
// field's series or the number of a counter, a click or a touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import HallKit
import counter.ui

Card {
    id: root

    required property DeskPresenter desk

    signal closed
    signal chosen(field: string, counter: int)
    signal otherPressed(press: string)

    objectName: "transferSheet"
    onVisibleChanged: {
        if (root.visible) {
            grid.currentIndex = 0;
            grid.forceActiveFocus();
        }
    }

    RowLayout {
        id: heading

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: Theme.gap
        }
        spacing: Theme.gapTight

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Words {
                Layout.fillWidth: true
                text: qsTr("Chuyển %1 đến…").arg(root.desk.current.number)
                size: 30
                weight: Words.Bold
                lineHeight: 1.0
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("Giữ số và thứ tự chờ. Chọn bằng mũi tên, chữ dãy số hoặc số quầy, rồi Enter.")
                size: Theme.counter.caption
                soft: true
                lineHeight: 1.0
            }
        }
        BigButton {
            Layout.alignment: Qt.AlignTop
            text: qsTr("Thôi")
            key: "Esc"
            kind: BigButton.Outline
            textSize: Theme.counter.detail
            radius: Theme.radiusChip
            implicitHeight: 48
            objectName: "closeSheetButton"
            onClicked: root.closed()
        }
    }
    GridView {
        id: grid

        readonly property int columns: 2

        anchors {
            left: parent.left
            right: parent.right
            top: heading.bottom
            bottom: more.top
            margins: Theme.gap
            rightMargin: Theme.gapTight
            bottomMargin: Theme.gapTight
            topMargin: Theme.gapTight
        }
        clip: true
        model: root.desk.destinations
        cellWidth: Math.floor(width / columns)
        cellHeight: 84
        cacheBuffer: 20000
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        objectName: "destinations"
        delegate: DestinationTile {
            width: grid.cellWidth - Theme.gapTight
            height: grid.cellHeight - Theme.gapTight
            current: grid.activeFocus && GridView.isCurrentItem
            onClicked: root.chosen(fieldId, counterId)
        }
        Keys.onReturnPressed: (grid.currentItem as DestinationTile)?.click()
        Keys.onEnterPressed: (grid.currentItem as DestinationTile)?.click()
        Keys.onPressed: event => {
            const index = root.desk.destinationOf(event.text);
            if (index >= 0) {
                grid.currentIndex = index;
                event.accepted = true;
            }
        }
        ScrollBar.vertical: ScrollBar {
            policy: grid.contentHeight > grid.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
    MoreButton {
        id: more

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: Theme.gap
            bottomMargin: visible ? 20 : 0
        }
        view: grid
        room: root.height - grid.y - Theme.gapTight
        count: grid.count
        objectName: "moreDestinations"
    }
    // The desk's buttons are behind the sheet; their keys still do what they say.
    Repeater {
        model: [
            {
                key: "F2",
                press: "next"
            },
            {
                key: "F3",
                press: "start"
            },
            {
                key: "F4",
                press: "recall"
            },
            {
                key: "F7",
                press: "missed"
            },
            {
                key: "F8",
                press: "finish"
            }
        ]

        Item {
            id: behind

            required property var modelData

            Shortcut {
                sequence: behind.modelData.key
                enabled: root.visible
                autoRepeat: false
                onActivated: root.otherPressed(behind.modelData.press)
            }
        }
    }
    Shortcut {
        sequence: "F6"
        enabled: root.visible
        autoRepeat: false
        onActivated: root.closed()
    }
}
