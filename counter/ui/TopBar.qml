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
    // An open counter is closed before it is left
    readonly property bool leavable: root.presenter.seated && !root.desk.open && root.desk.stage !== "paused"

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
            text: !root.presenter.seated ? root.presenter.hall : root.desk.helps === "" ? root.desk.serves : qsTr("%1 · giúp %2").arg(root.desk.serves).arg(root.desk.helps)
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
        TopButton {
            text: root.presenter.language === "vi" ? "English" : "Tiếng Việt"
            iconName: "languages"
            objectName: "languageButton"
            onClicked: root.presenter.switchLanguage()
        }
        TopButton {
            visible: root.leavable
            text: qsTr("Chọn quầy khác")
            iconName: "arrow-left"
            objectName: "otherCounterButton"
            onClicked: root.presenter.standUp()
        }
        TopButton {
            visible: root.presenter.seated && !root.leavable
            opacity: root.desk.canServe ? 1 : Theme.unavailable
            text: root.desk.underWay === "serve" ? qsTr("Đang gửi…") : qsTr("Lĩnh vực")
            key: "F11"
            objectName: "fieldsButton"
            onClicked: root.desk.ask("serve")
        }
        TopButton {
            visible: root.presenter.seated
            text: qsTr("Thu nhỏ")
            key: "F12"
            objectName: "barButton"
            onClicked: root.presenter.switchBar()
        }
        TopButton {
            visible: root.desk.open && root.presenter.seated
            opacity: root.desk.canPause ? 1 : Theme.unavailable
            text: root.desk.underWay === "pause" ? qsTr("Đang gửi…") : qsTr("Tạm nghỉ")
            key: "F9"
            objectName: "pauseButton"
            onClicked: root.desk.ask("pause")
        }
        TopButton {
            visible: root.presenter.seated && !root.leavable
            opacity: root.desk.canClose ? 1 : Theme.unavailable
            text: root.closing ? qsTr("Bấm lần nữa để đóng") : qsTr("Đóng quầy")
            kind: root.closing ? BigButton.Primary : BigButton.Quiet
            key: "F10"
            objectName: "closeCounterButton"
            onClicked: root.desk.press("close")
        }
    }

    component TopButton: BigButton {
        kind: BigButton.Quiet
        night: true
        keyOnlyShown: true
        textSize: Theme.counter.caption
        horizontalPadding: 10
        radius: Theme.radiusChip
        implicitHeight: 48
    }
}
