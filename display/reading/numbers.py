"""The words of a number, in Vietnamese and English: one reading for each, up to hundreds of billions.

Source of the rules: Vietnamese school grammar. After tens, one is mốt, four tư (bốn in the south), five lăm; ten is
mười alone and mươi after another digit; tens that are missing after a hundred are linh (lẻ); hundreds that are missing
inside a number are "không trăm". Groups of three that are nothing but zeros are left out. English is British ("and").
"""

from display.reading.manners import NORTHERN, Language, VietnameseStyle

NUMBER_READ_MAX = 999_999_999_999
"""The largest quantity that is read; longer rows of digits are codes, which are read digit by digit."""

VIETNAMESE_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_SCALES = ("", "thousand", "million", "billion")


def read_number(number: int, language: Language = Language.VIETNAMESE, style: VietnameseStyle = NORTHERN) -> str:
    """The one reading of a quantity, such as a counter or minutes: 0 to `NUMBER_READ_MAX`, else ValueError."""
    if not 0 <= number <= NUMBER_READ_MAX:
        raise ValueError(f"only 0 to {NUMBER_READ_MAX} are read as a number, not {number}")
    if language is Language.ENGLISH:
        return _english_number(number)
    return _vietnamese_number(number, style)


def read_digits(digits: str, language: Language = Language.VIETNAMESE) -> str:
    """Each digit by itself: "047" is "không bốn bảy"."""
    names = ENGLISH_DIGITS if language is Language.ENGLISH else VIETNAMESE_DIGITS
    return " ".join(names[int(digit)] for digit in digits)


def read_decimal(
    whole: str, fraction: str, language: Language = Language.VIETNAMESE, style: VietnameseStyle = NORTHERN
) -> str:
    """A number with digits behind the comma: "2", "5" is "hai phẩy năm".

    One or two digits behind the comma are read as Vietnamese people do, as a number ("3,14": ba phẩy mười bốn), unless
    they begin with a zero; English reads them one by one.
    """
    point = "point" if language is Language.ENGLISH else "phẩy"
    as_number = language is Language.VIETNAMESE and len(fraction) <= 2 and not fraction.startswith("0")
    behind = read_number(int(fraction), language, style) if as_number else read_digits(fraction, language)
    return f"{read_number(int(whole), language, style)} {point} {behind}"


def _groups(number: int) -> list[int]:
    """Groups of three digits, the lowest first: 1_021 is [21, 1]."""
    groups = [number % 1000]
    while number := number // 1000:
        groups.append(number % 1000)
    return groups


def _vietnamese_number(number: int, style: VietnameseStyle) -> str:
    scales = ("", style.thousand, "triệu", "tỷ")
    groups = _groups(number)
    words = []
    for power in range(len(groups) - 1, -1, -1):
        if groups[power] or len(groups) == 1:
            read = _vietnamese_below_thousand(groups[power], style, inside=power < len(groups) - 1)
            words.append(f"{read} {scales[power]}".strip())
    return " ".join(words)


def _vietnamese_below_thousand(number: int, style: VietnameseStyle, *, inside: bool) -> str:
    """`inside`: other digits stand before, so hundreds that are missing are said."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not inside:
        return _vietnamese_below_hundred(rest, style)
    head = f"{VIETNAMESE_DIGITS[hundreds]} trăm"
    if not rest:
        return head
    if rest < 10:
        return f"{head} {style.zero_tens} {VIETNAMESE_DIGITS[rest]}"
    return f"{head} {_vietnamese_below_hundred(rest, style)}"


def _vietnamese_below_hundred(number: int, style: VietnameseStyle) -> str:
    tens, unit = divmod(number, 10)
    if not tens:
        return VIETNAMESE_DIGITS[unit]
    head = "mười" if tens == 1 else f"{VIETNAMESE_DIGITS[tens]} mươi"
    if not unit:
        return head
    after_tens = {5: "lăm"} if tens == 1 else {1: "mốt", 4: style.four, 5: "lăm"}
    return f"{head} {after_tens.get(unit, VIETNAMESE_DIGITS[unit])}"


def _english_number(number: int) -> str:
    groups = _groups(number)
    words: list[str] = []
    for power in range(len(groups) - 1, -1, -1):
        if not groups[power] and len(groups) > 1:
            continue
        joint = ["and"] if words and power == 0 and groups[0] < 100 else []
        words += [*joint, _english_below_thousand(groups[power]), _ENGLISH_SCALES[power]]
    return " ".join(word for word in words if word)


def _english_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _english_below_hundred(rest)
    head = f"{ENGLISH_DIGITS[hundreds]} hundred"
    return f"{head} and {_english_below_hundred(rest)}" if rest else head


def _english_below_hundred(number: int) -> str:
    if number < 10:
        return ENGLISH_DIGITS[number]
    if number < 20:
        return _ENGLISH_TEENS[number - 10]
    tens, unit = divmod(number, 10)
    return f"{_ENGLISH_TENS[tens]} {ENGLISH_DIGITS[unit]}" if unit else _ENGLISH_TENS[tens]


_ENGLISH_ORDINALS = {
    **{"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"},
    **{"twelve": "twelfth"},
}


def read_english_ordinal(number: int) -> str:
    """21 is "twenty first"."""
    head, space, last = _english_number(number).rpartition(" ")
    ordinal = f"{last[:-1]}ieth" if last.endswith("y") else _ENGLISH_ORDINALS.get(last, f"{last}th")
    return f"{head}{space}{ordinal}"
