"""The kiosk's pages: one QML file and one thin presenter each, which puts into words what the attendant knows.

KioskWindow.qml   window.py       what every page shares: hall, clock, language, "is somebody still there?"
HomePage.qml      home.py         the fields as tiles
PriorityPage.qml  claims.py       the classes of priority
AppointmentPage.qml  claims.py    the times of appointments
IssuingPage.qml   issuing.py      the question is with the server
TicketPage.qml    ticket_page.py  the number
FaultPage.qml     fault.py        why there is none
"""
