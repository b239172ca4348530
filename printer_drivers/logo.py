"""Reads a hall's logo from a picture file and turns it into dots that a print head burns well.

Whatever Pillow reads is taken: colours become their brightness, what is transparent becomes paper, the white around the
drawing is cut off, and the rest is made as large as a ticket has room for. Cut at half grey and not dithered, like
everything else here: dithered grey prints as dust.
"""

from pathlib import Path

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from printer_drivers.stationery import LOGO_DOTS_MAX, LOGO_ROWS_MAX, Logo

FILE_BYTES_MAX = 4 * 1024 * 1024
PIXELS_MAX = 40_000_000
"""A poster's picture is no logo, and a small file can claim to be larger than the machine."""
INK_SHARE_MIN, INK_SHARE_MAX = 0.01, 0.85
"""Of the logo's area: less cannot be seen, more is a black slab that wears the head out."""
INK_BELOW = 128
_INK_ABOVE_SEEN = 24
"""How much darker than paper a pixel is that belongs to the drawing, of 255."""


class LogoError(Exception):
    """Why the file cannot be printed, in Vietnamese and in English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


def read_logo(file: Path) -> Logo:
    """The logo in that file. LogoError when it is missing, no picture, too large, or nothing that a ticket can show."""
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise LogoError(f"lớn hơn {FILE_BYTES_MAX // 1024**2} MB", f"is larger than {FILE_BYTES_MAX // 1024**2} MB")
        with Image.open(file) as picture:
            if picture.width * picture.height > PIXELS_MAX:
                raise LogoError("có quá nhiều điểm ảnh", "has too many pixels")
            grey = _on_paper(picture)
    except FileNotFoundError:
        raise LogoError("không có tệp này", "there is no such file") from None
    except Image.DecompressionBombError:
        raise LogoError("có quá nhiều điểm ảnh", "has too many pixels") from None
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError):
        raise LogoError("không phải tệp ảnh", "is not a picture") from None
    except OSError as problem:
        reason = problem.strerror
        if reason is None:
            raise LogoError("tệp ảnh bị hỏng", "is a damaged picture") from None
        raise LogoError(f"không đọc được ({reason})", f"cannot be read ({reason})") from None
    return logo_of(grey)


def logo_of(grey: Image.Image) -> Logo:
    """The logo drawn in `grey` (mode "L", dark on white). LogoError when too little or nearly everything is black."""
    seen = ImageChops.invert(grey).point([0 if ink < _INK_ABOVE_SEEN else 255 for ink in range(256)]).getbbox()
    if seen is None:
        raise LogoError("ảnh trống", "is blank")
    drawing = ImageOps.contain(grey.crop(seen), (LOGO_DOTS_MAX, LOGO_ROWS_MAX), Image.Resampling.LANCZOS)
    dots = ImageOps.autocontrast(drawing).point([255 if value < INK_BELOW else 0 for value in range(256)], "1")
    share = dots.convert("L").histogram()[255] / (dots.width * dots.height)
    if not INK_SHARE_MIN <= share <= INK_SHARE_MAX:
        raise LogoError(
            f"khi in đen trắng thì {share:.0%} là mực: cần nét đậm trên nền trắng",
            f"is {share:.0%} ink in black and white: it needs dark lines on white",
        )
    width = -(-dots.width // 8) * 8
    row = Image.new("1", (width, dots.height))
    row.paste(dots, ((width - dots.width) // 2, 0))
    return Logo(width, row.tobytes())


def _on_paper(picture: Image.Image) -> Image.Image:
    """In shades of grey, what is transparent as white."""
    coloured = picture.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(paper, coloured).convert("L")
