"""Lines that fit, words that stay whole. One dot per letter keeps the arithmetic in view."""

from printer_drivers.wrap import wrap, wrap_evenly


def test_lines_are_as_full_as_possible() -> None:
    assert wrap("một hai ba bốn", 7, len) == ("một hai", "ba bốn")


def test_even_lines_are_no_more_lines() -> None:
    assert wrap("trung tâm phục vụ hành chính công", 24, len) == ("trung tâm phục vụ hành", "chính công")
    assert wrap_evenly("trung tâm phục vụ hành chính công", 24, len) == ("trung tâm phục vụ", "hành chính công")


def test_no_line_begins_with_a_dash() -> None:
    assert wrap("hộ tịch – chứng thực", 9, len) == ("hộ tịch –", "chứng", "thực")
    assert wrap("nóng 1022 · mã", 9, len) == ("nóng", "1022 · mã")


def test_only_a_word_longer_than_a_line_is_broken() -> None:
    assert wrap("a bcdefgh i", 3, len) == ("a", "bcd", "efg", "h i")


def test_nothing_is_no_line() -> None:
    assert wrap("  ", 9, len) == wrap_evenly("", 9, len) == ()
