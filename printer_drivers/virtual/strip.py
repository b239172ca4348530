"""The paper between two cuts, as a picture."""

from pathlib import Path

from PIL import Image

LENGTH_MM_MAX = 3000
DOTS_PER_MM = 8
DOTS_PER_INCH = 203


class Strip:
    """Rows of dots, `width` across; black is a set bit. Length is bounded: a driver that never cuts is broken."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._rows = bytearray()

    @property
    def height(self) -> int:
        """Rows moved since the last cut."""
        return len(self._rows) // (self._width // 8)

    @property
    def mm(self) -> float:
        """Length since the last cut."""
        return round(self.height / DOTS_PER_MM, 1)

    @property
    def blank(self) -> bool:
        """Nothing was printed on it."""
        return not any(self._rows)

    @property
    def too_long(self) -> bool:
        """More paper than any ticket needs."""
        return self.mm > LENGTH_MM_MAX

    def add_row(self, dots: bytes, left: int) -> None:
        """One row with `dots` beginning at `left`; what does not fit is lost, as on paper."""
        bits = len(dots) * 8
        shift = self._width - left - bits
        row = int.from_bytes(dots, "big")
        row = row << shift if shift >= 0 else row >> -shift
        self._rows += (row & ((1 << self._width) - 1)).to_bytes(self._width // 8, "big")

    def add_white_row(self) -> None:
        """One row fed."""
        self._rows += bytes(self._width // 8)

    def picture(self) -> Image.Image:
        """Mode "1", black on white."""
        return Image.frombytes("1", (self._width, self.height), bytes(byte ^ 0xFF for byte in self._rows))

    def save(self, file: Path) -> None:
        """Writes a PNG that appears whole or not at all."""
        unfinished = file.with_suffix(".part")
        self.picture().save(unfinished, format="PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
        unfinished.replace(file)

    def clear(self) -> None:
        """The paper was cut off."""
        self._rows.clear()
