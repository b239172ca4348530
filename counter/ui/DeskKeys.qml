// Every action by one key, in the large view and in the bar alike, whether its button is on the screen or not.
pragma ComponentBehavior: Bound
import QtQuick
import counter.ui

Item {
    id: root

    required property CounterPresenter presenter
    readonly property DeskPresenter desk: root.presenter.desk
    readonly property bool seated: root.presenter.seated

    function obey(doing: string): void {
        switch (doing) {
        case "hold":
        case "transfer":
            root.desk.ask(doing);
            break;
        case "break":
            if (root.desk.stage === "paused")
                root.desk.press("resume");
            else
                root.desk.ask("pause");
            break;
        case "door":
            root.desk.press(root.desk.stage === "closed" ? "open" : "close");
            break;
        case "fields":
            if (root.presenter.bar)
                root.presenter.switchBar();
            root.desk.ask("serve");
            break;
        case "bar":
            root.presenter.switchBar();
            break;
        case "letGo":
            root.desk.letGo();
            root.desk.search("");
            break;
        default:
            root.desk.press(doing);
        }
    }

    Repeater {
        model: [["F2", "next"], ["F3", "start"], ["F4", "recall"], ["F5", "hold"], ["F6", "transfer"], ["F7", "missed"], ["F8", "finish"], ["F9", "break"], ["F10", "door"], ["F11", "fields"], ["F12", "bar"], ["Ctrl+Z", "undo"], ["Esc", "letGo"]]

        Item {
            id: one

            required property var modelData

            Shortcut {
                sequence: one.modelData[0]
                enabled: root.seated
                autoRepeat: false
                onActivated: root.obey(one.modelData[1])
            }
        }
    }
    // What the sheet offers goes by digits, in the bar too
    Repeater {
        model: root.desk.options

        Item {
            id: choice

            required property string optionId
            required property string key

            Shortcut {
                sequence: choice.key
                autoRepeat: false
                onActivated: root.desk.take(choice.optionId)
            }
        }
    }
}
