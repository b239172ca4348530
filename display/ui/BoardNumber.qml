// A number on the board. It is handed to the kit's TicketNumber once that stands: measured any earlier, its width is
// taken from a font that has not been set yet, and long numbers would run out of their box.
import QtQuick
import HallKit

TicketNumber {
    id: root

    required property string value

    number: ""

    Component.onCompleted: root.number = Qt.binding(() => root.value)
}
