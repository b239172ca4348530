// The desk: who is here and what can be done on the left, who waits on the right.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import counter.ui

FocusScope {
    id: root

    required property DeskPresenter desk
    property bool transferring: false
    // The last press is on the screen, and the next one counts
    readonly property bool settled: root.desk.underWay === ""
    readonly property bool maySend: root.desk.canTransfer && root.settled

    objectName: "deskPage"
    focus: true
    // A sheet about a ticket that is no longer here must not stay open.
    onMaySendChanged: if (!root.maySend)
        root.transferring = false

    function act(press: string): void {
        root.transferring = false;
        root.desk.press(press);
    }

    function askWhereTo(): void {
        if (root.maySend) {
            root.desk.letGo();
            root.transferring = true;
        } else {
            root.desk.press("transfer");
        }
    }

    Item {
        id: left

        anchors {
            left: parent.left
            right: panel.left
            top: parent.top
            bottom: parent.bottom
            margins: Theme.gapCard
            leftMargin: 32
            rightMargin: 32
        }
        visible: !root.transferring

        CurrentCard {
            id: card

            width: parent.width
            height: root.desk.open ? implicitHeight : parent.height
            desk: root.desk
        }
        ActionRow {
            id: actions

            anchors.top: card.bottom
            anchors.topMargin: 20
            width: parent.width
            visible: root.desk.open
            desk: root.desk
            onPressed: press => root.act(press)
            onTransferPressed: root.askWhereTo()
        }
        DeskNotice {
            anchors {
                top: root.desk.open ? actions.bottom : undefined
                bottom: root.desk.open ? next.top : parent.bottom
                left: parent.left
                right: parent.right
                margins: root.desk.open ? 0 : Theme.gap
            }
            implicitHeight: 84
            desk: root.desk
        }
        NextButton {
            id: next

            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.desk.open
            desk: root.desk
            onClicked: root.act("next")
        }
    }
    TransferSheet {
        anchors.fill: left
        visible: root.transferring
        desk: root.desk
        onClosed: root.transferring = false
        onOtherPressed: press => root.act(press)
        onChosen: (field, counter) => {
            root.transferring = false;
            root.desk.transfer(field, counter);
        }
    }
    WaitingPanel {
        id: panel

        anchors {
            right: parent.right
            top: parent.top
            bottom: parent.bottom
        }
        width: 450
        desk: root.desk
    }
    Shortcut {
        sequence: "Esc"
        enabled: !root.transferring
        onActivated: root.desk.letGo()
    }
}
