// Which counter this is, what it serves, whether the screen is live; the language, and leaving.
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

Rectangle {
    id: root

    required property CounterPresenter presenter
    readonly property DeskPresenter desk: root.presenter.desk
    readonly property bool closing: root.desk.armed === "close"

    implicitHeight: 64
    color: Theme.night.ground

    RowLayout {
        anchors {
            fill: parent
            leftMargin: Theme.gap
            rightMargin: Theme.gapTight
        }
        spacing: Theme.gapTight

        Words {
            text: root.presenter.seated ? qsTr("Quầy %1").arg(root.desk.counterId) : qsTr("Xếp Hàng")
            size: Theme.counter.body + 1
            weight: Words.Bold
            night: true
            lineHeight: 1.0
            wrapMode: Text.NoWrap
        }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: 8
            text: root.presenter.seated ? root.desk.serves : root.presenter.hall
            size: Theme.counter.detail
            night: true
            lineHeight: 1.0
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            objectName: "serves"
        }
        LinkBanner {
            Layout.rightMargin: Theme.gapTight
            visible: root.presenter.live || root.presenter.since === ""
            live: root.presenter.live
            since: root.presenter.since
            night: true
            objectName: "linkBanner"
        }
        BigButton {
            text: root.presenter.language === "vi" ? "English" : "Tiếng Việt"
            kind: BigButton.Quiet
            night: true
            textSize: Theme.counter.caption
            iconName: "languages"
            radius: Theme.radiusChip
            implicitHeight: 48
            objectName: "languageButton"
            onClicked: root.presenter.switchLanguage()
        }
        BigButton {
            visible: root.presenter.seated && !root.desk.open
            text: qsTr("Chọn quầy khác")
            kind: BigButton.Quiet
            night: true
            textSize: Theme.counter.caption
            iconName: "arrow-left"
            radius: Theme.radiusChip
            implicitHeight: 48
            objectName: "otherCounterButton"
            onClicked: root.presenter.standUp()
        }
        BigButton {
            visible: root.presenter.seated && root.desk.open
            opacity: root.desk.canClose ? 1 : Theme.unavailable
            text: root.closing ? qsTr("Bấm lần nữa để đóng") : qsTr("Đóng quầy")
            kind: root.closing ? BigButton.Primary : BigButton.Quiet
            night: true
            key: "F10"
            textSize: Theme.counter.caption
            iconName: "log-out"
            radius: Theme.radiusChip
            implicitHeight: 48
            objectName: "closeCounterButton"
            onClicked: root.desk.press("close")
        }
    }
}
