// Where the paper ticket is, in words and a picture. Whatever happened to it, the number is the person's.
import QtQuick
import HallKit
import kiosk.ui

Notice {
    id: root

    required property TicketPresenter ticket
    readonly property string paper: root.ticket.paper
    readonly property string keepIt: qsTr("Số này vẫn là của quý vị. Xin chụp ảnh màn hình hoặc ghi lại số.")

    objectName: "paperNotice"
    kind: root.paper === "printed" ? Notice.Ok : root.paper === "printing" || root.paper === "none" ? Notice.Info : Notice.Warning
    iconName: root.paper === "printed" ? "circle-check" : root.paper === "printing" || root.paper === "not_cut" ? "printer" : root.paper === "none" ? "smartphone" : "printer-x"
    title: root.say()
    detail: root.advise()

    function say(): string {
        switch (root.paper) {
        case "printing":
            return qsTr("Đang in phiếu…");
        case "printed":
            return qsTr("Phiếu đã in xong");
        case "not_cut":
            return qsTr("Phiếu đã in, dao chưa cắt");
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
        case "none":
            return qsTr("Mời quý vị chụp ảnh màn hình hoặc ghi lại số.");
        case "unconfirmed":
            return qsTr("Nếu không thấy phiếu ở khe, xin chụp ảnh màn hình. Số vẫn là của quý vị.");
        default:
            return root.keepIt;
        }
    }
}
