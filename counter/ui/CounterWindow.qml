// The officer's window: large, with counter and link above the page to choose a counter or the desk; or as a bar of 96 pixels
// along the top edge of the screen, before all other windows.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import HallKit
import counter.ui

Window {
    id: root

    required property CounterPresenter presenter
    readonly property bool bar: root.presenter.bar
    readonly property int normalFlags: Qt.Window
    readonly property int barFlags: Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    // How the large window was shown before it became the bar
    property int visibilityBefore: Window.Maximized

    function becomeBar(): void {
        if (root.visible)
            root.visibilityBefore = root.visibility;
        root.flags = root.barFlags;
        if (root.visible)
            root.visibility = Window.Windowed;
        root.setX(root.screen.virtualX);
        root.setY(root.screen.virtualY);
        root.setWidth(root.screen.width);
        root.setHeight(Theme.counter.barHeight);
        root.requestActivate();
    }

    function becomeLarge(): void {
        root.flags = root.normalFlags;
        root.setWidth(1366);
        root.setHeight(768);
        root.visibility = root.visibilityBefore;
        root.requestActivate();
    }

    width: 1366
    height: 768
    minimumWidth: 800
    // The same in both views: a hint that changes is not followed by every window system
    minimumHeight: Theme.counter.barHeight
    title: root.presenter.seated ? qsTr("Quầy %1").arg(root.presenter.desk.counterId) : qsTr("Xếp Hàng: chọn quầy")
    color: root.bar ? Theme.night.ground : Theme.day.ground
    onBarChanged: root.bar ? root.becomeBar() : root.becomeLarge()
    Component.onCompleted: if (root.bar)
        root.becomeBar()

    Sheet {
        designWidth: 1366
        designHeight: root.bar ? Theme.counter.barHeight : 768
        color: root.color

        TopBar {
            id: bar

            width: parent.width
            height: visible ? implicitHeight : 0
            visible: !root.bar
            presenter: root.presenter
        }
        LinkBanner {
            id: band

            anchors.top: bar.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: !root.bar && !root.presenter.live && root.presenter.since !== ""
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
            sourceComponent: root.bar ? barPage : root.presenter.seated ? deskPage : choosePage
        }
        DeskKeys {
            presenter: root.presenter
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
    Component {
        id: barPage

        BarPage {
            presenter: root.presenter
        }
    }
}
