// The words for each fault of the printer: what is wrong, and what somebody who stands here can do. Mending is for staff.
pragma Singleton
import QtQuick

QtObject {
    function fault(condition: string): string {
        switch (condition) {
        case "no_paper":
            return qsTr("Máy in đang hết giấy");
        case "cover_open":
            return qsTr("Nắp máy in đang mở");
        case "cutter":
            return qsTr("Dao cắt giấy đang bị kẹt");
        case "offline":
            return qsTr("Máy in đang mất kết nối");
        default:
            return qsTr("Máy in đang bị lỗi");
        }
    }

    function mend(condition: string, elsewhere: string): string {
        const go = elsewhere === "" ? qsTr("Mời quý vị lấy số ở máy khác.") : qsTr("Mời quý vị lấy số ở %1.").arg(elsewhere);
        return go + " " + help(condition);
    }

    function help(condition: string): string {
        switch (condition) {
        case "no_paper":
            return qsTr("Xin báo cán bộ hướng dẫn thay cuộn giấy.");
        case "cover_open":
            return qsTr("Xin báo cán bộ hướng dẫn đóng nắp máy in.");
        case "cutter":
            return qsTr("Xin báo cán bộ hướng dẫn gỡ giấy kẹt.");
        case "offline":
            return qsTr("Xin báo cán bộ hướng dẫn xem nguồn điện và dây của máy in.");
        default:
            return qsTr("Xin báo cán bộ hướng dẫn tắt máy in rồi bật lại.");
        }
    }
}
