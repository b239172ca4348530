"""Pieces become equally loud, and meet without a click."""

import pytest

from display.voice.shaping import CROSSFADE_SECONDS, GAIN_MAX, LOUDNESS, PEAK, crossfaded, matched, root_mean_square
from display.voice.sound import Sound, silence
from tests.unit.display.voice.sounds import loudness, tone

RATE = 22_050


@pytest.mark.parametrize("height", [1_000, 4_000, 20_000])
def test_loud_and_soft_pieces_are_brought_to_one_loudness(height: int) -> None:
    assert root_mean_square(matched(tone(0.3, height=height))) == pytest.approx(LOUDNESS, rel=0.01)


def test_a_piece_that_is_all_but_silent_is_not_blown_up_without_end() -> None:
    assert root_mean_square(matched(tone(0.3, height=50))) == pytest.approx(50 / 2**0.5 * GAIN_MAX, rel=0.05)
    assert matched(silence(0.1, RATE)) == silence(0.1, RATE)


def test_no_sample_goes_over_the_edge() -> None:
    samples = tone(0.3, height=200).samples
    samples[5] = 20_000
    assert max(map(abs, matched(Sound(samples, RATE)).samples)) <= PEAK


def test_gaps_are_kept_and_edges_fade() -> None:
    sound = crossfaded([tone(0.3), tone(0.3)], RATE, [0.1])
    assert sound.seconds == pytest.approx(0.7, abs=0.001)
    assert loudness(sound, 0.301, 0.399) == 0
    assert loudness(sound, 0.296, 0.3) < loudness(sound, 0.2, 0.25) / 3
    assert abs(sound.samples[round(0.4 * RATE)]) < 200


def test_without_a_gap_they_overlap_and_the_joint_is_no_hole_and_no_click() -> None:
    one, other = tone(0.3, hertz=441), tone(0.3, hertz=441)
    sound = crossfaded([one, other], RATE, [0.0])
    assert sound.seconds == pytest.approx(0.6 - CROSSFADE_SECONDS, abs=0.001)
    middle = 0.3 - CROSSFADE_SECONDS / 2
    assert loudness(sound, middle - 0.005, middle + 0.005) > 1_500
    assert max(abs(a - b) for a, b in zip(sound.samples, sound.samples[1:], strict=False)) < 2_500


def test_pieces_of_other_rates_and_nothing_at_all() -> None:
    assert crossfaded([tone(0.2, 44_100), tone(0.2, 8_000)], RATE, [0.1]).seconds == pytest.approx(0.5, abs=0.002)
    assert crossfaded([], RATE, []).samples.tolist() == []


def test_gaps_and_pieces_must_fit() -> None:
    with pytest.raises(ValueError, match="gaps"):
        crossfaded([tone(0.1)], RATE, [0.1])
