"""A folder of recorded clips: what each file says, by its manifest, and which of them make up a sentence.

`clips.toml` in the folder names the files: `[phrases]` and `[words]` by what is said, `[letters]` by the letter,
`[digits]` by the digit, `[numbers]` by the number, `[counters]` by the counter ("quầy số ba" in one breath). Longer
clips are taken before shorter ones, for they sound more like a person. Nothing is guessed: a word without a clip is
named, and the sentence is left to the next engine.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from display.reading import Language, Manner, read_counter, read_digits, read_number, spell

MANIFEST_NAME = "clips.toml"
SECTIONS = ("phrases", "words", "letters", "digits", "numbers", "counters")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[,.;:?!]")
_STOPS = frozenset(",.;:?!")


class ManifestError(Exception):
    """The manifest cannot be used; the message says where and why."""


class ClipsMissing(Exception):
    """The sentence cannot be put together; `words` are those without a clip."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__(", ".join(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Piece:
    """One clip of a sentence; `stop`: a comma or full stop follows."""

    path: Path
    stop: bool


@dataclass(frozen=True, slots=True)
class ClipBook:
    """What was recorded in one language: the words of each clip, and its file."""

    language: Language
    clips: dict[tuple[str, ...], Path]

    @property
    def missing_files(self) -> list[Path]:
        """Files that the manifest names and that are not there."""
        return sorted({path for path in self.clips.values() if not path.is_file()})

    def pieces(self, sentence: str) -> list[Piece]:
        """The clips that say `sentence`. Raises ClipsMissing with all words that none says."""
        found: list[Piece] = []
        missing: list[str] = []
        words = [(word.lower(), word in _STOPS) for word in _WORD.findall(sentence)]
        position = 0
        while position < len(words):
            if words[position][1]:
                position += 1
                continue
            length = self._longest(tuple(word for word, _ in words[position:]))
            if not length:
                missing.append(words[position][0])
                position += 1
                continue
            key = tuple(word for word, _ in words[position : position + length])
            position += length
            found.append(Piece(self.clips[key], stop=position < len(words) and words[position][1]))
        if missing:
            raise ClipsMissing(tuple(dict.fromkeys(missing)))
        return found

    def _longest(self, words: tuple[str, ...]) -> int:
        """How many of the next words one clip says; 0 when none does. A clip never reaches over a comma."""
        longest = max((len(key) for key in self.clips), default=0)
        lengths = range(min(longest, len(words)), 0, -1)
        return next((length for length in lengths if words[:length] in self.clips), 0)


def read_book(folder: Path, manner: Manner | None = None) -> ClipBook:
    """The clips of a folder. Raises ManifestError."""
    manifest = folder / MANIFEST_NAME
    try:
        table = tomllib.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ManifestError(f"{manifest}: {error}") from error
    unknown = sorted(set(table) - {"language", *SECTIONS})
    if unknown:
        raise ManifestError(f"{manifest}: there is no section {', '.join(unknown)}")
    try:
        language = Language(table.get("language", "vi"))
        clips = dict(_clips(table, folder, language, manner or Manner()))
    except (ValueError, TypeError) as error:
        raise ManifestError(f"{manifest}: {error}") from error
    return ClipBook(language, clips)


def spoken_words(section: str, key: str, language: Language, manner: Manner) -> str:
    """What a clip of this section and key says. Raises ValueError for a key that the section cannot have."""
    if section in ("phrases", "words"):
        return key
    if section == "letters":
        return spell(key, language)
    if section == "digits":
        return read_digits(key, language)
    number = int(key)
    is_counter = section == "counters"
    return read_counter(number, language, manner.style) if is_counter else read_number(number, language, manner.style)


def key_of(words: str) -> tuple[str, ...]:
    """The words of a clip as sentences are looked up in: lower case, without punctuation."""
    return tuple(word.lower() for word in _WORD.findall(words) if word not in _STOPS)


def _clips(
    table: Mapping[str, object], folder: Path, language: Language, manner: Manner
) -> Iterator[tuple[tuple[str, ...], Path]]:
    for section in SECTIONS:
        entries = table.get(section, {})
        if not isinstance(entries, dict):
            raise TypeError(f"[{section}] is no table")
        for key, name in entries.items():
            if not isinstance(name, str) or Path(name).name != name:
                raise TypeError(f"[{section}] {key}: the name of a file in the folder was expected")
            words = key_of(spoken_words(section, key, language, manner))
            if not words:
                raise ValueError(f"[{section}] {key}: nothing is said")
            yield words, folder / name
