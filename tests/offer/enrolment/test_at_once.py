"""Many at the same instant: never one place too many, never a place twice, and what was said is what is written."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from preau.offer.enrolment.enums import EnrolmentState as S
from preau.offer.enrolment.errors import Refused
from preau.offer.enrolment.models import BookingUnit, Enrolment, EnrolmentStep
from preau.offer.enrolment.taking import enrol, release
from preau.people.accounts.hand import Hand
from preau.people.audit.queries import check_journal
from preau.people.households.enums import Channel
from tests.cast.enrolment import make_unit
from tests.cast.families import Family, make_small_family, make_two_homes
from tests.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
CLIENTS = 64


def together(works: list[Callable[[], object]]) -> list[object]:
    """Each in a thread of its own, all let go at once; what each gave, or the fault that it met."""
    start, told = threading.Barrier(len(works)), [None] * len(works)

    def run(index: int, work: Callable[[], object]) -> None:
        try:
            start.wait(60)
            told[index] = work()
        except BaseException as fault:  # a thread must not keep its fault to itself
            told[index] = fault
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(120)
    return told


def asking(unit: BookingUnit, family: Family, child: str = "child", adult: str = "parent", home: str = "home"):
    def work() -> Enrolment:
        who = family.adults[adult]
        return enrol(
            unit=unit,
            child=family.children[child],
            household=family.homes[home],
            asked_by=who,
            channel=Channel.ONLINE,
            hand=Hand(who.account, NOW),
        )

    return work


def test_sixty_four_families_ask_for_ten_places_at_the_same_instant():
    unit = make_unit(capacity=10)
    told = together([asking(unit, make_small_family(str(number))) for number in range(CLIENTS)])
    unit.refresh_from_db()
    assert Counter(each.state for each in told) == {S.CONFIRMED: 10, S.WAITING: 54}
    assert (unit.taken, unit.queued) == (10, 54)
    assert sorted(Enrolment.objects.filter(state=S.WAITING).values_list("queue_number", flat=True)) == list(
        range(1, 55)
    )
    assert EnrolmentStep.objects.count() == CLIENTS
    assert check_journal().broken_at is None


def test_two_parents_and_a_nervous_finger_make_one_place():
    unit, family = make_unit(), make_two_homes()
    works = [asking(unit, family, "Zélie", "Salomé", "mother"), asking(unit, family, "Zélie", "Yann", "father")] * 8
    told = together(works)
    places = [each for each in told if isinstance(each, Enrolment)]
    others = [each for each in told if isinstance(each, Refused)]
    assert (len(places), len(others)) == (1, 15)
    assert {each.known.pk for each in others} == {places[0].pk}
    unit.refresh_from_db()
    assert unit.taken == 1


def test_one_child_asks_two_groups_of_the_same_hour_at_once_and_sits_in_one():
    family = make_small_family("vite")
    told = together([asking(each, family) for each in (make_unit("Judo"), make_unit("Danse"))])
    assert sorted(type(each).__name__ for each in told) == ["Enrolment", "Refused"]


def test_places_are_given_back_and_asked_for_at_the_same_instant():
    unit = make_unit(capacity=8)
    seated = [asking(unit, make_small_family(f"assis-{number}"))() for number in range(8)]
    leaving = [lambda each=each: release(each, hand=Hand(None, NOW)) for each in seated]
    coming = [asking(unit, make_small_family(f"vient-{number}")) for number in range(16)]
    told = together([*leaving, *coming])
    assert [each for each in told if isinstance(each, BaseException)] == []
    unit.refresh_from_db()
    seats = Enrolment.objects.filter(unit=unit).seated().count()
    assert unit.taken == seats == 8
    assert check_journal().broken_at is None


def test_a_fault_in_a_batch_is_told_to_its_own_and_to_nobody_else(monkeypatch):
    from preau.offer.enrolment import together as lines

    unit = make_unit(capacity=40)
    families = [make_small_family(str(number)) for number in range(12)]
    poisoned, whole = families[0].children["child"].pk, lines.serve

    def serve(key, asks, **rest):
        if any(each.child.pk == poisoned for each in asks):
            raise RuntimeError("spoilt")
        return whole(key, asks, **rest)

    monkeypatch.setattr(lines, "serve", serve)
    told = together([asking(unit, each) for each in families])
    assert [type(each).__name__ for each in told] == ["RuntimeError", *["Enrolment"] * 11]
    unit.refresh_from_db()
    assert unit.taken == 11
