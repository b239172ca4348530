"""One file for each text, voice and rate, and not too many."""

from dataclasses import replace
from pathlib import Path

from display.voice.cache import SpeechCache
from display.voice.engine import SpeechRequest

REQUEST = SpeechRequest("một", "vi", 140)


def put(cache: SpeechCache, request: SpeechRequest) -> Path:
    cache.path_of(request).write_bytes(b"sound")
    return cache.put(request, 1.0).path


def test_found_again(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path)
    assert cache.get(REQUEST) is None
    path = put(cache, REQUEST)
    found = cache.get(REQUEST)
    assert found is not None
    assert found.path == path


def test_text_voice_and_rate_tell_sounds_apart(tmp_path: Path) -> None:
    others = [replace(REQUEST, text="hai"), replace(REQUEST, voice="en"), replace(REQUEST, rate=141), REQUEST]
    assert len({SpeechCache(tmp_path).path_of(request) for request in others}) == 4


def test_a_file_that_somebody_removed_is_forgotten(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path)
    put(cache, REQUEST).unlink()
    assert cache.get(REQUEST) is None


def test_the_one_unused_for_longest_goes_first(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path, speeches_max=2)
    first, second, third = (replace(REQUEST, text=text) for text in ("một", "hai", "ba"))
    put(cache, first)
    put(cache, second)
    cache.get(first)
    put(cache, third)
    assert cache.get(second) is None
    assert cache.get(first) is not None
    assert len(list(tmp_path.iterdir())) == 2
