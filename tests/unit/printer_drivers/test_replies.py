"""Replies are told apart by their bits."""

import pytest

from printer_drivers.replies import (
    BLOCK_BYTES_MAX,
    XOFF,
    XON,
    AutomaticStatus,
    Demultiplexer,
    FlowControl,
    InformationBlock,
    Noise,
    ProcessId,
    RealtimeStatus,
    Reply,
    TransmittedStatus,
)


def heard(data: bytes) -> list[Reply]:
    return list(Demultiplexer().feed(data))


@pytest.mark.parametrize(
    ("data", "reply"),
    [
        (b"\x10\x00\x00\x0f", AutomaticStatus(b"\x10\x00\x00\x0f")),
        (b"\x38\x08\x0c\x0f", AutomaticStatus(b"\x38\x08\x0c\x0f")),
        (b"\x12", RealtimeStatus(0x12)),
        (b"\x72", RealtimeStatus(0x72)),
        (b"\x00", TransmittedStatus(0)),
        (b"\x0f", TransmittedStatus(0x0F)),
        (b"\x37\x22001c\x00", ProcessId("001c")),
        (b"_TM-T20\x00", InformationBlock(b"_TM-T20\x00")),
        (b"\x11", FlowControl(go_on=True)),
        (b"\x13", FlowControl(go_on=False)),
        (b"\xff", Noise(0xFF)),
    ],
)
def test_one_reply(data: bytes, reply: Reply) -> None:
    assert heard(data) == [reply]


def test_replies_follow_one_another() -> None:
    assert heard(b"\x10\x00\x00\x0f\x37\x22001p\x00\x37\x22001c\x00\x00") == [
        AutomaticStatus(b"\x10\x00\x00\x0f"),
        ProcessId("001p"),
        ProcessId("001c"),
        TransmittedStatus(0),
    ]


def test_flow_control_may_come_inside_another_reply() -> None:
    data = bytes((0x37, 0x22, XOFF)) + b"00" + bytes((XON,)) + b"1c\x00"
    assert heard(data) == [FlowControl(go_on=False), FlowControl(go_on=True), ProcessId("001c")]


def test_an_unfinished_reply_is_held_back() -> None:
    demultiplexer = Demultiplexer()
    assert list(demultiplexer.feed(b"\x37\x22001")) == []
    assert list(demultiplexer.feed(b"c\x00")) == [ProcessId("001c")]


@pytest.mark.parametrize("noise", [b"\xff", b"\x80\x9c", b"\x37\x01", b"\x10\xff", b"\x37" + b"A" * BLOCK_BYTES_MAX])
def test_noise_does_not_swallow_what_follows(noise: bytes) -> None:
    assert heard(noise + b"\xff\x37\x22001c\x00")[-1] == ProcessId("001c")
