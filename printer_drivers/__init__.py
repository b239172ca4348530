"""Prints a queue ticket on an ESC/POS receipt printer, and knows whether it came out.

Read in the order a ticket flows:

    document   what stands on the ticket             (strings -> blocks, pure)
    layout     where everything lies on the paper    (blocks -> sheet of inked shapes)
    raster     the sheet as a 1-bit picture
    encoder    the picture as ESC/POS bytes          (python-escpos)
    replies    what the printer says back            (bytes -> tokens, pure)
    job        the fate of one ticket                (pure)
    session    one printer: its line of tickets      (pure: bytes in, bytes and facts out)
    transports the wire
    spool      the thread that owns one printer; what a kiosk uses

`virtual` is a printer without hardware, written from the ESC/POS command set and not from the encoder, so that the
two check each other.
"""
