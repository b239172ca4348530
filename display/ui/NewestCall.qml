// The call that everybody shall see: number, arrow, counter, and under it the same in words, as the voice says it.
// In a narrow column the counter stands below the number. A new call slides in once; the badge of its counter breathes
// for six seconds; then nothing moves.
import QtQuick
import HallKit
import display.ui

Item {
    id: root

    required property WallboardPresenter presenter
    required property Look look
    readonly property bool stacked: root.presenter.columns === 3
    readonly property int gap: 18
    readonly property int rowHeight: 268
    readonly property string callId: root.presenter.newestId

    implicitHeight: heading.y + heading.height + Theme.gapTight + root.rowHeight + Theme.gap + caption.implicitHeight + Theme.gapWide - 8

    onCallIdChanged: {
        if (root.presenter.motion && root.callId !== "") {
            slide.restart();
            badge.breathe();
        }
    }

    QuietPlace {
        anchors {
            fill: parent
            margins: root.look.margin
        }
        visible: !root.presenter.calling
        look: root.look
    }
    Item {
        id: place

        anchors {
            fill: parent
            leftMargin: root.look.margin
            rightMargin: root.look.margin
        }
        visible: root.presenter.calling

        Words {
            id: heading

            y: root.stacked ? Theme.gapCard : Theme.gapTight + 4
            text: qsTr("Mời công dân có số")
            size: Math.max(44, root.look.detail)
            soft: true
            night: root.look.night
            lineHeight: 1.0
        }
        Item {
            id: row

            anchors.top: heading.bottom
            anchors.topMargin: Theme.gapTight
            width: parent.width
            height: root.stacked ? 530 : Math.min(root.rowHeight, place.height - y - (caption.visible ? caption.height + Theme.gap : 0))

            TicketNumber {
                width: Math.min(implicitWidth, row.width - (root.stacked ? 0 : badge.width + arrow.width + 2 * root.gap))
                height: root.stacked ? 240 : row.height
                number: root.presenter.newestNumber
                size: Theme.board.number
                night: root.look.night
                color: root.look.stale ? root.look.tones.faded : root.look.tones.number
                objectName: "newestNumber"

                transform: Translate {
                    id: shift
                }
            }
            Icon {
                id: arrow

                x: root.stacked ? Theme.gapTight : badge.x - root.gap - width
                anchors.verticalCenter: badge.verticalCenter
                name: "arrow-right"
                size: 80
                color: root.look.stale ? root.look.tones.faded : root.look.tones.number
            }
            CounterBadge {
                id: badge

                anchors.right: parent.right
                anchors.bottom: parent.bottom
                width: root.stacked ? row.width - arrow.width - Theme.gapTight - Theme.gap : implicitWidth
                height: root.stacked ? 256 : row.height
                counter: root.presenter.newestCounter
                look: root.look
                wide: root.stacked
            }
        }
        CaptionBar {
            id: caption

            anchors.top: row.bottom
            anchors.topMargin: root.stacked ? Theme.gapCard : Theme.gap
            width: parent.width
            presenter: root.presenter
            look: root.look
            visible: !root.look.stale
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
