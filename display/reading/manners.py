"""What a hall can choose of how things are read: language, region, how tickets and half hours are said.

Both regions are right; people only notice the one that is not theirs. The north says linh, nghìn and hai mươi tư, the
south lẻ, ngàn and hai mươi bốn. Whichever is chosen, each number has one reading.
"""

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """A language the voice speaks; the value is its BCP 47 tag."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class TicketReading(Enum):
    """`A047` sign by sign, "A không bốn bảy", or its number as a quantity, "A bốn mươi bảy"."""

    DIGITS = "digits"
    NUMBER = "number"


class HalfHour(Enum):
    """08:30 as "tám giờ ba mươi phút" or as people say it, "tám giờ rưỡi"."""

    MINUTES = "minutes"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class VietnameseStyle:
    """Regional words. `zero_tens`: the 0 in 105; `four`: the 4 in 24; `first_days`: before days 1 to 10."""

    zero_tens: str = "linh"
    thousand: str = "nghìn"
    four: str = "tư"
    first_days: str = "mùng"


NORTHERN = VietnameseStyle()
SOUTHERN = VietnameseStyle(zero_tens="lẻ", thousand="ngàn", four="bốn", first_days="mồng")
STYLES = {"north": NORTHERN, "south": SOUTHERN}


@dataclass(frozen=True, slots=True)
class Manner:
    """Everything that a hall chose of how it wants to be read to."""

    style: VietnameseStyle = NORTHERN
    tickets: TicketReading = TicketReading.DIGITS
    half_hour: HalfHour = HalfHour.MINUTES
