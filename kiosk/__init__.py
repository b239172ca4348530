"""The kiosk: a touchscreen where a citizen takes a number, and its printer.

Read in the order a touch flows:

    ui/         pages in QML, each beside what it shows         (touch -> presenter)
    presenter   rows and state in words for the pages           (events -> flow, effects -> link and printer)
    visit       the words of a visit: states, events, effects
    flow        what the kiosk does next                        (pure)
    standing    what stands in the way of any number            (pure)
    grid        how tiles lie on the screen                     (pure)
    ticket      what the paper says                             (pure)
    printing    the printer's facts, to the screen and the hall
    ledger      what is owed to the hall, on the disk
    reports     what the hall is told, until it has answered
    disk        the kiosk's folder
    app         the composition root
"""
