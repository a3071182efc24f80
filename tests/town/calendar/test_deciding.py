"""What the coordination decides about the year: zone, closures, days against the official calendar."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.permissions import actor_of
from preau.town.calendar.closing import ClosureFacts, add_closure, change_closure, remove_closure
from preau.town.calendar.deciding import add_local_period, choose_zone, remove_local_period
from preau.town.calendar.enums import ClosureKind, TimeBand
from preau.town.calendar.errors import ClosureChanged, LocalDaysTaken
from preau.town.calendar.models import Closure, LocalPeriod, ZoneTerm
from preau.town.calendar.permissions import CALENDAR
from preau.town.calendar.queries import calendar_of
from preau.town.calendar.schoolcalendar import Local
from tests.cast.calendar import make_calendar
from tests.cast.people import make_commune, make_person
from tests.cast.sites import make_site

pytestmark = pytest.mark.django_db
WORKS = ClosureFacts(ClosureKind.WORKS, "travaux du bassin", date(2026, 12, 7), date(2026, 12, 11))


@pytest.fixture
def commune():
    commune = make_commune()
    make_calendar(commune)
    return commune


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def test_a_closure_is_added_changed_and_removed_and_the_journal_keeps_each(commune, hand):
    site = make_site()
    closure = add_closure(commune, WORKS, hand=hand)
    assert calendar_of(commune).closed(date(2026, 12, 8)) == "travaux du bassin"
    lunch = ClosureFacts(
        ClosureKind.STRIKE, "grève", WORKS.first_day, WORKS.first_day, site, frozenset({TimeBand.LUNCH})
    )
    closure = change_closure(closure, lunch, seen_version=1, hand=hand)
    assert (closure.version, closure.bands) == (2, ["lunch"])
    assert calendar_of(commune).closed(date(2026, 12, 7)) is None
    assert calendar_of(commune).closed(date(2026, 12, 7), site.pk, TimeBand.LUNCH) == "grève"
    remove_closure(closure, hand=hand)
    verbs = set(AuditEvent.objects.filter(verb__startswith="calendar.closure").values_list("verb", flat=True))
    assert verbs == {"calendar.closure_added", "calendar.closure_changed", "calendar.closure_removed"}


def test_two_people_never_overwrite_a_closure(commune, hand):
    closure = add_closure(commune, WORKS, hand=hand)
    change_closure(closure, WORKS, seen_version=1, hand=hand)
    with pytest.raises(ClosureChanged) as refused:
        change_closure(closure, WORKS, seen_version=1, hand=hand)
    assert refused.value.current.version == 2
    Closure.objects.all().delete()
    with pytest.raises(ClosureChanged) as gone:
        change_closure(closure, WORKS, seen_version=2, hand=hand)
    assert gone.value.current is None


def test_a_zone_holds_from_its_day_on_and_ends_the_one_before_it(commune, hand):
    choose_zone(commune, "B", since=date(2027, 9, 1), hand=hand)
    calendar = calendar_of(commune)
    assert (calendar.zone_on(date(2027, 8, 31)), calendar.zone_on(date(2027, 9, 1))) == ("C", "B")
    choose_zone(commune, "A", since=date(2027, 1, 4), hand=hand)
    assert [(each.zone, each.valid_to) for each in ZoneTerm.objects.filter(commune=commune)] == [
        ("A", None),
        ("C", date(2027, 1, 3)),
    ]
    assert AuditEvent.objects.filter(verb="calendar.zone_replaced").count() == 1


def test_choosing_the_same_zone_twice_leaves_one_term(commune, hand):
    for _ in range(2):
        choose_zone(commune, "B", since=date(2027, 9, 1), hand=hand)
    assert ZoneTerm.objects.filter(commune=commune, zone="B").count() == 1


def test_the_town_says_one_thing_of_a_day_against_the_official_calendar(commune, hand):
    bridge = Local("Pont de novembre", date(2026, 11, 12), date(2026, 11, 13))
    period = add_local_period(commune, bridge, decided_by="arrêté du 3 novembre", hand=hand)
    assert calendar_of(commune).is_holiday(date(2026, 11, 12))
    with pytest.raises(LocalDaysTaken) as refused:
        add_local_period(commune, Local("Autre", date(2026, 11, 13), date(2026, 11, 20)), decided_by="", hand=hand)
    assert refused.value.other == period
    remove_local_period(period, hand=hand)
    assert not calendar_of(commune).is_holiday(date(2026, 11, 12)) and not LocalPeriod.objects.exists()


@pytest.mark.parametrize("wrong", [{"last_day": date(2026, 12, 1)}, {"kind": "fancy"}])
def test_the_database_refuses_a_closure_that_makes_no_sense(commune, hand, wrong):
    closure = add_closure(commune, WORKS, hand=hand)
    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.filter(pk=closure.pk).update(**wrong)


@pytest.mark.parametrize(
    ("part", "reads", "edits"),
    [
        ("coordinator", True, True),
        ("agent", True, True),
        ("administrator", True, False),
        ("contributor", True, False),
        ("elected", True, False),
        ("reader", True, False),
        ("provider", False, False),
        ("teacher", False, False),
        ("school_head", False, False),
    ],
)
def test_the_coordination_and_the_agents_decide_and_those_of_the_plan_read(commune, now, part, reads, edits):
    closure = add_closure(commune, WORKS, hand=Hand(None, now))
    actor = actor_of(make_person(part), now.date())
    assert (CALENDAR.may(actor, "read", closure), CALENDAR.may(actor, "edit", closure)) == (reads, edits)
