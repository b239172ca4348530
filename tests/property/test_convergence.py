"""Several clients and a hall over a network that loses, delays, repeats and reorders.

Whatever happens, in the end every client shows what the hall is, every command had one outcome and at most one
effect, and facts came in their order.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hall_link.commands import CancelTicket, Command, IssueTicket, ReportShown
from hall_link.effects import Accepted, CloseSocket, OpenSocket, PostCommand, Refused, SendText
from hall_link.feed import Hello
from tests.property.model_hall import NOBODY_WAITS, ModelHall
from tests.unit.hall_link.driven import Driven
from tests.unit.hall_link.makers import error, problem

CLIENTS = 3
PATIENCE_SECONDS = 8.0
FACT_PATIENCE_SECONDS = 10**6
QUIET_SECONDS_MAX = 40
"""In a network without faults every client must have settled by then: the longest pause asked for, and some."""


@dataclass
class Client:
    """A session and what is under way between it and the hall."""

    name: str
    driven: Driven = field(default_factory=Driven)
    socket: int | None = None
    sent_seq: int | None = None
    """Where the hall thinks this client's feed stands; None: no feed, or no Hello yet."""
    frames: deque[tuple[int, bytes]] = field(default_factory=deque)
    posts: list[PostCommand] = field(default_factory=list)
    answers: list[tuple[PostCommand, int, bytes]] = field(default_factory=list)
    submitted: dict[str, Command] = field(default_factory=dict)
    seen: int = 0

    def hear_effects(self, hall: ModelHall) -> None:
        """Carry what the session has asked for since the last time."""
        while self.seen < len(self.driven.all_effects):
            effect = self.driven.all_effects[self.seen]
            self.seen += 1
            if isinstance(effect, OpenSocket):
                self.socket, self.sent_seq = effect.socket, None
            elif isinstance(effect, CloseSocket):
                self.socket, self.sent_seq = None, None
            elif isinstance(effect, SendText):
                self.push(msgspec.json.encode(hall.greet(msgspec.json.decode(effect.text, type=Hello))))
                self.sent_seq = hall.seq
            elif isinstance(effect, PostCommand):
                self.posts.append(effect)

    def push(self, frame: bytes) -> None:
        assert self.socket is not None
        self.frames.append((self.socket, frame))

    def follow(self, hall: ModelHall) -> None:
        """The hall's side of the feed: what is new, else a beat."""
        if self.socket is None or self.sent_seq is None:
            return
        frame = hall.since(self.sent_seq) if self.sent_seq != hall.seq else hall.beat()
        self.push(msgspec.json.encode(frame))
        self.sent_seq = hall.seq


client_indexes = st.integers(0, CLIENTS - 1)


class Hall(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.hall = ModelHall()
        self.clients = [Client(f"device-{number}") for number in range(CLIENTS)]
        self.ids = 0
        for client in self.clients:
            client.driven.start()
            self.all_arrives(client)

    def settle(self, client: Client) -> None:
        client.hear_effects(self.hall)

    def all_arrives(self, client: Client) -> None:
        """Everything under way, in order, then what the hall has to say."""
        self.settle(client)
        if client.socket is not None and client.sent_seq is None:
            client.driven.open(client.socket)
            self.settle(client)
        while client.posts:
            post = client.posts.pop(0)
            client.driven.answer(post, *self.hall.execute(post.command_id, client.submitted[post.command_id]))
            self.settle(client)
        self._frames_arrive(client)
        client.follow(self.hall)
        self._frames_arrive(client)

    def _frames_arrive(self, client: Client) -> None:
        while client.frames:
            number, frame = client.frames.popleft()
            client.driven.hear_text(frame, number)
            self.settle(client)

    # ---------------------------------------------------------------------------------------------- what people do

    @rule(index=client_indexes, kind=st.sampled_from(["issue", "cancel", "fact"]))
    def submit(self, index: int, kind: Literal["issue", "cancel", "fact"]) -> None:
        client = self.clients[index]
        self.ids += 1
        command_id = f"{kind}-{index}-{self.ids}"
        command: Command = {
            "issue": IssueTicket("HT"),
            "cancel": CancelTicket("oldest"),
            "fact": ReportShown(command_id),
        }[kind]
        client.submitted[command_id] = command
        patience = FACT_PATIENCE_SECONDS if kind == "fact" else PATIENCE_SECONDS
        client.driven.submit(command, command_id, patience)
        self.settle(client)

    @rule(seconds=st.sampled_from([0.1, 0.6, 2.0, 2.0, 4.5]))
    def time_passes(self, seconds: float) -> None:
        for client in self.clients:
            client.driven.pass_time(seconds)
            self.settle(client)

    # ------------------------------------------------------------------------------------------ what the network does

    @rule(index=client_indexes)
    def socket_opens(self, index: int) -> None:
        client = self.clients[index]
        if client.socket is not None:
            client.driven.open(client.socket)
            self.settle(client)

    @rule(index=client_indexes)
    def network_is_good_for_a_moment(self, index: int) -> None:
        self.all_arrives(self.clients[index])

    @rule(index=client_indexes)
    def hall_speaks(self, index: int) -> None:
        self.clients[index].follow(self.hall)

    @rule(index=client_indexes, place=st.integers(0, 2), again=st.booleans())
    def frame_arrives(self, index: int, place: int, again: bool) -> None:
        """Any of the first few under way, which may also come a second time later."""
        client = self.clients[index]
        if place < len(client.frames):
            number, frame = client.frames[place]
            if not again:
                del client.frames[place]
            client.driven.hear_text(frame, number)
            self.settle(client)

    @rule(index=client_indexes, place=st.integers(0, 2))
    def frame_is_lost(self, index: int, place: int) -> None:
        if place < len(self.clients[index].frames):
            del self.clients[index].frames[place]

    @rule(index=client_indexes, reported=st.integers(1, 2), late=st.booleans())
    def feed_breaks(self, index: int, reported: int, late: bool) -> None:
        """Reported once or twice; what was under way is gone, or comes late."""
        client = self.clients[index]
        if client.socket is None:
            return
        number = client.socket
        if not late:
            client.frames.clear()
        for _ in range(reported):
            client.driven.lose(number)
            self.settle(client)

    @rule(index=client_indexes, place=st.integers(0, 3), again=st.booleans(), answer_lost=st.booleans())
    def post_arrives(self, index: int, place: int, again: bool, answer_lost: bool) -> None:
        client = self.clients[index]
        if place >= len(client.posts):
            return
        post = client.posts[place] if again else client.posts.pop(place)
        status, body = self.hall.execute(post.command_id, client.submitted[post.command_id])
        if not answer_lost:
            client.answers.append((post, status, body))

    @rule(index=client_indexes)
    def post_fails(self, index: int) -> None:
        client = self.clients[index]
        if client.posts:
            client.driven.fail(client.posts.pop())
            self.settle(client)

    @rule(index=client_indexes, retry_after_ms=st.sampled_from([None, 100, 3000]))
    def hall_cannot_now(self, index: int, retry_after_ms: int | None) -> None:
        client = self.clients[index]
        if client.posts:
            said = error(problem("environment", retry_after_ms=retry_after_ms))
            client.answers.append((client.posts.pop(0), 503, said))

    @rule(index=client_indexes, place=st.integers(0, 3), again=st.booleans())
    def answer_arrives(self, index: int, place: int, again: bool) -> None:
        client = self.clients[index]
        if place < len(client.answers):
            post, status, body = client.answers[place] if again else client.answers.pop(place)
            client.driven.answer(post, status, body)
            self.settle(client)

    # --------------------------------------------------------------------------------------------- what the hall does

    @rule(forgets=st.booleans())
    def hall_restarts(self, forgets: bool) -> None:
        """Every feed is gone; what was missed may be, too."""
        if forgets:
            self.hall.resumable = self.hall.seq
        for client in self.clients:
            client.sent_seq = None
            if client.socket is not None:
                client.driven.lose(client.socket)
                self.settle(client)

    @precondition(lambda self: self.hall.seq > 1)
    @rule(index=client_indexes, frame=st.sampled_from([b"{", b"", b'{"frame":"beat","seq":0,"at":0}']))
    def rubbish_arrives(self, index: int, frame: bytes) -> None:
        client = self.clients[index]
        if client.socket is not None:
            client.driven.hear_text(frame, client.socket)
            self.settle(client)

    # ---------------------------------------------------------------------------------------------- what always holds

    @invariant()
    def every_client_holds_what_the_hall_was_at_its_number(self) -> None:
        for client in self.clients if hasattr(self, "clients") else []:
            mirror = client.driven.session.mirror
            assert mirror.rows == self.hall.versions[mirror.seq]

    @invariant()
    def no_command_has_two_outcomes_or_two_effects(self) -> None:
        if not hasattr(self, "clients"):
            return
        assert len(set(self.hall.effects)) == len(self.hall.effects)
        for client in self.clients:
            for command_id in client.submitted:
                assert len(client.driven.outcomes(command_id)) <= 1

    def teardown(self) -> None:
        """The network mends; everything under way arrives; the hall and its clients come together."""
        if not hasattr(self, "clients"):
            return
        self._quiet_time()
        # The last news of all is lost to everybody: only the beats can tell.
        self.hall.execute("last-news", IssueTicket("HT"))
        for client in self.clients:
            client.follow(self.hall)
            client.frames.clear()
        self._quiet_time()
        for client in self.clients:
            assert client.driven.is_live()
            assert client.driven.session.mirror.rows == self.hall.versions[-1]
            for command_id in client.submitted:
                self._check_outcome(client, command_id)
            facts = [command_id for command_id in client.submitted if command_id.startswith("fact")]
            assert [command_id for command_id in self.hall.effects if command_id in facts] == facts

    def _quiet_time(self) -> None:
        for _ in range(QUIET_SECONDS_MAX):
            for client in self.clients:
                client.driven.pass_time(1.0)
                self.all_arrives(client)

    def _check_outcome(self, client: Client, command_id: str) -> None:
        (outcome,) = client.driven.outcomes(command_id)
        done = command_id in self.hall.effects
        if isinstance(outcome, Accepted):
            assert done
        elif isinstance(outcome, Refused):
            assert not done
            assert outcome.problem == NOBODY_WAITS


TestHall = Hall.TestCase
TestHall.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
