// Whether what is shown is live, and if not, since when: a stale screen must never look like a live one.
// Small it is a word in a header; not `compact` it is a band over the page, to be shown only while not live.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: root

    required property bool live
    // "08:42" in the hall's time when the link was lost; empty when there has been none since the start
    required property string since
    property bool night: false
    property bool compact: true
    property int size: Theme.counter.detail
    readonly property Tones tones: Theme.tones(root.night)
    readonly property color ink: root.live ? root.tones.ok : root.tones.warning
    readonly property string words: root.live ? qsTr("Trực tuyến") : root.since === "" ? qsTr("Đang kết nối…") : root.compact ? qsTr("Mất kết nối từ %1").arg(root.since) : qsTr("Mất kết nối từ %1. Thông tin dưới đây có thể đã cũ.").arg(root.since)

    implicitWidth: content.implicitWidth + (root.live && root.compact ? 0 : Math.round(root.size * 1.4))
    implicitHeight: content.implicitHeight + Math.round(root.size * (root.compact ? 0.4 : 1.2))
    radius: root.compact ? Theme.radiusChip : 0
    color: root.live ? "transparent" : root.tones.warningTint
    Accessible.role: Accessible.StaticText
    Accessible.name: root.words

    RowLayout {
        id: content

        anchors.centerIn: parent
        spacing: Math.round(root.size * 0.5)

        Rectangle {
            visible: root.live
            implicitWidth: Math.round(root.size * 0.55)
            implicitHeight: implicitWidth
            radius: width / 2
            color: root.ink
        }
        Icon {
            visible: !root.live
            name: root.since === "" ? "hourglass" : "unplug"
            size: Math.round(root.size * 1.2)
            color: root.ink
        }
        Words {
            text: root.words
            size: root.size
            weight: root.live ? Words.Regular : Words.SemiBold
            color: root.ink
            lineHeight: 1.0
            wrapMode: Text.NoWrap
        }
    }
}
