from __future__ import annotations

import pytest

from preau.offer.enrolment.models import BookingUnit
from preau.offer.enrolment.taking import enrol
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from tests.cast.enrolment import make_unit
from tests.cast.families import Family, make_small_family, make_two_homes


@pytest.fixture
def kerbrat(db) -> Family:
    return make_two_homes()


@pytest.fixture
def unit(db) -> BookingUnit:
    return make_unit()


@pytest.fixture
def ask(now):
    """``ask(unit, family, "Zélie", "Salomé")``: the adult asks online, for the first of the homes unless one is named."""

    def asking(unit, family: Family, child: str, adult: str, *, home: str = "", channel: str = Channel.ONLINE, at=now):
        who = family.adults[adult]
        household = family.homes[home] if home else next(iter(family.homes.values()))
        return enrol(
            unit=unit,
            child=family.children[child],
            household=household,
            asked_by=who,
            channel=channel,
            hand=Hand(who.account, at),
        )

    return asking


@pytest.fixture
def fill(db, ask):
    """``fill(unit, 3)``: so many other children ask for a place, each from a family of its own."""

    def filling(unit: BookingUnit, count: int) -> list[Family]:
        return [_ask(unit, number, ask) for number in range(count)]

    return filling


def _ask(unit: BookingUnit, number: int, ask) -> Family:
    family = make_small_family(f"{unit.pk}-{number}")
    ask(unit, family, "child", "parent")
    return family
