// Full-page states on a sheet of another shape than it was designed for.
import QtQuick
import HallKit

Window {
    width: 1440
    height: 900
    visible: true

    Item {
        width: 600
        height: 900

        Sheet {
            objectName: "sheet"
            designWidth: 1080
            designHeight: 1920

            StateView {
                objectName: "state"
                anchors.fill: parent
                iconName: "printer-x"
                fault: true
                happened: "Máy in đang hết giấy"
                stillTrue: "Số A047 của quý vị vẫn được giữ"
                whatNow: "Xin quý vị chụp ảnh màn hình này, hoặc báo cán bộ hướng dẫn để được in lại phiếu."

                BigButton {
                    objectName: "back"
                    width: 420
                    height: 148
                    text: "Quay lại"
                    textSize: Theme.kiosk.title
                    radius: Theme.radiusKiosk
                }
            }
        }
    }
    Item {
        x: 600
        width: 840
        height: 900

        StateView {
            anchors.fill: parent
            night: true
            iconName: "moon"
            titleSize: 46
            bodySize: 30
            happened: "Ngoài giờ làm việc"
            whatNow: "Bộ phận Một cửa mở lại lúc 07:30 thứ Ba, 24/11/2026."
        }
    }
}
