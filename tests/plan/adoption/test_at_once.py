"""Somebody else acts while the council's vote is recorded, for real: a thread and a connection each."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from preau.people.accounts.hand import Hand
from preau.plan.adoption import actions
from preau.plan.adoption.actions import Vote, adopt_plan, prepare
from preau.plan.adoption.errors import NotReady
from preau.plan.adoption.models import CouncilResolution
from preau.plan.drafting.points import reopen_point
from preau.plan.drafting.proposing import new_wording, propose
from preau.plan.structure.actions import add_item, entrust
from preau.plan.structure.errors import PlanAdopted
from tests.cast.adoption import VOTED_ON, make_ready_plan
from tests.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
HAND = Hand(None, NOW)
VOTE = Vote("2026-112", VOTED_ON)
LONG = 30


class Someone(threading.Thread):
    """Does one thing on a connection of their own; ``fault`` is what they were told."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self.act, self.fault = act, None

    def run(self) -> None:
        try:
            self.act()
        except BaseException as fault:  # a thread must not keep its fault to itself
            self.fault = fault
        finally:
            connection.close()


def _reopen(plan):
    reopen_point(plan.open_points.order_by("pk")[0], hand=HAND)


def _add(plan):
    add_item(plan.rows.order_by("pk")[0], "expected_effect", "Un effet de plus", hand=HAND)


def _add_objective(plan):
    add_item(plan.rows.order_by("pk")[0], "operational_objective", "Un objectif de plus", hand=HAND)


def _propose(plan):
    item = plan.items.get(code="A1.G1.O1")
    propose(plan, new_wording(item, "Autrement"), hand=HAND, organisation=None, reason="mieux")


def _undate(plan):
    prepare(plan, starts_on=None, ends_on=None, introduction="", hand=HAND)


def _disown(plan):
    item = plan.items.get(code="A1.G1.O1")
    entrust(item, None, seen_version=item.version, hand=HAND)


def adopt_while(plan, monkeypatch, act) -> tuple[Someone, Someone]:
    """The other one acts after the checklist was read and before the text is fixed."""
    checked, go_on = threading.Event(), threading.Event()
    fix = actions.adopt

    def wait_then_fix(*args, **options):
        checked.set()
        assert go_on.wait(LONG)
        return fix(*args, **options)

    monkeypatch.setattr(actions, "adopt", wait_then_fix)
    council, other = Someone(lambda: adopt_plan(plan, VOTE, hand=HAND)), Someone(lambda: act(plan))
    council.start()
    assert checked.wait(LONG)
    other.start()
    other.join(0.5)
    assert other.is_alive(), other.fault  # it waits for the vote
    go_on.set()
    council.join(LONG)
    other.join(LONG)
    return council, other


@pytest.mark.parametrize("act", [_reopen, _add, _propose, _undate])
def test_a_change_between_the_check_and_the_vote_waits_and_is_refused(monkeypatch, act):
    plan = make_ready_plan()
    council, other = adopt_while(plan, monkeypatch, act)
    assert council.fault is None
    assert isinstance(other.fault, PlanAdopted)


def test_a_change_of_owner_waits_too_and_the_adopted_version_keeps_the_owner(monkeypatch):
    plan = make_ready_plan()
    council, other = adopt_while(plan, monkeypatch, _disown)
    assert (council.fault, other.fault) == (None, None)
    assert plan.versions.get().snapshot.by_code["A1.G1.O1"].owner
    assert plan.items.get(code="A1.G1.O1").owner is None


@pytest.mark.parametrize("act", [_reopen, _add_objective, _propose, _undate, _disown])
def test_a_change_that_is_not_yet_committed_is_waited_for_and_counts(act):
    plan = make_ready_plan()
    done, go_on = threading.Event(), threading.Event()

    def change_slowly():
        with transaction.atomic():
            act(plan)
            done.set()
            assert go_on.wait(LONG)

    other, council = Someone(change_slowly), Someone(lambda: adopt_plan(plan, VOTE, hand=HAND))
    other.start()
    assert done.wait(LONG), other.fault
    council.start()
    council.join(0.5)
    assert council.is_alive(), council.fault
    go_on.set()
    other.join(LONG)
    council.join(LONG)
    assert other.fault is None
    assert isinstance(council.fault, NotReady)


def test_two_coordinators_record_the_same_vote_and_one_of_them_is_told():
    plan = make_ready_plan()
    start = threading.Barrier(2)

    def vote():
        start.wait(LONG)
        adopt_plan(plan, VOTE, hand=HAND)

    both = [Someone(vote), Someone(vote)]
    for someone in both:
        someone.start()
    for someone in both:
        someone.join(LONG)
    assert sorted(type(someone.fault).__name__ for someone in both) == ["AlreadyAdopted", "NoneType"]
    assert (CouncilResolution.objects.count(), plan.versions.count()) == (1, 1)
