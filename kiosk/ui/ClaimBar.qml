// Which class of priority or which appointment was chosen; on the home page with a way to take it back.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Rectangle {
    id: root

    required property ClaimsPresenter claims
    property bool droppable: false
    property real touchMin: Theme.touchMin
    property int textSize: Theme.kiosk.button

    objectName: "claimBar"
    visible: root.claims.words !== ""
    implicitHeight: content.implicitHeight + (root.droppable ? Theme.gapTight : Theme.gapCard)
    radius: Theme.radiusKiosk
    color: Theme.day.okTint

    RowLayout {
        id: content

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        width: root.width - Theme.gap - (root.droppable ? Theme.gapTight / 2 : Theme.gap)
        spacing: Theme.gap

        Icon {
            name: root.claims.iconName
            size: Math.round(root.textSize * 1.5)
            color: Theme.day.ok
        }
        Words {
            objectName: "claimWords"
            Layout.fillWidth: true
            text: root.claims.words
            size: root.textSize
            weight: Words.SemiBold
            lineHeight: 1.0
        }
        BigButton {
            objectName: "dropClaimButton"
            // Untouchable for the moment in which a page has just come, without looking so
            opacity: 1
            visible: root.droppable
            text: qsTr("Bỏ chọn")
            iconName: "x"
            kind: BigButton.Quiet
            textSize: Theme.kiosk.detail
            radius: Theme.radiusKiosk
            implicitHeight: Math.max(80, root.touchMin)
            implicitWidth: Math.max(root.touchMin, implicitContentWidth + leftPadding + rightPadding)
            onClicked: root.claims.drop()
        }
    }
}
