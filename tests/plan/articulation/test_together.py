"""Both sides of a site at the same instant, for real: a thread and a connection each, on both engines."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from preau.people.accounts.hand import Hand
from preau.people.audit.queries import check_journal
from preau.plan.articulation.enums import Side
from preau.plan.articulation.errors import AlreadyJoined, EntryChanged, PairPresent, SummaryChanged
from preau.plan.articulation.joining import make_joint_sheet
from preau.plan.articulation.models import JointSheet, ProjectSummary, SitePair, WeekEntry
from preau.plan.articulation.pairs import PairFacts, open_pair
from preau.plan.articulation.planning import add_entry, change_entry
from preau.plan.articulation.summaries import open_summary, write_summary
from preau.town.calendar.actions import open_week
from preau.town.calendar.errors import DatesTaken
from preau.town.calendar.models import WeekPattern
from preau.town.calendar.rules import Week, hours_of
from tests.cast import make_person, make_plan, make_site
from tests.cast.sites import CONTENT, LINES, OTHER_CONTENT, make_pair, write_and_publish
from tests.conftest import NOW
from tests.plan.articulation.test_joining import FACTS

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


def at_once(act: Callable[[int], object], *told: type[Exception]) -> Counter[str]:
    """Everybody does it at the same instant. Gives how many did it, and what the others were told."""
    outcomes: Counter[str] = Counter()
    faults: list[BaseException] = []
    start, lock = threading.Barrier(PEOPLE), threading.Lock()

    def work(number: int) -> None:
        try:
            start.wait()
            act(number)
            outcome = "done"
        except told as refusal:
            outcome = type(refusal).__name__
        except BaseException as fault:  # a thread must not keep its fault to itself
            faults.append(fault)
            return
        finally:
            connection.close()
        with lock:
            outcomes[outcome] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert faults == []
    return outcomes


def test_six_clicks_at_once_make_one_joint_sheet():
    plan, pair = make_plan(), make_pair()
    write_and_publish(pair, Side.SCHOOL, CONTENT)
    write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    hands = [Hand(make_person("coordinator", name=f"Nadia {number}"), NOW) for number in range(PEOPLE)]

    def join(number: int) -> None:
        make_joint_sheet(pair, "food.1-food.1", carried_by=Side.SCHOOL, plan=plan, hand=hands[number], path="/atelier/")

    assert at_once(join, AlreadyJoined) == {"done": 1, "AlreadyJoined": PEOPLE - 1}
    assert JointSheet.objects.count() == 1
    assert check_journal().broken_at is None


def test_six_colleagues_at_once_keep_one_draft_and_five_are_told():
    pair = make_pair()

    def write(number: int) -> None:
        write_summary(
            pair, Side.SCHOOL, replace(CONTENT, text=f"Version {number}"), seen_revision=0, hand=Hand(None, NOW)
        )

    assert at_once(write, SummaryChanged) == {"done": 1, "SummaryChanged": PEOPLE - 1}
    assert ProjectSummary.objects.count() == 1


def test_one_person_who_opens_it_in_six_windows_is_counted_once():
    pair = make_pair()
    summary = write_and_publish(pair, Side.SCHOOL)
    hand = Hand(make_person("contributor", organisation=pair.care), NOW)
    assert at_once(lambda _: open_summary(summary, organisation=pair.care, hand=hand)) == {"done": PEOPLE}
    assert summary.seen.count() == 1


def test_six_coordinators_at_once_decide_one_week_and_open_one_pair():
    site = make_site(with_hours=False)
    week = Week(date(2026, 9, 1), None, hours_of(LINES), "4 jours")

    def decide(number: int) -> None:
        starts_on = date(2026, 9, 1 + number)
        open_week(site, replace(week, valid_from=starts_on), decided_by="", by=None, now=NOW)

    def pair(_: int) -> None:
        open_pair(site, 2026, PairFacts(site.school, site.care, date(2026, 10, 15)), hand=Hand(None, NOW))

    assert at_once(decide, DatesTaken) == {"done": 1, "DatesTaken": PEOPLE - 1}
    assert at_once(pair, PairPresent) == {"done": 1, "PairPresent": PEOPLE - 1}
    assert (WeekPattern.objects.count(), SitePair.objects.count()) == (1, 1)


def test_six_people_change_one_activity_and_one_of_them_does():
    entry = add_entry(make_site(), FACTS, hand=Hand(None, NOW))

    def change(number: int) -> None:
        change_entry(entry, replace(FACTS, title=f"Atelier {number}"), seen_version=1, hand=Hand(None, NOW))

    assert at_once(change, EntryChanged) == {"done": 1, "EntryChanged": PEOPLE - 1}
    assert WeekEntry.objects.get().version == 2
