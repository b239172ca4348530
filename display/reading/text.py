"""Any text of staff in words that an engine can say: no digit of any script is left, whatever was typed."""

from functools import cache

from display.reading.cleaning import cleaned
from display.reading.english_rules import EnglishRules
from display.reading.manners import Language, Manner
from display.reading.rules import Rule, in_words
from display.reading.vietnamese_rules import VietnameseRules


def read_text(text: str, language: Language = Language.VIETNAMESE, manner: Manner | None = None) -> str:
    """The words of `text`: "UBND phường nghỉ từ 11h30" is "Ủy ban nhân dân phường nghỉ từ mười một giờ ba mươi phút".

    Empty when there is no word in it, such as for a row of pictures.
    """
    return in_words(cleaned(text), _rules(language, manner or Manner()))


@cache
def _rules(language: Language, manner: Manner) -> tuple[Rule, ...]:
    """Made once for each of the few manners a program is asked for."""
    rules = EnglishRules(manner) if language is Language.ENGLISH else VietnameseRules(manner)
    return tuple(rules.all())
