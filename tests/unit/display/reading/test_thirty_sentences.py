"""Thirty sentences as espeak-ng 1.51 sounds them: what the hall says, and each syllable of it where it belongs.

`thirty_sentences.tsv` holds sentence and phonemes as they were read through, syllable by syllable. Another version of
the engine may sound them otherwise; then somebody has to read them through again, which is what this test is for.
"""

import re
import subprocess
from pathlib import Path

import pytest

from display.reading import Language, read_text
from display.sentences import Form, apology_text, call_sentence, closing_text, typed_sentence

VI, EN = Language.VIETNAMESE, Language.ENGLISH
CALLS = (
    *(("A007", 3), ("B012", 12), ("C105", 1), ("D024", 21), ("E150", 4), ("G333", 15), ("H048", 24), ("K1000", 10)),
    *(("Đ104", 5), ("X999", 31)),
)
TYPED = (
    "UBND phường nghỉ từ 11h30 đến 13h30.",
    "Hệ thống DVC tạm dừng 15 phút.",
    "Mời quý vị chuẩn bị CCCD và thẻ BHYT.",
    "Lệ phí 50.000 đồng.",
    "Gọi 1022 khi cần giúp đỡ.",
    "Nghỉ lễ 2/9.",
    "Ngày 24/11/2026 làm việc đến 17:00.",
    "Có 1.021 hồ sơ, đúng hạn 99,5%.",
    "Nghị định 118/2025/NĐ-CP.",
    "TP. Đà Nẵng, P. Hải Châu, khu B.",
    "Sáng thứ 4, tháng 4.",
)
SENTENCES = (
    *((VI, call_sentence(number, counter, Form.FULL).spoken) for number, counter in CALLS),
    *((VI, call_sentence(number, counter, Form.SHORT).spoken) for number, counter in (("A001", 2), ("V076", 14))),
    *((VI, read_text(text)) for text in TYPED),
    (VI, typed_sentence(closing_text(30, "", VI), VI).spoken),
    (VI, typed_sentence(apology_text("Hộ tịch", 45, VI), VI).spoken),
    (EN, call_sentence("A105", 12, Form.FULL, EN).spoken),
    (EN, call_sentence("B021", 3, Form.SHORT, EN).spoken),
    (EN, typed_sentence(closing_text(10, "Land", EN), EN).spoken),
    (EN, read_text("Open 7:30-11:30, from 24/11/2026.", EN)),
    (EN, read_text("Call 1022, 50,000 VND.", EN)),
)
HEARD = dict(
    line.split("\t")
    for line in Path(__file__).with_name("thirty_sentences.tsv").read_text("utf-8").splitlines()
    if not line.startswith("# ")
)


def phonemes(text: str, language: Language) -> str:
    """Without marks of stress and pause, which hang on what stands beside."""
    run = subprocess.run(
        ["espeak-ng", "-v", language.value, "-x", "-q", text], capture_output=True, text=True, check=True
    )
    return " ".join(re.sub(r"[',_|;]", "", sound) for sound in run.stdout.split())


def test_there_are_thirty() -> None:
    assert len(SENTENCES) == len(HEARD) == 30
    assert {sentence for _, sentence in SENTENCES} == HEARD.keys()


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_it_sounds_as_it_was_read_through(language: Language, sentence: str) -> None:
    assert phonemes(sentence, language) == HEARD[sentence]


@pytest.mark.parametrize("sentence", [sentence for language, sentence in SENTENCES if language is VI])
def test_each_vietnamese_word_is_one_syllable_and_none_is_spelled_or_swallowed(sentence: str) -> None:
    sounds = HEARD[sentence].split()
    assert len(sounds) == len(sentence.split())
    assert all(re.search(r"[aeiouyEIO@0-9]", sound) for sound in sounds)


def test_a_word_sounds_the_same_wherever_it_stands() -> None:
    """But for its tone at the end of a sentence, and the vowel's length before a stop."""
    heard: dict[str, set[str]] = {}
    for language, sentence in SENTENCES:
        if language is VI:
            for word, sound in zip(re.findall(r"\w+", sentence.lower()), HEARD[sentence].split(), strict=True):
                heard.setdefault(word, set()).add(re.sub(r"[0-9#-]", "", sound))
    assert {word: sounds for word, sounds in heard.items() if len(sounds) > 1} == {}
