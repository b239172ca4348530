"""What Vietnamese offices write, as people say it: dates, hours, money, documents, telephones, quarters, weekdays.

The order of the rules is their precedence: what is more particular stands before what is more general.
"""

import re

from display.reading.abbreviations import abbreviations_of
from display.reading.letters import spell
from display.reading.manners import Language, Manner
from display.reading.numbers import read_digits
from display.reading.rules import Rule, rule
from display.reading.shared_rules import SharedRules
from display.reading.times import VIETNAMESE_WEEKDAYS, is_date, is_time, read_date, read_month, read_time, read_year

_DAY_WORDS = r"(?P<day_words>(?:(?i:ngày|mùng|mồng|lễ)\s+)+)?"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_GROUPED = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]*\d)|\d+,\d+(?![\d,])"
_CALL_WORDS = r"(?P<words>(?i:đường dây nóng|hotline|tổng đài|gọi(?: số)?|điện thoại|số máy|bấm|ĐT|SĐT))"
_ROMAN_WORDS = (
    r"(?P<words>(?i:quý|khóa|khoá|kỳ|phần|chương|thế kỷ|lần thứ|đại hội|hạng|loại|mục|điều|giai đoạn|bậc|nhóm))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SCALES = {
    "k": "nghìn",
    "K": "nghìn",
    "ng": "nghìn",
    "tr": "triệu",
    "triệu": "triệu",
    "tỷ": "tỷ",
    "nghìn": "nghìn",
    "ngàn": "nghìn",
}
_CURRENCIES = {
    **dict.fromkeys(("đồng", "đ", "vnđ", "vnd", "₫"), "đồng"),
    **{"usd": "đô la Mỹ", "$": "đô la Mỹ", "eur": "ơ rô", "€": "ơ rô"},
}


class VietnameseRules:
    """The rules for one manner of reading."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._shared = SharedRules(Language.VIETNAMESE, manner)
        self._table = abbreviations_of(Language.VIETNAMESE)

    def all(self) -> list[Rule]:
        """In the order in which they are asked."""
        return [*self._shared.first(), *self._dates(), *self._times(), *self._numbers(), *self._shared.last()]

    def _dates(self) -> list[Rule]:
        return [
            rule(r"(\d+)/(?:(\d{4})/)?((?:[A-ZĐ][A-Za-zĐ]*\d*)(?:-[A-ZĐ][A-Za-zĐ]*)*)", self._document),
            rule(_DAY_WORDS + r"(\d{1,2})([/.-])(\d{1,2})\3(\d{4})(?!\d)", self._full_date),
            rule(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", lambda it: self._date(int(it[3]), int(it[2]), int(it[1]))),
            rule(_DAY_WORDS + r"(\d{1,2})\s*-\s*(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])", self._day_range),
            rule(_DAY_WORDS + r"(\d{1,2})/(\d{1,2})(?![\d/])", self._day_and_month),
            rule(r"(?:(?i:tháng)\s+)?(?<!\d/)(\d{1,2})/(\d{4})(?![\d/])", self._month_and_year),
            rule(r"(?i:tháng)\s+0?4(?!\d)", lambda _: "tháng tư"),
            rule(r"(?i:ngày)\s+(?:mùng|mồng)\s+(\d{1,2})(?!\d)", self._first_day),
            rule(r"(?i:thứ)\s+([2-7])(?!\d)", lambda found: f"thứ {VIETNAMESE_WEEKDAYS[found[1]]}"),
            rule(r"(?i:thứ)\s+1(?!\d)", lambda _: "thứ nhất"),
            rule(r"T([2-7])\s*-\s*(?:T([2-7])|CN)(?![^\W_])", self._weekdays),
            rule(r"T([2-7])(?![^\W_])", lambda found: f"thứ {VIETNAMESE_WEEKDAYS[found[1]]}"),
        ]

    def _times(self) -> list[Rule]:
        return [
            rule(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)", self._time),
            rule(r"(\d{1,2})\s*(?:giờ|h|g|H)\s*(\d{2})(?:\s*(?:phút|ph|p)(?![^\W_]))?(?!\d)", self._time),
            rule(r"(\d{1,2})\s*(?:giờ|h|g|H)\s*(\d)\s*(?:phút|ph|p)(?![^\W_])", self._time),
            rule(r"(\d{1,2})(?:h|g|H)(?![^\W_])", self._time),
        ]

    def _numbers(self) -> list[Rule]:
        currency = "|".join(sorted((re.escape(key) for key in _CURRENCIES), key=len, reverse=True))
        scale = "|".join(sorted(_SCALES, key=len, reverse=True))
        end = r"(?![^\W_])"
        return [
            rule(_CALL_WORDS + r"(?P<link>\s*:?\s*)(?P<code>\d[\d .]*\d)" + r"(?!\d|[,.]\d)", self._call),
            rule(r"(?:\+84[ .-]?|0)\d{1,3}(?:[ .-]?\d{3,4}){2}(?!\d)", self._telephone),
            rule(r"1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?(?!\d)", lambda found: self._shared.digits(found.group())),
            rule(rf"\$\s?({_NUMBER})", lambda found: self._with(found[1], "đô la Mỹ")),
            rule(rf"({_NUMBER})\s*({scale})?\s*(?i:({currency})){end}", self._money),
            rule(rf"({_NUMBER})\s?({scale}){end}", self._scaled),
            rule(rf"({_NUMBER})\s*%", lambda found: self._with(found[1], "phần trăm")),
            rule(rf"({_NUMBER})\s?({self._table.units_pattern}){end}", self._measured),
            rule(_ROMAN_WORDS + r"\s+(?P<roman>[IVXLC]+)" + end + r"(?:/(?P<year>\d{4})(?!\d))?", self._roman),
            rule(_GROUPED, lambda found: self._shared.quantity(found.group())),
            rule(r"\d+(?:\.\d+)+", self._sections),
            rule(
                r"X{0,3}(?:IX|IV|VI{2,3}|I{2,3})" + end, lambda found: self._shared.number(_roman_number(found.group()))
            ),
        ]

    def _document(self, found: re.Match[str]) -> str | None:
        number, year, ending = found.groups()
        if year is None and "-" not in ending and ending not in self._table.documents:
            return None
        from_whom = self._table.documents.get(ending)
        if from_whom is None:
            from_whom = ", ".join(self._document_part(part) for part in re.split(r"-|(?<=\D)(?=\d)", ending))
        when = f" năm {read_year(int(year), manner=self._manner)}" if year else ""
        return f"{self._shared.number(int(number)) if len(number) <= 9 else read_digits(number)}{when} {from_whom}"

    def _document_part(self, part: str) -> str:
        if part.isdecimal():
            return self._shared.row(part)
        words = "".join(sign for sign in part if not sign.isdecimal())
        tail = "".join(sign for sign in part if sign.isdecimal())
        return f"{self._table.words.get(words, spell(words))} {self._shared.row(tail) if tail else ''}".strip()

    def _full_date(self, found: re.Match[str]) -> str | None:
        return self._date(int(found[2]), int(found[4]), int(found[5]), found["day_words"])

    def _date(self, day: int, month: int, year: int | None, before: str | None = None) -> str | None:
        if not is_date(day, month):
            return None
        feast = "lễ " if before and "lễ" in before.lower() else ""
        return f"{feast}ngày {read_date(day, month, year, manner=self._manner)}"

    def _day_range(self, found: re.Match[str]) -> str | None:
        _, first, last, month, year = found.groups()
        begin, end = self._date(int(first), int(month), None), self._date(int(last), int(month), _int(year))
        if begin is None or end is None or int(first) >= int(last):
            return None
        return f"{begin.partition(' tháng ')[0]} đến {end}"

    def _day_and_month(self, found: re.Match[str]) -> str | None:
        """ "2/9" is a day where a word says so, where others before it are, or when everybody knows the day."""
        before, day, month = found.groups()
        known = f"{int(day)}/{int(month)}" in self._table.holidays
        dated = re.search(r"(?i)(?:từ|đến|trước|sau|hôm|sáng|chiều|thứ \S+|T\d|CN|chủ nhật|-)[\s,(]*$", _before(found))
        return self._date(int(day), int(month), None, before) if before or known or dated else None

    def _month_and_year(self, found: re.Match[str]) -> str | None:
        month = int(found[1])
        if not 1 <= month <= 12:
            return None
        return f"{read_month(month, self._manner)} năm {read_year(int(found[2]), manner=self._manner)}"

    def _weekdays(self, found: re.Match[str]) -> str:
        last = f"thứ {VIETNAMESE_WEEKDAYS[found[2]]}" if found[2] else self._table.words["CN"]
        return f"thứ {VIETNAMESE_WEEKDAYS[found[1]]} đến {last}"

    def _first_day(self, found: re.Match[str]) -> str:
        return f"ngày {self._manner.style.first_days} {self._shared.number(int(found[1]))}"

    def _time(self, found: re.Match[str]) -> str | None:
        parts = [int(part) for part in found.groups() if part is not None]
        hour, minute, second = (*parts, 0, 0)[:3]
        if not is_time(hour, minute) or second > 59:
            return None
        words = read_time(hour, minute, manner=self._manner)
        return f"{words} {self._shared.number(second)} giây" if second else words

    def _call(self, found: re.Match[str]) -> str:
        words = self._table.words.get(found["words"], found["words"])
        return f"{words}{':' if ':' in found['link'] else ''} {self._shared.digits(found['code'])}"

    def _telephone(self, found: re.Match[str]) -> str:
        plus = "cộng " if found.group().startswith("+") else ""
        return plus + self._shared.digits(found.group())

    def _with(self, number: str, behind: str) -> str | None:
        words = self._shared.quantity(number)
        return None if words is None else f"{words} {behind}"

    def _money(self, found: re.Match[str]) -> str | None:
        return self._with(found[1], f"{self._scale(found[2])}{_CURRENCIES[found[3].lower()]}")

    def _scaled(self, found: re.Match[str]) -> str | None:
        """ "50k" is money, "2 triệu" may be anything."""
        money = "đồng" if found[2] in ("k", "K", "tr", "ng") else ""
        return self._with(found[1], f"{self._scale(found[2])}{money}".strip())

    def _scale(self, written: str | None) -> str:
        scale = _SCALES[written] if written else ""
        return f"{self._manner.style.thousand if scale == 'nghìn' else scale} " if scale else ""

    def _measured(self, found: re.Match[str]) -> str | None:
        return self._with(found[1], self._table.units[found[2]])

    def _roman(self, found: re.Match[str]) -> str | None:
        number = _roman_number(found["roman"])
        year = f" năm {read_year(int(found['year']), manner=self._manner)}" if found["year"] else ""
        return f"{found['words']} {self._shared.number(number)}{year}" if number > 0 else None

    def _sections(self, found: re.Match[str]) -> str:
        return " chấm ".join(self._shared.row(part) for part in found.group().split("."))


def _before(found: re.Match[str]) -> str:
    return found.string[: found.start()]


def _int(text: str | None) -> int | None:
    return None if text is None else int(text)


def _roman_number(roman: str) -> int:
    """XIV is 14. What nobody writes (IIX) has some value too; people would have to guess as well."""
    values = [_ROMAN[sign] for sign in roman]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
