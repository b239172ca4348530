"""What a call keypad's bytes become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.keypad import FRAME_BYTES_MAX, KEYS, KeypadFrames, KeypadPress


@pytest.mark.parametrize(("letter", "key"), list(KEYS.items()))
def test_every_key_has_its_letter(letter: str, key: str) -> None:
    assert [press.key for press in KeypadFrames().feed(f"3{letter}\r".encode())] == [key]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_frame_ends_in_any_usual_way(end: bytes) -> None:
    frames = KeypadFrames()
    assert frames.feed(b"3N" + end + b"120R" + end) == [KeypadPress(3, "next"), KeypadPress(120, "recall")]
    assert frames.garbage == 0


@pytest.mark.parametrize(
    "noise", [b"N\r", b"3\r", b"03N\r", b"3n\r", b"3Z\r", b"\xff3N\r", b"1234N\r", b"3NN\r", b"3 N\r"]
)
def test_what_is_not_a_whole_frame_calls_nobody(noise: bytes) -> None:
    frames = KeypadFrames()
    assert frames.feed(noise) == []
    assert frames.garbage == 1
    assert frames.feed(b"3N\r") == [KeypadPress(3, "next")], "the next press counts again"


@given(st.binary(max_size=60), st.integers(1, 999), st.sampled_from(sorted(KEYS)))
def test_after_any_noise_and_an_end_a_frame_is_understood(noise: bytes, counter: int, letter: str) -> None:
    frames = KeypadFrames()
    frames.feed(noise + b"\r")
    assert frames.feed(f"{counter}{letter}\r".encode()) == [KeypadPress(counter, KEYS[letter])]


@given(st.lists(st.tuples(st.integers(1, 999), st.sampled_from(sorted(KEYS))), max_size=8), st.data())
def test_frames_may_come_in_any_pieces(sent: list[tuple[int, str]], data: st.DataObject) -> None:
    stream = b"".join(f"{counter}{letter}\r".encode() for counter, letter in sent)
    frames, found = KeypadFrames(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        found += frames.feed(stream[:size])
        stream = stream[size:]
    assert found == [KeypadPress(counter, KEYS[letter]) for counter, letter in sent]


def test_endless_noise_is_not_kept() -> None:
    frames = KeypadFrames()
    frames.feed(b"x" * 1_000_000)
    assert len(frames._piece) <= FRAME_BYTES_MAX
