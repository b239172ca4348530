// Nobody is at the counter: why, what is still so, and what to do now.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

Item {
    id: root

    required property DeskPresenter desk
    readonly property bool closed: root.desk.stage === "closed"
    readonly property bool dayClosed: root.closed && root.desk.day === "closed"
    readonly property bool paused: root.desk.stage === "paused"
    readonly property bool known: root.desk.stage === "idle" || root.closed || root.paused

    GridLayout {
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: 40
        }
        columns: root.desk.open ? 2 : 1
        columnSpacing: 32
        rowSpacing: 28

        Rectangle {
            Layout.alignment: Qt.AlignCenter
            implicitWidth: 112
            implicitHeight: 112
            radius: 56
            color: Theme.day.tint

            Icon {
                anchors.centerIn: parent
                name: !root.known ? "unplug" : root.dayClosed ? "moon" : root.paused ? "coffee" : root.closed ? "lock" : root.desk.waitingCount > 0 ? "users" : "ticket"
                size: 52
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 6

            Words {
                Layout.fillWidth: true
                objectName: "deskState"
                text: {
                    if (root.desk.stage === "unknown")
                        return qsTr("Đang kết nối với máy chủ…");
                    if (root.desk.stage === "no_such_counter")
                        return qsTr("Bộ phận không có quầy %1").arg(root.desk.counterId);
                    if (root.dayClosed)
                        return qsTr("Chưa đến giờ làm việc");
                    if (root.closed)
                        return qsTr("Quầy đang đóng");
                    if (root.paused)
                        return root.desk.pauseReason === "" ? qsTr("Quầy đang tạm nghỉ") : DeskWords.pause(root.desk.pauseReason);
                    return root.desk.waitingCount > 0 ? qsTr("Quầy đang trống") : qsTr("Chưa có ai chờ");
                }
                size: 32
                weight: Words.Bold
                horizontalAlignment: root.desk.open ? Text.AlignLeft : Text.AlignHCenter
            }
            Words {
                Layout.fillWidth: true
                text: {
                    if (root.desk.stage === "unknown")
                        return qsTr("Màn hình sẽ tự hiện khi có kết nối.");
                    if (root.desk.stage === "no_such_counter")
                        return qsTr("Xin chọn quầy khác.");
                    if (root.dayClosed)
                        return qsTr("Quầy mở được khi bộ phận mở ngày làm việc.");
                    if (root.paused && root.desk.waitingCount > 0)
                        return qsTr("Quầy tạm nghỉ, không gọi ai. %n người đang chờ.", "", root.desk.waitingCount);
                    if (root.desk.waitingCount > 0)
                        return qsTr("%n người đang chờ, lâu nhất %1 phút.", "", root.desk.waitingCount).arg(root.desk.longestMinutes);
                    return root.closed || root.paused ? qsTr("Chưa có ai chờ các lĩnh vực của quầy này.") : qsTr("Số mới sẽ hiện bên phải ngay khi có người lấy.");
                }
                size: Theme.counter.body
                soft: true
                horizontalAlignment: root.desk.open ? Text.AlignLeft : Text.AlignHCenter
            }
        }
        BigButton {
            Layout.alignment: Qt.AlignCenter
            visible: root.closed
            opacity: root.desk.canOpen ? 1 : Theme.unavailable
            text: root.desk.underWay === "open" ? qsTr("Đang mở…") : qsTr("Mở quầy")
            iconName: root.desk.underWay === "open" ? "hourglass" : "log-in"
            key: "F10"
            keyOnlyShown: true
            textSize: 26
            keySize: 18
            objectName: "openCounterButton"
            onClicked: root.desk.press("open")
        }
        BigButton {
            Layout.alignment: Qt.AlignCenter
            visible: root.paused
            text: root.desk.underWay === "resume" ? qsTr("Đang gửi…") : qsTr("Làm việc tiếp")
            iconName: root.desk.underWay === "resume" ? "hourglass" : "play"
            key: "F9"
            keyOnlyShown: true
            textSize: 26
            keySize: 18
            objectName: "resumeButton"
            onClicked: root.desk.press("resume")
        }
    }
}
