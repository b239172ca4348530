"""Fonts, icons, sounds, translations and the HallKit QML module: data that the programs of a hall share.

The data lie beside this file, so they are found the same way in a checkout and in an installed package. Licences
stand beside what they cover: `fonts/*-OFL.txt`, `icons/LICENSE.txt`, `sounds/LICENSE.txt`.
"""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Where the asset `name` lies, e.g. ``path("sounds/chime.wav")``; ``path("fonts")`` is a folder.

    Raises FileNotFoundError when it is missing: an installation without its assets is broken and must say so at once.
    """
    found = _HERE / name
    if not found.exists():
        raise FileNotFoundError(f"asset {name!r} is missing from {_HERE}; the installation is incomplete")
    return found
