"""Agents keep the sheets of spaces: nothing overwritten, closings that end, codes that can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.permissions import actor_of
from preau.town.calendar.models import BankHoliday, HolidayPeriod, ZoneTerm
from preau.town.calendar.queries import calendar_of
from preau.town.spaces.enums import ClosingReason, ReportKind
from preau.town.spaces.keeping import (
    SpaceChanged,
    change_space,
    close_space,
    decide_terms,
    lift_closing,
    open_space,
    renew_token,
)
from preau.town.spaces.permissions import SPACES
from preau.town.spaces.queries import days_at, spaces, state_of, states_of, terms_on
from preau.town.spaces.reporting import report
from preau.town.spaces.rules import How, Source, Terms
from tests.cast import make_commune, make_person
from tests.cast.spaces import FACTS, make_ground, make_space

pytestmark = pytest.mark.django_db


@pytest.fixture
def hand(now):
    return Hand(make_person("agent"), now)


def test_two_agents_never_overwrite_each_other_and_a_site_has_one_sheet(hand):
    space = make_space()
    assert open_space(space.site, FACTS, hand=hand) == space
    change_space(space, replace(FACTS, ground="gazon"), seen_version=1, hand=hand)
    with pytest.raises(SpaceChanged) as refused:
        change_space(space, replace(FACTS, ground="terre"), seen_version=1, hand=hand)
    assert refused.value.current.ground == "gazon"


def test_works_end_after_they_begin(hand):
    facts = replace(FACTS, works_from=date(2026, 11, 24), works_to=date(2026, 11, 23))
    with pytest.raises(IntegrityError), transaction.atomic():
        change_space(make_space(), facts, seen_version=1, hand=hand)


def test_a_new_code_makes_the_old_poster_void(hand):
    space = make_space(token="ancien22")
    assert renew_token(space, hand=hand).token != "ancien22"


def test_a_closing_holds_until_its_end_or_until_it_is_lifted(hand, now):
    space = make_space()
    closing = close_space(
        space, ClosingReason.REPAIR, "but à réparer", starts_at=now, ends_at=now + timedelta(days=2), hand=hand
    )
    report(space, ReportKind.OPEN, sender="a", now=now)

    def found(at):
        terms = terms_on(make_commune(), at.date())
        return state_of(spaces(at, terms).get(), at, calendar=calendar_of(make_commune()), terms=terms)

    assert (found(now).source, found(now).words) == (Source.AGENT, "but à réparer")
    assert found(now + timedelta(days=2)).how == How.UNKNOWN
    lift_closing(closing, hand=hand)
    lift_closing(closing, hand=hand)
    assert found(now + timedelta(minutes=1)).how == How.OPEN


def test_parameters_are_those_of_their_day(hand, now):
    commune = make_commune()
    assert terms_on(commune, now.date()) == Terms()
    short = Terms(timedelta(minutes=30), timedelta(minutes=20), timedelta(hours=12))
    decide_terms(commune, short, valid_from=now.date(), hand=hand)
    assert terms_on(commune, now.date()) == short
    assert terms_on(commune, now.date() - timedelta(days=1)) == Terms()


def test_the_calendar_of_the_town_is_that_of_its_zone(now):
    commune = make_commune()
    ZoneTerm.objects.create(commune=commune, zone="Zone C", valid_from=date(2026, 9, 1))
    for number, zone in enumerate(("Zone A", "Zone C")):
        first = date(2026, 12, 19) + timedelta(days=number)
        HolidayPeriod.objects.create(
            commune=commune, official_id=zone, fingerprint="f", zone=zone, name="Noël",
            first_day=first, last_day=date(2027, 1, 3),
        )  # fmt: skip
    BankHoliday.objects.create(
        commune=commune, official_id="2026-12-25", fingerprint="f", day=date(2026, 12, 25), name="Noël"
    )
    days = days_at(calendar_of(commune), make_ground())
    assert [days.is_holiday(date(2026, 12, day)) for day in (18, 19, 20)] == [False, False, True]
    assert (days.bank_holiday(date(2026, 12, 25)), days.bank_holiday(date(2026, 12, 26))) == ("Noël", "")


def test_many_spaces_cost_as_many_queries_as_one(now, django_assert_num_queries):
    for number in range(4):
        report(make_space(f"Terrain {number}"), ReportKind.OPEN, sender=str(number), now=now)
    commune = make_commune()
    with django_assert_num_queries(12):
        found = states_of(spaces(now, Terms()), now, commune)
    assert {each.how for each in found.values()} == {How.OPEN}


@pytest.mark.parametrize(
    ("part", "may"),
    [
        ("coordinator", {"read", "edit", "count"}),
        ("agent", {"read", "edit", "count"}),
        ("contributor", {"read", "count"}),
        ("elected", {"read"}),
        ("reader", {"read"}),
        ("administrator", {"read"}),
        ("data_officer", {"read"}),
        ("provider", set()),
        ("school_head", set()),
        ("teacher", set()),
        ("stranger", set()),
    ],
)
def test_who_may_do_what_to_spaces(part, may, now):
    actor = actor_of(make_person(part), now.date())
    assert {action for action in SPACES.rules if SPACES.may(actor, action)} == may
