"""Keeps real-time commands out of pictures.

A printer obeys `10 04 n`, `10 05 n` and `10 14 ...` the moment they arrive, even in the middle of a raster. Drawn dots
contain such bytes by chance, on some layouts in every ticket. Turning one white dot black breaks the sequence, and
nobody sees it.
"""

DLE = 0x10
REAL_TIME_SECONDS = frozenset({0x04, 0x05, 0x14})
"""EOT, ENQ, DC4: the bytes that make a command of a DLE before them."""
_DLE_WITH_A_NEIGHBOUR = 0x18


def without_real_time(raster: bytes) -> bytes:
    """The same raster with the DLE of each real-time sequence given one more dot."""
    if not any(bytes((DLE, second)) in raster for second in REAL_TIME_SECONDS):
        return raster
    harmless = bytearray(raster)
    for index in range(len(harmless) - 1):
        if harmless[index] == DLE and harmless[index + 1] in REAL_TIME_SECONDS:
            harmless[index] = _DLE_WITH_A_NEIGHBOUR
    return bytes(harmless)
