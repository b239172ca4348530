// The quiet ways to something besides a field: priority, where the hall has classes, and an appointment, where it makes
// any.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

RowLayout {
    id: root

    required property ClaimsPresenter claims
    required property real touchMin
    property bool stacked: false
    readonly property int ways: (root.claims.classCount > 0 ? 1 : 0) + (root.claims.takesAppointments ? 1 : 0)
    // "Appointment" stays one word on small upright panels
    readonly property int textSize: root.stacked && root.width < 270 * root.ways ? Theme.kiosk.detail : Theme.kiosk.button

    spacing: Theme.gap

    BigButton {
        objectName: "priorityButton"
        // Untouchable for the moment in which a page has just come, without looking so
        opacity: 1
        visible: root.claims.classCount > 0
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("Ưu tiên")
        iconName: "accessibility"
        kind: BigButton.Quiet
        stacked: root.stacked
        textSize: root.textSize
        iconSize: 44
        radius: Theme.radiusKiosk
        implicitHeight: Math.max(root.stacked ? 124 : 88, root.touchMin)
        onClicked: root.claims.openPriority()
    }
    BigButton {
        objectName: "appointmentButton"
        opacity: 1
        visible: root.claims.takesAppointments
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("Tôi có hẹn")
        iconName: "calendar-check"
        kind: BigButton.Quiet
        stacked: root.stacked
        textSize: root.textSize
        iconSize: 44
        radius: Theme.radiusKiosk
        implicitHeight: Math.max(root.stacked ? 124 : 88, root.touchMin)
        onClicked: root.claims.openAppointment()
    }
}
