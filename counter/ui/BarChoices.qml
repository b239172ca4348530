// What has to be chosen for an action, along the bar: how long, why, or where to. Digits, letters, arrows and Enter, a touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HallKit
import counter.ui

RowLayout {
    id: root

    required property DeskPresenter desk
    readonly property bool sending: root.desk.asking === "transfer"

    spacing: Theme.gapTight
    objectName: "barChoices"

    Words {
        Layout.maximumWidth: 260
        text: root.sending ? qsTr("Chuyển %1 đến…").arg(root.desk.current.number) : DeskWords.question(root.desk.asking, root.desk.current.number)
        size: Theme.counter.caption
        weight: Words.SemiBold
        night: true
        lineHeight: 1.0
        maximumLineCount: 3
        elide: Text.ElideRight
        objectName: "sheetQuestion"
    }
    BarList {
        id: options

        Layout.fillWidth: true
        Layout.preferredHeight: 64
        visible: root.visible && !root.sending
        model: root.desk.options
        delegate: BarChoice {
            required property string optionId
            required property string detail

            required key
            current: options.activeFocus && ListView.isCurrentItem
            text: DeskWords.option(root.desk.asking, optionId) + (detail === "" ? "" : " · " + detail)
            objectName: "option_" + optionId
            onClicked: root.desk.take(optionId)
        }
    }
    BarList {
        id: places

        Layout.fillWidth: true
        Layout.preferredHeight: 64
        visible: root.visible && root.sending
        model: root.desk.destinations
        delegate: BarChoice {
            required property string fieldId
            required property int counterId
            required property string mark
            required property string name

            current: places.activeFocus && ListView.isCurrentItem
            text: counterId > 0 ? qsTr("Quầy %1").arg(counterId) : name
            key: mark
            objectName: counterId > 0 ? "transferTo_counter_" + counterId : "transferTo_field_" + fieldId
            onClicked: root.desk.transfer(fieldId, counterId)
        }
        Keys.onPressed: event => {
            const index = root.desk.destinationOf(event.text);
            if (index >= 0) {
                places.currentIndex = index;
                event.accepted = true;
            }
        }
    }
    BarButton {
        possible: true
        words: qsTr("Thôi")
        key: "Esc"
        objectName: "closeSheetButton"
        onClicked: root.desk.letGo()
    }
}
