"""Bytes to and from printers, whatever they are."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from printer_drivers.bands import Band, pieces_of
from printer_drivers.document import TicketContent
from printer_drivers.encoder import closing
from printer_drivers.paper import PAPER_58, PAPER_80
from printer_drivers.profile import PrinterProfile
from printer_drivers.realtime import without_real_time
from printer_drivers.rendering import render
from printer_drivers.replies import Demultiplexer, ProcessId
from printer_drivers.virtual.interpreter import Interpreter
from printer_drivers.virtual.operations import Cut

HIDDEN = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
DANGEROUS = st.lists(st.sampled_from([0x00, 0x04, 0x05, 0x10, 0x14, 0x18, 0xFF]), max_size=200).map(bytes)
LETTERS = st.text(
    alphabet="AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYaăâbcdđeêghiklmnoôơpqrstuưvxyẾẪỘỰ 0123456789.,–", min_size=1, max_size=60
)
PAPERS = st.sampled_from([PAPER_80, PAPER_58])
PROCESS_IDS = st.text(alphabet="0123456789ABCabc", min_size=4, max_size=4)


@given(DANGEROUS)
def test_no_real_time_sequence_survives_and_the_rest_does(raster: bytes) -> None:
    safe = without_real_time(raster)
    assert not any(sequence in safe for sequence in HIDDEN)
    assert len(safe) == len(raster)
    for before, after, following in zip(raster, safe, raster[1:] + b"\0", strict=False):
        assert after == before or (before == 0x10 and after == 0x18 and following in (0x04, 0x05, 0x14))


@given(
    st.lists(st.sampled_from([0x00, 0x04, 0x05, 0x10, 0x14]), min_size=72 * 24, max_size=72 * 24),
    st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_no_piece_hides_a_command_wherever_it_is_cut(rows: list[int], strips: bool) -> None:
    picture = Image.frombytes("1", (576, 24), bytes(byte ^ 0xFF for byte in rows))
    for piece in pieces_of(picture, strips=strips):
        for ink in [piece.ink] if isinstance(piece, Band) else [part.ink for part in piece.pieces]:
            assert not any(sequence in ink for sequence in HIDDEN)


PROFILES = st.builds(
    PrinterProfile,
    PAPERS,
    st.just("TM-T20II"),
    native_qr=st.booleans(),
    strips=st.booleans(),
    line_bytes_per_second=st.sampled_from([None, 1920.0]),
    own_letters=st.booleans(),
    code_page=st.sampled_from([None, 52]),
)


@given(LETTERS, LETTERS, st.from_regex(r"[A-ZĐ][0-9]{3,4}", fullmatch=True), PROFILES)
@settings(max_examples=40, deadline=None)
def test_any_ticket_is_understood_by_a_strict_printer(
    field: str, value: str, number: str, profile: PrinterProfile
) -> None:
    content = TicketContent(
        hall="HỘI TRƯỜNG",
        place=value,
        caption="SỐ THỨ TỰ",
        number=number,
        field=field,
        facts=[(field, value)],
        bring=[value],
        qr_payload=number,
        qr_sentence=value,
        reprint_mark="BẢN IN LẠI",
    )
    data = render(content, profile).body + closing("001p", "001c", profile)
    assert not any(sequence in data for sequence in HIDDEN)
    at = 0

    def read(count: int) -> bytes:
        nonlocal at
        assert at + count <= len(data)
        at += count
        return data[at - count : at]

    interpreter = Interpreter(read, profile.paper.dots)
    operations = []
    while at < len(data):
        operations.append(interpreter.next())
    assert operations.count(Cut()) == 1


@given(st.binary(max_size=300), st.lists(st.integers(0, 300), max_size=10))
def test_replies_do_not_depend_on_how_they_arrive(data: bytes, cuts: list[int]) -> None:
    whole = list(Demultiplexer().feed(data))
    pieces = Demultiplexer()
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    split = [reply for start, end in itertools.pairwise(edges) for reply in pieces.feed(data[start:end])]
    assert split == whole


@given(st.lists(st.sampled_from([b"\xff", b"\x91", b"\x80", b"\x13", b"\x11"]), max_size=20), PROCESS_IDS)
def test_noise_before_an_id_never_hides_it(noise: list[bytes], identity: str) -> None:
    replies = list(Demultiplexer().feed(b"".join(noise) + b"\x37\x22" + identity.encode() + b"\x00"))
    assert replies[-1] == ProcessId(identity)


@given(st.binary(max_size=200), PROCESS_IDS)
def test_an_id_is_never_invented(data: bytes, identity: str) -> None:
    named = [reply for reply in Demultiplexer().feed(data) if reply == ProcessId(identity)]
    without_flow_control = data.replace(b"\x11", b"").replace(b"\x13", b"")
    assert not named or b"\x37\x22" + identity.encode() + b"\x00" in without_flow_control
