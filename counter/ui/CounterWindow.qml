// The officer's window: the bar with counter and link, and under it the page to choose a counter or the desk.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import HallKit
import counter.ui

Window {
    id: root

    required property CounterPresenter presenter

    width: 1366
    height: 768
    minimumWidth: 800
    minimumHeight: 560
    title: root.presenter.seated ? qsTr("Quầy %1").arg(root.presenter.desk.counterId) : qsTr("Xếp Hàng: chọn quầy")
    color: Theme.day.ground

    Sheet {
        designWidth: 1366
        designHeight: 768

        TopBar {
            id: bar

            width: parent.width
            presenter: root.presenter
        }
        LinkBanner {
            id: band

            anchors.top: bar.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: !root.presenter.live && root.presenter.since !== ""
            compact: false
            live: root.presenter.live
            since: root.presenter.since
            objectName: "linkBand"
        }
        Loader {
            anchors {
                top: band.bottom
                bottom: parent.bottom
                left: parent.left
                right: parent.right
            }
            focus: true
            sourceComponent: root.presenter.seated ? deskPage : choosePage
        }
    }

    Component {
        id: choosePage

        ChoosePage {
            presenter: root.presenter.choose
        }
    }
    Component {
        id: deskPage

        DeskPage {
            desk: root.presenter.desk
        }
    }
}
