// The whole board while there is nothing to call from: the hall is closed, or its server has not been found yet.
import QtQuick
import HallKit
import display.ui

StateView {
    id: root

    required property WallboardPresenter presenter
    required property Look look
    readonly property bool roundTheClock: root.presenter.opens === root.presenter.closes

    night: root.look.night
    titleSize: root.width < root.height ? 58 : 76
    bodySize: Math.max(root.width < root.height ? Theme.board.caption + 1 : Theme.board.wait, root.look.detail)
    iconName: root.presenter.closed ? "moon" : "hourglass"
    happened: root.presenter.closed ? qsTr("Hiện ngoài giờ làm việc") : qsTr("Đang kết nối với máy chủ…")
    stillTrue: root.presenter.connecting ? qsTr("Số trên phiếu của quý vị vẫn được giữ nguyên.") : root.roundTheClock ? "" : qsTr("Giờ phát số: %1 đến %2").arg(root.presenter.opens).arg(root.presenter.closes)
    whatNow: root.presenter.closed ? qsTr("Xin mời quý vị trở lại trong giờ làm việc.") : qsTr("Xin quý vị vui lòng chờ và nghe cán bộ gọi tại quầy.")
    objectName: root.presenter.closed ? "closedNotice" : "connectingNotice"
}
