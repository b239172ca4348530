// The words for codes that come from the hall or from this program: holds, breaks, reasons, what can be taken back.
pragma Singleton
import QtQuick

QtObject {
    function question(asking: string, number: string): string {
        switch (asking) {
        case "hold":
            return qsTr("%1 đi bổ sung giấy tờ, hẹn quay lại sau…").arg(number);
        case "pause":
            return qsTr("Quầy tạm nghỉ vì…");
        case "choose":
            return qsTr("Gọi %1 trước lượt vì…").arg(number);
        case "reprint":
            return qsTr("In lại phiếu %1 ở…").arg(number);
        default:
            return "";
        }
    }

    function option(asking: string, id: string): string {
        switch (asking) {
        case "hold":
            return id === "0" ? qsTr("Lâu nhất được phép") : qsTr("%1 phút").arg(id);
        case "pause":
            return pause(id);
        default:
            return manual(id);
        }
    }

    function pause(reason: string): string {
        switch (reason) {
        case "rest":
            return qsTr("Nghỉ giải lao");
        case "lunch":
            return qsTr("Nghỉ trưa");
        case "meeting":
            return qsTr("Họp");
        case "errand":
            return qsTr("Việc khác");
        default:
            return reason;
        }
    }

    function manual(reason: string): string {
        switch (reason) {
        case "frail":
            return qsTr("Người yếu mệt");
        case "child":
            return qsTr("Có trẻ nhỏ");
        case "mistake":
            return qsTr("Sửa một nhầm lẫn");
        case "supervisor":
            return qsTr("Phụ trách yêu cầu");
        default:
            return reason;
        }
    }

    function printer(condition: string, kiosk: string): string {
        switch (condition) {
        case "low":
            return qsTr("%1: sắp hết giấy").arg(kiosk);
        case "no_paper":
            return qsTr("%1: hết giấy in").arg(kiosk);
        case "cover_open":
            return qsTr("%1: nắp máy in mở").arg(kiosk);
        case "cutter":
            return qsTr("%1: kẹt dao cắt").arg(kiosk);
        case "offline":
            return qsTr("%1: mất kết nối máy in").arg(kiosk);
        default:
            return qsTr("%1: máy in bị lỗi").arg(kiosk);
        }
    }

    function whyCalled(reason: string, note: string): string {
        switch (reason) {
        case "priority":
            return note === "" ? qsTr("Ưu tiên") : qsTr("Ưu tiên: %1").arg(note);
        case "appointment":
            return note === "" ? qsTr("Hẹn") : qsTr("Hẹn %1").arg(note);
        case "returned":
            return qsTr("Quay lại");
        case "helping":
            return qsTr("Giúp lĩnh vực khác");
        case "manual":
            return qsTr("Gọi trước lượt: %1").arg(manual(note));
        default:
            return "";
        }
    }

    function whyWaiting(reason: string, note: string): string {
        switch (reason) {
        case "priority":
            return note === "" ? qsTr("Ưu tiên") : qsTr("Ưu tiên: %1").arg(note);
        case "appointment":
            return note === "" ? qsTr("Hẹn") : qsTr("Hẹn %1").arg(note);
        case "returned":
            return qsTr("Quay lại sau bổ sung");
        case "came_back":
            return qsTr("Quay lại sau khi lỡ lượt");
        case "transferred":
            return qsTr("Chuyển đến");
        case "this_counter":
            return qsTr("Chuyển riêng đến quầy này");
        default:
            return qsTr("đến trước");
        }
    }

    function notSpoken(reason: string): string {
        switch (reason) {
        case "call_over":
            return qsTr("Loa không đọc: lượt gọi đã xong");
        case "recalled":
            return qsTr("Loa không đọc: đã gọi lại");
        case "too_late":
            return qsTr("Loa không đọc: đến lượt đọc thì đã muộn");
        case "line_full":
            return qsTr("Loa không đọc: quá nhiều lượt gọi");
        case "quiet_hours":
            return qsTr("Loa không đọc: giờ yên lặng");
        case "no_voice":
        case "no_words":
            return qsTr("Loa không đọc: giọng đọc bị lỗi");
        case "no_sound":
            return qsTr("Loa không đọc: không phát được tiếng");
        default:
            return qsTr("Loa không đọc");
        }
    }

    function rules(timeLimit: string, fee: string): string {
        const said = [];
        if (timeLimit !== "")
            said.push(qsTr("Thời hạn: %1").arg(timeLimit));
        if (fee !== "")
            said.push(qsTr("Phí, lệ phí: %1").arg(fee));
        return said.join(" · ");
    }

    function undo(kind: string, number: string): string {
        switch (kind) {
        case "start":
            return qsTr("Hoàn tác bắt đầu");
        case "finish":
            return qsTr("Hoàn tác kết thúc");
        case "missed":
            return qsTr("Hoàn tác vắng mặt %1").arg(number);
        default:
            return qsTr("Hoàn tác chờ bổ sung %1").arg(number);
        }
    }
}
