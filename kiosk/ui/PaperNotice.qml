// Where the paper ticket is, in words and a picture. Whatever happened to it, the number is the person's.
import QtQuick
import HallKit
import kiosk.ui

Notice {
    id: root

    required property TicketPresenter ticket
    readonly property string paper: root.ticket.paper
    readonly property bool quiet: ["printing", "moving", "none"].indexOf(root.paper) >= 0
    readonly property string keepIt: qsTr("Số này vẫn là của quý vị. Xin chụp ảnh màn hình hoặc ghi lại số.")

    objectName: "paperNotice"
    kind: root.paper === "printed" ? Notice.Ok : root.quiet || root.paper === "elsewhere" ? Notice.Info : Notice.Warning
    iconName: root.picture()
    title: root.say()
    detail: root.advise()

    function picture(): string {
        switch (root.paper) {
        case "printed":
            return "circle-check";
        case "none":
            return "smartphone";
        case "printing":
        case "not_cut":
        case "moving":
        case "elsewhere":
            return "printer";
        default:
            return "printer-x";
        }
    }

    function say(): string {
        switch (root.paper) {
        case "printing":
            return qsTr("Đang in phiếu…");
        case "printed":
            return qsTr("Phiếu đã in xong");
        case "not_cut":
            return qsTr("Phiếu đã in, dao chưa cắt");
        case "moving":
            return qsTr("Đang nhờ máy khác in…");
        case "elsewhere":
            return qsTr("Phiếu in ở %1").arg(root.ticket.reason);
        case "none":
            return qsTr("Xin ghi nhớ số này");
        case "unconfirmed":
            return qsTr("Chưa rõ phiếu đã in được chưa");
        default:
            return root.cause();
        }
    }

    function cause(): string {
        switch (root.ticket.reason) {
        case "no_paper":
            return qsTr("Xin lỗi, máy in đang hết giấy");
        case "cover_open":
            return qsTr("Xin lỗi, nắp máy in đang mở");
        case "cutter":
            return qsTr("Xin lỗi, dao cắt giấy đang bị kẹt");
        case "broken":
            return qsTr("Xin lỗi, máy in đang bị lỗi");
        case "offline":
            return qsTr("Xin lỗi, máy in đang mất kết nối");
        default:
            return qsTr("Xin lỗi, phiếu chưa in được");
        }
    }

    function advise(): string {
        switch (root.paper) {
        case "printing":
            return qsTr("Mời quý vị nhận phiếu ở khe phía dưới.");
        case "printed":
            return qsTr("Mời quý vị nhận phiếu và giữ phiếu đến khi được gọi.");
        case "not_cut":
            return qsTr("Xin nhẹ tay xé phiếu ở khe phía dưới.");
        case "moving":
            return qsTr("Xin chờ giây lát. Số vẫn là của quý vị.");
        case "elsewhere":
            return qsTr("Mời quý vị sang máy ấy nhận phiếu. Phiếu có ghi “Bản in lại”.");
        case "none":
            return qsTr("Mời quý vị chụp ảnh màn hình hoặc ghi lại số.");
        case "unconfirmed":
            return qsTr("Nếu không thấy phiếu ở khe, xin chụp ảnh màn hình. Số vẫn là của quý vị.");
        default:
            return root.keepIt;
        }
    }
}
