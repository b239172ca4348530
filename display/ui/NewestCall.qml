// The call that everybody shall see: number, arrow, counter, and under it the same in words, as the voice says it.
// A new call slides in once; the badge of its counter breathes for six seconds; then nothing moves.
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property WallboardPresenter presenter
    required property bool stale
    readonly property int margin: Theme.gapWide + 8
    readonly property int gap: 18
    readonly property string callId: root.presenter.newestId

    implicitHeight: column.implicitHeight + Theme.gapWide - 8

    onCallIdChanged: {
        if (root.presenter.motion && root.callId !== "") {
            slide.restart();
            badge.breathe();
        }
    }

    QuietPlace {
        anchors {
            fill: parent
            margins: root.margin
        }
        visible: !root.presenter.calling
    }
    Column {
        id: column

        x: root.margin
        y: Theme.gapTight + 4
        width: root.width - 2 * root.margin
        spacing: Theme.gapTight
        visible: root.presenter.calling

        Words {
            text: qsTr("Mời công dân có số")
            size: 44
            soft: true
            night: true
            lineHeight: 1.0
        }
        Item {
            id: row

            width: parent.width
            height: 268

            TicketNumber {
                width: Math.min(implicitWidth, row.width - badge.width - arrow.width - 2 * root.gap)
                height: row.height
                number: root.presenter.newestNumber
                size: Theme.board.number
                night: true
                color: root.stale ? Theme.night.soft : Theme.night.number
                objectName: "newestNumber"

                transform: Translate {
                    id: shift
                }
            }
            Icon {
                id: arrow

                anchors {
                    verticalCenter: parent.verticalCenter
                    right: badge.left
                    rightMargin: root.gap
                }
                name: "arrow-right"
                size: 80
                color: root.stale ? Theme.night.soft : Theme.night.number
            }
            CounterBadge {
                id: badge

                anchors.right: parent.right
                height: row.height
                counter: root.presenter.newestCounter
                stale: root.stale
            }
        }
        Item {
            width: 1
            height: 4
        }
        CaptionBar {
            width: parent.width
            presenter: root.presenter
            visible: !root.stale
        }
    }
    NumberAnimation {
        id: slide

        target: shift
        property: "x"
        from: -Theme.gapPage
        to: 0
        duration: Theme.motionSlow
        easing.type: Theme.easing
    }
}
