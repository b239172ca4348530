// When is the appointment: the times around now, one touch each.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import kiosk.ui

ClaimPage {
    id: root

    readonly property ClaimsPresenter claims: root.presenter.claims
    readonly property int columns: root.portrait ? 3 : 4
    readonly property int rows: Math.max(1, Math.ceil(root.claims.times.length / root.columns))

    objectName: "appointmentPage"
    iconName: "calendar-check"
    question: qsTr("Quý vị hẹn lúc mấy giờ?")
    hint: qsTr("Đến quá sớm hoặc quá muộn so với giờ hẹn thì xếp theo giờ lấy số. Không thấy giờ hẹn? Xin gặp cán bộ hướng dẫn.")

    Grid {
        anchors.fill: parent
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.claims.times

            BigButton {
                id: time

                required property int index
                required property string modelData

                objectName: "timeButton_" + time.modelData
                opacity: 1
                width: (root.area.width - (root.columns - 1) * Theme.gap) / root.columns
                height: Math.max(root.touchMin, Math.min(190, (root.area.height - (root.rows - 1) * Theme.gap) / root.rows))
                text: time.modelData
                kind: BigButton.Outline
                textSize: Theme.kiosk.title
                radius: Theme.radiusKiosk
                onClicked: root.claims.chooseTime(time.index)
            }
        }
    }
}
