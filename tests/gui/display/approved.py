"""Compares what is seen with what was approved by eye: pictures beside the tests.

When a look changes on purpose, the picture that a failing test names is looked at and put in the place of the old one.
"""

from pathlib import Path

from PySide6.QtGui import QImage

APPROVED = Path(__file__).parent / "pictures"
DIFFERENT_PART_MAX = 0.002
"""Glyph edges may differ by a Qt patch release; a moved item differs by far more."""
CHANNEL_STEP_MAX = 24


def different_part(one: QImage, other: QImage) -> float:
    """Which part of the pixels differs by more than `CHANNEL_STEP_MAX` in any channel."""
    assert one.size() == other.size()
    left, right = (bytes(image.convertToFormat(QImage.Format.Format_RGB888).constBits()) for image in (one, other))
    steps = sum(abs(a - b) > CHANNEL_STEP_MAX for a, b in zip(left, right, strict=True))
    return steps / len(left)


def looks_as_approved(picture: QImage, seen: Path) -> None:
    """`seen`: where the picture was written; the approved one has its name."""
    approved = QImage(str(APPROVED / seen.name))
    assert not approved.isNull(), f"nothing approved yet for {seen}"
    assert different_part(picture, approved) <= DIFFERENT_PART_MAX, f"compare {seen} with {APPROVED / seen.name}"
