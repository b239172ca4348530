"""What espeak-ng really makes of the words: the right sounds for what halls say, and no two letters alike."""

import subprocess

import pytest

from display.reading import ENGLISH_LETTERS, VIETNAMESE_DIGITS, VIETNAMESE_LETTERS
from display.sentences import Form, call_sentence


def phonemes(text: str, voice: str = "vi") -> list[str]:
    """One string for each spoken syllable or word, without stress marks and pauses."""
    run = subprocess.run(["espeak-ng", "-v", voice, "-x", "-q", text], capture_output=True, text=True, check=True)
    return [sound.replace("'", "").replace(",", "").replace("_", "").rstrip("|") for sound in run.stdout.split()]


def test_the_sentence_of_a_hall_as_it_sounds() -> None:
    spoken = call_sentence("A007", 3, Form.FULL).spoken
    assert spoken == "Mời công dân có số a không không bảy đến quầy số ba."
    sounds = phonemes(spoken)
    assert len(sounds) == len(spoken.split())
    assert sounds[5] == phonemes("a một")[0]
    assert sounds[6] == sounds[7] == phonemes("không một")[0]
    assert sounds[-1] == phonemes("số ba")[1]


def test_each_digit_sounds_like_no_other() -> None:
    assert len({tuple(phonemes(f"{digit} không")) for digit in VIETNAMESE_DIGITS}) == 10


@pytest.mark.parametrize("letter", sorted(VIETNAMESE_LETTERS))
def test_a_vietnamese_letter_keeps_its_vowel_and_its_syllables(letter: str) -> None:
    name = VIETNAMESE_LETTERS[letter]
    sounds = phonemes(f"{name} không một")
    assert len(sounds) == len(name.split()) + 2
    assert all(any(vowel in sound for vowel in "aeiouyEIO@V") for sound in sounds)


def test_no_two_vietnamese_letters_sound_alike() -> None:
    sounds = {letter: tuple(phonemes(f"{name} không")[:-1]) for letter, name in VIETNAMESE_LETTERS.items()}
    assert len(set(sounds.values())) == len(sounds)


def test_no_two_english_letters_sound_alike_and_none_is_the_article() -> None:
    sounds = {letter: tuple(phonemes(f"{name} zero", "en")[:-1]) for letter, name in ENGLISH_LETTERS.items()}
    assert len(set(sounds.values())) == len(sounds)
    assert sounds["A"] == ("eI",)
