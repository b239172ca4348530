// The kiosk's window: one page at a time on a sheet of paper, upright or across, whatever the panel's pixels are.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import HallKit
import kiosk.ui

Window {
    id: window

    required property KioskPresenter presenter
    readonly property bool portrait: window.height > window.width
    // 20 mm on this panel, in the sheet's pixels
    readonly property real touchMin: Math.max(Theme.touchMin, window.presenter.targetPixels(window.width, window.height) / sheet.ratio)
    readonly property string page: window.presenter.page

    width: 1080
    height: 1920
    visible: true
    title: window.presenter.hallName
    color: Theme.day.ground

    Sheet {
        id: sheet

        // The smallest text, 27 on the sheet, is 24 pixels on panels of 768 x 1366 and 1366 x 768 too
        designWidth: window.portrait ? Math.max(864, Math.min(1080, window.width * 1.125)) : 1536
        designHeight: window.portrait ? designWidth * 16 / 9 : 864

        // Holds all pages: a finger beside all buttons says as well that somebody is there
        MouseArea {
            anchors.fill: parent
            onPressed: window.presenter.touched()

            HomePage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "home"
                enabled: window.presenter.settled
            }
            PriorityPage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "priority"
                enabled: window.presenter.settled
            }
            AppointmentPage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "appointment"
                enabled: window.presenter.settled
            }
            IdentityPage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "identity"
                enabled: window.presenter.settled
            }
            IssuingPage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "issuing"
                enabled: window.presenter.settled
            }
            TicketPage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "ticket"
                enabled: window.presenter.settled
            }
            FaultPage {
                presenter: window.presenter
                portrait: window.portrait
                touchMin: window.touchMin
                visible: window.page === "fault"
                enabled: window.presenter.settled
            }
            StillThere {
                seconds: window.presenter.warning
                touchMin: window.touchMin
                onAnswered: window.presenter.touched()
            }
        }
    }
}
