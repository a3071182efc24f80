"""Phones that do not know of each other: whatever arrives, in any order and any number of times, the same stands."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from preau.offer.attendance.enums import AWAY, CAME, Mark
from preau.offer.attendance.marks import Told, standing, trusted

T0 = datetime(2026, 11, 24, 14, tzinfo=UTC)
_numbers = count(1)


def told(mark: str, minute: int, *after: Told, device: str = "a", turn: int = 0) -> Told:
    return Told(
        UUID(int=next(_numbers)),
        mark,
        T0 + timedelta(minutes=minute),
        frozenset(each.key for each in after),
        device,
        turn or next(_numbers),
    )


def test_nothing_said_is_expected():
    assert standing([]).mark == Mark.EXPECTED


def test_a_correction_stands_over_what_its_author_saw_even_with_a_slow_clock():
    first = told(Mark.PRESENT, 10)
    corrected = told(Mark.ABSENT, 3, first, device="b")
    now = standing([first, corrected])
    assert (now.mark, now.is_disputed) == (Mark.ABSENT, False)


def test_what_one_phone_says_last_stands_even_when_a_mark_between_is_still_on_its_way():
    first = told(Mark.PRESENT, 1)
    between = told(Mark.ABSENT, 2, first)
    last = told(Mark.PRESENT, 3, between)
    assert standing([first, last]).heads == (last,)
    assert standing([first, last, between]) == standing([first, between, last])


def test_two_phones_that_agree_are_no_dispute_and_the_first_arrival_counts():
    now = standing([told(Mark.PRESENT, 4), told(Mark.PRESENT, 1, device="b")])
    assert (now.mark, now.is_disputed, now.arrived_at) == (Mark.PRESENT, False, T0 + timedelta(minutes=1))


def test_two_phones_that_disagree_are_shown_to_a_human_who_settles_it():
    one, other = told(Mark.PRESENT, 1), told(Mark.ABSENT, 2, device="b")
    now = standing([one, other])
    assert now.is_disputed and now.mark == Mark.ABSENT
    settled = standing([one, other, told(Mark.PRESENT, 5, *now.heads, device="b")])
    assert (settled.mark, settled.is_disputed) == (Mark.PRESENT, False)


def test_taking_back_a_mark_does_not_hide_what_another_phone_said():
    mine = told(Mark.ABSENT, 1)
    undone = told(Mark.EXPECTED, 2, mine)
    assert standing([mine, undone]).mark == Mark.EXPECTED
    assert standing([mine, undone, told(Mark.PRESENT, 0, device="b")]).mark == Mark.PRESENT


def test_a_child_who_left_keeps_the_hour_of_arrival():
    came = told(Mark.PRESENT, 2)
    left = told(Mark.LEFT, 90, came)
    assert standing([left, came]).arrived_at == came.at
    assert standing([left, came, told(Mark.ABSENT, 95, left)]).arrived_at is None


def test_marks_that_stand_over_each_other_in_a_ring_lose_nothing():
    a = Told(UUID(int=1), Mark.PRESENT, T0, frozenset({UUID(int=2)}), "a", 1)
    b = Told(UUID(int=2), Mark.ABSENT, T0, frozenset({UUID(int=1)}), "b", 1)
    assert standing([a, b]).is_disputed


def test_a_wrong_clock_is_replaced_by_ours():
    morning, now = T0.replace(hour=0), T0 + timedelta(hours=2)
    assert trusted(T0, received_at=now, not_before=morning) == T0
    assert trusted(now + timedelta(hours=1), received_at=now, not_before=morning) == now
    assert trusted(T0 - timedelta(days=400), received_at=now, not_before=morning) == now


MARKS = st.lists(
    st.builds(
        Told,
        st.integers(1, 12).map(lambda number: UUID(int=number)),
        st.sampled_from([str(mark) for mark in Mark]),
        st.integers(0, 90).map(lambda minute: T0 + timedelta(minutes=minute)),
        st.frozensets(st.integers(1, 12).map(lambda number: UUID(int=number)), max_size=3),
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 9),
    ),
    unique_by=lambda each: each.key,
    max_size=12,
)


@given(MARKS, st.randoms(use_true_random=False))
def test_order_and_resending_change_nothing(marks, chance):
    again = marks + chance.choices(marks, k=len(marks)) if marks else []
    chance.shuffle(again)
    assert standing(again) == standing(marks)


class TwoPhones(RuleBasedStateMachine):
    """Two phones mark a child, with and without a network; lists are sent twice, cut short, and in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.server: dict[UUID, Told] = {}
        self.known: dict[str, dict[UUID, Told]] = {"a": {}, "b": {}}
        self.queue: dict[str, list[Told]] = {"a": [], "b": []}
        self.turns = {"a": 0, "b": 0}
        self.made: list[Told] = []
        self.minute = 0

    @rule(phone=st.sampled_from("ab"), mark=st.sampled_from(Mark))
    def tap(self, phone, mark):
        self.minute += 1
        self.turns[phone] += 1
        heads = standing(self.known[phone].values()).heads
        made = told(mark, self.minute, *heads, device=phone, turn=self.turns[phone])
        self.known[phone][made.key] = made
        self.queue[phone].append(made)
        self.made.append(made)

    @rule(phone=st.sampled_from("ab"), seed=st.integers(0, 99), answered=st.booleans())
    def send(self, phone, seed, answered):
        """The list leaves; the answer may be lost on its way, and the phone then sends it again."""
        sent = list(self.queue[phone])
        random.Random(seed).shuffle(sent)
        self.server |= {each.key: each for each in sent}
        if answered:
            self.queue[phone] = []
            self.known[phone] |= self.server

    @invariant()
    def nothing_is_lost_nor_doubled_once_everything_was_sent(self):
        server = self.server | {each.key: each for queue in self.queue.values() for each in queue}
        assert len(server) == len(self.made)
        now = standing(server.values())
        assert now == standing(self.made)
        if self.made:
            last = {phone: [each for each in self.made if each.device == phone][-1:] for phone in "ab"}
            ends = [each for pair in last.values() for each in pair]
            assert {each.key for each in now.heads} <= {each.key for each in ends}
            sides = {side for side in (CAME, AWAY) for each in now.heads if each.mark in side}
            assert now.is_disputed == (len(sides) == 2)


TestTwoPhones = TwoPhones.TestCase
