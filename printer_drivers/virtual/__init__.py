"""A receipt printer without hardware, that behaves and misbehaves like one.

    receive      the wire's end: bounded buffer, and a scanner that obeys real-time commands on every byte
    operations   what a printer can be told
    interpreter  strict: bytes -> operations; a byte it does not know is a violation, never skipped silently
    strip        the paper, as a picture
    condition    paper, cover, cutter ... and the status bytes that tell of them
    mechanism    the thread that prints, at the speed of paper, and stops where paper ends
    wire         the thread that listens, receives, replies
    printer      all of it together
    control      faults at run time, as JSON lines
    program      the command line

It knows ESC/POS from the printer's side and shares no code with the encoder but the drawing of QR symbols.
"""
