// Why there is no number: what happened, what is still true, what to do now. `fault.trouble` names it, this page has the words.
import QtQuick
import QtQuick.Layouts
import HallKit
import kiosk.ui

Item {
    id: root

    required property KioskPresenter presenter
    required property bool portrait
    required property real touchMin
    readonly property FaultPresenter fault: root.presenter.fault
    readonly property string trouble: root.fault.trouble
    readonly property string hours: qsTr("Giờ phát số: %1 – %2").arg(root.fault.opens).arg(root.fault.closes)
    readonly property string askStaff: qsTr("Xin báo cán bộ hướng dẫn.")
    readonly property string numbersHold: qsTr("Số quý vị đã lấy vẫn còn nguyên giá trị.")

    objectName: "faultPage"
    anchors.fill: parent

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.portrait ? Theme.gapPage : 40
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            visible: root.presenter.hallName !== ""
            presenter: root.presenter
            portrait: root.portrait
        }
        StateWords {
            objectName: "faultWords"
            Layout.fillWidth: true
            Layout.fillHeight: true
            portrait: root.portrait
            iconName: root.picture()
            fault: ["before_hours", "after_hours", "closed", "on_break", "closing", "searching", "stopped"].indexOf(root.trouble) < 0
            happened: root.happened()
            stillTrue: root.stillTrue()
            whatNow: root.whatNow()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                objectName: "backButton"
                // Untouchable for the moment in which a page has just come, without looking so
                opacity: 1
                Layout.fillWidth: true
                visible: root.fault.leavable
                implicitHeight: Math.max(root.portrait ? 132 : 104, root.touchMin)
                text: qsTr("Quay lại")
                iconName: "arrow-left"
                textSize: Theme.kiosk.tile
                radius: Theme.radiusKiosk
                onClicked: root.fault.back()
            }
            Words {
                Layout.fillWidth: true
                visible: !root.fault.leavable
                text: root.fault.hotline === "" ? "" : qsTr("Đường dây nóng %1").arg(root.fault.hotline)
                size: Theme.kiosk.button
                soft: true
            }
            LanguageButton {
                presenter: root.presenter
                touchMin: root.touchMin
                implicitHeight: Math.max(root.portrait ? 132 : 104, root.touchMin)
            }
        }
    }

    function picture(): string {
        const pictures = {
            "searching": "hourglass",
            "no_server": "unplug",
            "not_set_up": "info",
            "before_hours": "clock",
            "after_hours": "moon",
            "closed": "circle-pause",
            "on_break": "coffee",
            "closing": "ticket",
            "no_printer": "printer-x",
            "refused": "info",
            "unreached": "unplug",
            "stopped": "circle-pause"
        };
        return pictures[root.trouble] ?? "triangle-alert";
    }

    function happened(): string {
        switch (root.trouble) {
        case "searching":
            return qsTr("Đang kết nối với máy chủ…");
        case "no_server":
            return root.fault.since === "" ? qsTr("Máy lấy số đang mất kết nối") : qsTr("Máy lấy số mất kết nối từ\u00a0%1").arg(root.fault.since);
        case "not_set_up":
            return qsTr("Máy lấy số chưa được cài đặt");
        case "before_hours":
            return qsTr("Chưa đến giờ phát số");
        case "after_hours":
            return qsTr("Đã hết giờ phát số hôm nay");
        case "closed":
            return qsTr("Hiện chưa phát số");
        case "on_break":
            return root.fault.reopens === "" ? qsTr("Bộ phận đang nghỉ giữa buổi") : qsTr("Đang nghỉ giữa buổi. Mở\u00a0lại lúc\u00a0%1").arg(root.fault.reopens);
        case "closing":
            return qsTr("Đã phát số cuối cùng của hôm nay");
        case "no_printer":
            return PrinterWords.fault(root.fault.printer);
        case "stopped":
            return qsTr("%1 đang tạm ngừng phát số").arg(root.fault.fieldName);
        case "refused":
            return root.fault.message;
        default:
            return qsTr("Chưa nhận được trả lời của máy chủ");
        }
    }

    function stillTrue(): string {
        switch (root.trouble) {
        case "no_server":
        case "on_break":
        case "closing":
        case "no_printer":
            return root.numbersHold;
        case "before_hours":
        case "after_hours":
        case "closed":
            return root.fault.opens === root.fault.closes ? "" : root.hours;
        case "stopped":
            return root.fault.reopens === "" ? root.numbersHold : qsTr("Dự kiến phát số lại lúc %1.").arg(root.fault.reopens);
        case "unreached":
            return qsTr("Quý vị chưa có số. Số cấp muộn, nếu có, không dùng được.");
        default:
            return "";
        }
    }

    function whatNow(): string {
        switch (root.trouble) {
        case "searching":
            return qsTr("Xin quý vị chờ giây lát.");
        case "no_server":
            return qsTr("Máy đang tự kết nối lại. Xin quý vị chờ giây lát, hoặc báo cán bộ hướng dẫn.");
        case "before_hours":
            return qsTr("Mời quý vị ngồi chờ hoặc quay lại lúc %1.").arg(root.fault.opens);
        case "on_break":
            return qsTr("Mời quý vị ngồi nghỉ; ai đã có số vẫn được gọi theo thứ tự.");
        case "after_hours":
        case "closing":
            return qsTr("Xin lỗi quý vị. Mời quý vị quay lại vào ngày làm việc tiếp theo.");
        case "no_printer":
            return PrinterWords.mend(root.fault.printer, root.fault.elsewhere);
        case "stopped":
            return qsTr("Mời quý vị chọn lĩnh vực khác hoặc quay lại sau.");
        case "refused":
            return root.fault.remedy;
        case "unreached":
            return qsTr("Xin quý vị lấy số lại sau ít phút, hoặc báo cán bộ hướng dẫn.");
        default:
            return root.askStaff;
        }
    }
}
