"""How numbers, tickets, times and whatever staff type are read out, in Vietnamese and English.

Decides the words, never the sound: speech engines read Vietnamese numbers wrongly and letters by guess, so nothing that
reaches an engine holds a digit or a bare letter of a ticket.

`manners`: what a hall can choose; `numbers` `letters` `tickets` `times`: the words of one thing; `text`: whole
sentences, by `vietnamese_rules`, `english_rules` and `shared_rules`, with the table in `abbreviations.toml`.
"""

from display.reading.letters import ENGLISH_LETTERS, VIETNAMESE_LETTERS, spell
from display.reading.manners import (
    NORTHERN,
    SOUTHERN,
    STYLES,
    HalfHour,
    Language,
    Manner,
    TicketReading,
    VietnameseStyle,
)
from display.reading.numbers import (
    ENGLISH_DIGITS,
    NUMBER_READ_MAX,
    VIETNAMESE_DIGITS,
    read_digits,
    read_number,
)
from display.reading.text import read_text
from display.reading.tickets import caption_ticket, read_counter, read_ticket
from display.reading.times import read_date, read_time

__all__ = [
    "ENGLISH_DIGITS",
    "ENGLISH_LETTERS",
    "NORTHERN",
    "NUMBER_READ_MAX",
    "SOUTHERN",
    "STYLES",
    "VIETNAMESE_DIGITS",
    "VIETNAMESE_LETTERS",
    "HalfHour",
    "Language",
    "Manner",
    "TicketReading",
    "VietnameseStyle",
    "caption_ticket",
    "read_counter",
    "read_date",
    "read_digits",
    "read_number",
    "read_text",
    "read_ticket",
    "read_time",
    "spell",
]
