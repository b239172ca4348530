"""The kiosk's pages: one QML file and one thin presenter each. Presenters hold no state; they put the attendant's into
words.

KioskWindow.qml   window.py    what every page shares: the hall, the clock, the language, "is somebody still there?"
HomePage.qml      home.py      the fields as tiles
IssuingPage.qml   issuing.py   the question is with the server
TicketPage.qml    number.py    the number
FaultPage.qml     fault.py     why there is none
"""
