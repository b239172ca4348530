// The other language, named in that language so that who needs it can read it.
import QtQuick
import HallKit
import kiosk.ui

BigButton {
    id: root

    required property KioskPresenter presenter
    required property real touchMin

    objectName: "languageButton"
    // Untouchable for the moment in which a page has just come, without looking so
    opacity: 1
    text: root.presenter.language === "vi" ? "English" : "Tiếng Việt"
    iconName: "languages"
    kind: BigButton.Quiet
    textSize: Theme.kiosk.button
    iconSize: 44
    radius: Theme.radiusKiosk
    implicitHeight: Math.max(112, root.touchMin)
    implicitWidth: Math.max(300, implicitContentWidth + leftPadding + rightPadding)
    onClicked: root.presenter.toggleLanguage()
}
