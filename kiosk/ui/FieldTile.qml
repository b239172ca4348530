// One field: touch it and its number comes. It says what the field is for, who waits, and, when it gives no numbers now, when
// it will again; then it can still be touched, and the reason is told.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HallKit

CardButton {
    id: root

    required property string fieldId
    required property string series
    required property string name
    required property string iconName
    required property list<string> examples
    required property int waiting
    required property string wait
    required property bool accepting
    required property string counters
    required property string reopens
    required property bool chosen

    // Tall tiles have the icon above the name, low ones beside it; the grid decides for all of them alike
    required property bool tall

    readonly property real growth: Math.max(1, Math.min(1.5, root.height / 330, root.width / 440))
    readonly property int iconSize: Math.round(root.tall ? Theme.kiosk.icon * root.growth : 50)
    readonly property int badgeSize: Math.round(root.tall ? 72 * root.growth : 50)
    readonly property int exampleSize: Math.round(Theme.kiosk.detail * Math.min(1.2, root.growth))
    // Height of a line of Be Vietnam Pro as a factor of its size
    readonly property real ownLine: 1.27
    readonly property color ink: root.accepting ? Theme.day.text : Theme.day.soft

    readonly property string main: root.chosen ? qsTr("Đang lấy số…") : !root.accepting ? (root.reopens === "" ? qsTr("Tạm ngừng") : qsTr("Mở lại lúc %1").arg(root.reopens)) : root.waiting > 0 ? qsTr("%n người chờ", "", root.waiting) : root.counters === "" ? qsTr("Chưa mở quầy") : root.wait !== "" ? qsTr("Chờ %1").arg(root.wait) : qsTr("Không phải chờ")
    readonly property string more: root.chosen || !root.accepting ? "" : root.wait !== "" && root.waiting > 0 ? root.wait : root.counters !== "" ? qsTr("quầy %1").arg(root.counters) : root.waiting > 0 ? qsTr("chưa mở quầy") : ""

    objectName: "fieldTile_" + root.fieldId
    text: root.name + ". " + root.main
    available: root.accepting
    down: root.pressed || root.chosen
    padding: root.tall ? Theme.gapCard + 4 : 16

    FontMetrics {
        id: exampleMetrics

        font.family: Theme.wordFamily
        font.pixelSize: root.exampleSize
    }

    contentItem: Item {
        Icon {
            id: icon

            name: root.iconName
            size: root.iconSize
            color: root.accepting ? Theme.day.accent : Theme.day.soft
        }
        Badge {
            anchors.right: parent.right
            y: root.tall ? 0 : parent.height - height
            letter: root.series
            size: root.badgeSize
        }
        Words {
            id: top

            x: root.tall ? 0 : icon.width + 16
            y: root.tall ? root.badgeSize + Math.round(12 * root.growth) : 0
            width: parent.width - x
            height: waitLine.y - y - Math.round(Theme.gapTight / 2)
            text: root.name
            // A long name is set smaller before it is cut
            size: Math.round(Theme.kiosk.tile * (root.tall ? root.growth : 1))
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.kiosk.detail
            weight: Words.Bold
            color: root.ink
            lineHeight: 1.0
            elide: Text.ElideRight
        }
        Column {
            x: top.x
            y: top.y + top.contentHeight + Math.round(Theme.gapTight * 0.7)
            width: top.width
            visible: root.accepting

            Repeater {
                model: root.examples.filter(name => exampleMetrics.advanceWidth(name) <= top.width).slice(0, Math.max(0, Math.floor((waitLine.y - top.y - top.contentHeight - 1.7 * Theme.gapTight) / (root.exampleSize * root.ownLine))))

                Words {
                    required property string modelData

                    width: top.width
                    text: modelData
                    size: root.exampleSize
                    soft: true
                    lineHeight: 1.0
                    wrapMode: Text.NoWrap
                }
            }
        }
        RowLayout {
            id: waitLine

            y: parent.height - height - (root.tall ? 0 : Math.round((root.badgeSize - height) / 2))
            width: parent.width - (root.tall ? 0 : root.badgeSize + Theme.gapTight)
            spacing: Theme.gapTight

            Words {
                id: mainWords

                Layout.maximumWidth: waitLine.width
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.kiosk.detail
                text: root.main
                size: Math.round((Theme.kiosk.detail + 3) * Math.min(1.2, root.growth))
                weight: Words.SemiBold
                color: Theme.day.text
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Words {
                visible: root.more !== "" && mainWords.implicitWidth + waitLine.spacing + implicitWidth <= waitLine.width
                text: "· " + root.more
                size: Math.round((Theme.kiosk.detail + 3) * Math.min(1.2, root.growth))
                soft: true
                lineHeight: 1.0
                wrapMode: Text.NoWrap
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
}
