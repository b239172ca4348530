// The server is being asked. Usually this page is never seen; when it is, it says that one touch was enough.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    readonly property IssuingPresenter issuing: root.presenter.issuing

    objectName: "issuingPage"
    anchors.fill: parent

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.portrait ? Theme.gapPage : 40
        spacing: Theme.gap

        StateWords {
            Layout.fillWidth: true
            Layout.fillHeight: true
            portrait: root.portrait
            iconName: root.issuing.slow ? "hourglass" : "ticket"
            fault: root.issuing.slow
            happened: root.issuing.slow ? qsTr("Máy chủ trả lời chậm, xin quý vị chờ thêm") : qsTr("Đang lấy số…")
            stillTrue: root.issuing.slow ? qsTr("Máy vẫn đang hỏi lại. Quý vị chỉ được cấp một số, không bị trùng.") : root.issuing.fieldName
            whatNow: root.issuing.slow ? qsTr("Nếu quý vị thôi chờ, số cấp muộn sẽ tự hủy.") : qsTr("Xin chờ giây lát, không cần chạm lại.")
        }
        ClaimBar {
            Layout.fillWidth: true
            claims: root.presenter.claims
        }
        BigButton {
            objectName: "giveUpButton"
            Layout.fillWidth: true
            visible: root.issuing.slow
            text: qsTr("Thôi không chờ nữa")
            kind: BigButton.Outline
            textSize: Theme.kiosk.tile
            radius: Theme.radiusKiosk
            implicitHeight: Math.max(root.portrait ? 132 : 104, root.touchMin)
            onClicked: root.issuing.giveUp()
        }
    }
}
