// What the desk says about the last press, in words: what came of it, or what is expected now.
import QtQuick
import counter.ui

QtObject {
    id: root

    required property DeskPresenter desk
    readonly property DeskSays says: root.desk.says
    readonly property bool boxed: root.says.kind !== ""
    // A press that hurts waits for its second one; a cancelled line asks in its own place
    readonly property bool asking: root.desk.armed !== "" && root.desk.armed !== "cancel"
    readonly property string title: root.asking ? root.question() : root.boxed ? root.happened() : ""
    readonly property string detail: root.asking ? root.again() : root.boxed ? root.remedy() : ""

    function question(): string {
        return root.desk.armed === "close" ? qsTr("Đóng quầy %1?").arg(root.desk.counterId) : qsTr("%1 không đến?").arg(root.desk.current.number);
    }

    function again(): string {
        return root.desk.armed === "close" ? qsTr("Bấm Đóng quầy (F10) lần nữa. Thôi: Esc.") : qsTr("Bấm Vắng mặt (F7) lần nữa. Thôi: Esc.");
    }

    function happened(): string {
        switch (root.says.kind) {
        case "refused":
            return root.says.message;
        case "unreached":
            return qsTr("Chưa biết máy chủ đã nhận lệnh hay chưa");
        case "swallowed":
            return qsTr("Đã nhận một lần bấm, xin chờ");
        default:
            return root.reason();
        }
    }

    function remedy(): string {
        switch (root.says.kind) {
        case "refused":
            return root.says.remedy;
        case "unreached":
            return qsTr("Xin xem lại số đang ở quầy khi có kết nối, rồi bấm lại nếu cần.");
        case "swallowed":
            return qsTr("Lệnh trước đang được gửi; lần bấm này không tính.");
        default:
            return root.whatNow();
        }
    }

    function reason(): string {
        switch (root.says.obstacle) {
        case "stale":
            return qsTr("Mất kết nối: lần bấm này không được gửi đi");
        case "no_printer":
            return qsTr("Không máy lấy số nào in được lúc này");
        case "day_closed":
            return qsTr("Bộ phận chưa mở ngày làm việc");
        case "counter_closed":
            return qsTr("Quầy đang đóng");
        case "nobody_here":
            return qsTr("Chưa có ai ở quầy");
        case "nobody_waits":
            return qsTr("Chưa có ai chờ");
        case "not_started":
            return qsTr("%1 đang được gọi, chưa bắt đầu").arg(root.desk.current.number);
        case "already_started":
            return qsTr("%1 đang được phục vụ").arg(root.desk.current.number);
        case "somebody_here":
            return qsTr("%1 còn ở quầy").arg(root.desk.current.number);
        case "counter_open":
            return qsTr("Quầy đang mở");
        case "counter_paused":
            return qsTr("Quầy đang tạm nghỉ");
        case "not_paused":
            return qsTr("Quầy không tạm nghỉ");
        case "nobody_away":
            return qsTr("Không có ai đang vắng");
        case "nothing_to_undo":
            return qsTr("Không có bước nào để hoàn tác");
        case "no_hold":
            return qsTr("Bộ phận không cho giữ chỗ");
        case "no_reasons":
            return qsTr("Bộ phận không cho gọi trước lượt");
        case "nowhere_to_go":
            return qsTr("Không có lĩnh vực hay quầy nào khác để chuyển");
        case "not_in_queue":
            return qsTr("Số này không còn trong danh sách chờ");
        default:
            return qsTr("Chưa có thông tin từ máy chủ");
        }
    }

    function whatNow(): string {
        switch (root.says.obstacle) {
        case "stale":
        case "unknown":
            return qsTr("Màn hình tự kết nối lại. Xin bấm lại khi có chữ Trực tuyến.");
        case "counter_closed":
            return qsTr("Xin mở quầy trước (F10).");
        case "counter_paused":
            return qsTr("Xin bấm Làm việc tiếp (F9).");
        case "nothing_to_undo":
            return qsTr("Chỉ lấy lại được một bước, trong thời gian ngắn sau đó.");
        case "nobody_here":
            return qsTr("Xin gọi số tiếp theo trước (F2).");
        case "not_started":
            return qsTr("Người dân đã đến: Bắt đầu (F3). Không đến: Vắng mặt (F7).");
        case "already_started":
            return qsTr("Xong việc: Kết thúc (F8), hoặc gọi luôn số tiếp theo (F2).");
        case "somebody_here":
            return qsTr("Xin kết thúc, chuyển, hoặc báo vắng trước.");
        default:
            return "";
        }
    }
}
