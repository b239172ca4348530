// The desk: who is here and what can be done on the left, who waits on the right.
pragma ComponentBehavior: Bound
import QtQuick
import HallKit
import counter.ui

FocusScope {
    id: root

    required property DeskPresenter desk
    // The last press is on the screen, and the next one counts
    readonly property bool settled: root.desk.underWay === ""
    readonly property bool asking: root.desk.asking !== ""

    objectName: "deskPage"
    focus: true
    // What is typed on the desk itself is a number that the officer looks for.
    Keys.onPressed: event => {
        if (root.asking || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        if (event.key === Qt.Key_Backspace && root.desk.searched !== "")
            root.desk.search(root.desk.searched.slice(0, -1));
        else if (/^[0-9A-Za-z]$/.test(event.text))
            root.desk.search(root.desk.searched + event.text);
        else
            return;
        event.accepted = true;
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
        visible: !root.asking
        onVisibleChanged: if (left.visible)
            root.forceActiveFocus()

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
            onPressed: press => root.desk.press(press)
            onAsked: press => root.desk.ask(press)
        }
        DeskNotice {
            anchors {
                top: root.desk.open ? actions.bottom : undefined
                bottom: root.desk.open ? next.top : parent.bottom
                left: parent.left
                right: undo.visible ? undo.left : parent.right
                margins: root.desk.open ? 0 : Theme.gap
                rightMargin: undo.visible ? Theme.gapTight : root.desk.open ? 0 : Theme.gap
            }
            implicitHeight: 84
            desk: root.desk
        }
        UndoButton {
            id: undo

            anchors.right: parent.right
            y: Math.round((actions.y + actions.height + next.y - height) / 2)
            width: Math.min(implicitWidth, parent.width / 2)
            desk: root.desk
        }
        NextButton {
            id: next

            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.desk.open
            desk: root.desk
            onClicked: root.desk.press("next")
        }
    }
    TransferSheet {
        anchors.fill: left
        visible: root.desk.asking === "transfer"
        desk: root.desk
        onClosed: root.desk.letGo()
        onChosen: (field, counter) => root.desk.transfer(field, counter)
    }
    OptionSheet {
        anchors.fill: left
        visible: root.desk.asking === "hold" || root.desk.asking === "pause" || root.desk.asking === "choose" || root.desk.asking === "reprint"
        desk: root.desk
    }
    FieldsSheet {
        anchors.fill: left
        visible: root.desk.asking === "serve"
        desk: root.desk
    }
    SettlePane {
        anchors.fill: left
        asking: root.desk.asking
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
}
