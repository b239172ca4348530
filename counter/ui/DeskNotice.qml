// The place between the actions and the next number, where the eye is after a press: what came of it, or what is expected.
import QtQuick
import HallKit
import counter.ui

Item {
    id: root

    required property DeskPresenter desk
    readonly property DeskSays says: root.desk.says
    readonly property bool boxed: root.says.kind !== ""
    readonly property bool asking: root.desk.armed !== "" && root.desk.armed !== "cancel"

    function title(): string {
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

    function detail(): string {
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

    DeskWord {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: root.boxed && !root.asking
        iconName: root.says.kind === "swallowed" ? "hourglass" : root.says.kind === "obstacle" ? "info" : "triangle-alert"
        title: root.title()
        detail: root.detail()
        calm: root.says.kind === "swallowed"
        objectName: "deskNotice"
    }
    DeskWord {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: root.asking
        iconName: "circle-question-mark"
        title: root.desk.armed === "close" ? qsTr("Đóng quầy %1?").arg(root.desk.counterId) : qsTr("%1 không đến?").arg(root.desk.current.number)
        detail: root.desk.armed === "close" ? qsTr("Bấm Đóng quầy (F10) lần nữa. Thôi: Esc.") : qsTr("Bấm Vắng mặt (F7) lần nữa. Thôi: Esc.")
        objectName: "confirmNotice"
    }
    Words {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: !root.boxed && !root.asking && root.desk.stage === "called"
        text: qsTr("Người dân đã đến: bấm Bắt đầu. Chưa thấy: Gọi lại, hoặc Vắng mặt.")
        size: Theme.counter.detail
        soft: true
        horizontalAlignment: Text.AlignHCenter
    }
}
