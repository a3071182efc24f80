"""The fictional town as facts: each table equal to what its own tables say, counted another way."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from preau.cooperation.agreements.models import Agreement
from preau.foundation.facts import WHOLE
from preau.observatory.facts.snapshots.declared import FACTS
from preau.offer.activities.models import Activity, Session
from preau.offer.attendance.models import Attendance
from preau.offer.campaigns.models import RankedWish
from preau.offer.classes.models import ClassGroup
from preau.offer.enrolment.models import Enrolment
from preau.people.households.models import Child, FamilyQuotient
from preau.plan.labels.models import LabelFile
from preau.plan.sheets.models import ActionSheet, SheetObjective
from preau.town.areas.models import GridCell
from preau.town.places.models import Site
from tests.observatory.facts.test_declared import check


def test_no_table_of_the_fictional_town_is_empty(facts):
    assert [table for table, rows in facts.rows.items() if not rows] == []


def test_rows_have_the_kinds_of_their_columns(clairval):
    for fact in FACTS:
        for year in fact.years(timezone.localdate()) if fact.years else [WHOLE]:
            for row in fact.rows(year, timezone.localdate()):
                check(fact, row)


def test_as_many_rows_as_the_town_has(facts):
    told = {
        "activities": Activity,
        "sessions": Session,
        "registrations": Enrolment,
        "wishes": RankedWish,
        "classes": ClassGroup,
        "actions": ActionSheet,
        "action_objectives": SheetObjective,
        "labels": LabelFile,
        "agreements": Agreement,
        "sites": Site,
        "presences": Attendance,
    }
    assert {table: facts.rows[table] for table in told} == {
        table: model.objects.count() for table, model in told.items()
    }
    assert facts.rows["squares"] == GridCell.objects.present().count()


def test_children_by_age_sex_and_quarter(facts):
    children = Child.objects.filter(erased_on=None)
    year = 2026
    by_age = Counter(2026 - child.born_on.year for child in children)  # on 31 December everybody had a birthday
    assert dict(facts.ask("SELECT age, count(*) FROM children WHERE school_year = ? GROUP BY age", [year])) == by_age
    by_sex = Counter(children.values_list("sex", flat=True))
    assert dict(facts.ask("SELECT sex, count(*) FROM children WHERE school_year = ? GROUP BY sex", [year])) == by_sex
    homes = {child.pk: child.residences.filter(until_on=None, is_main=True).first() for child in children}
    quarters = Counter(home.household.quarter if home else "" for home in homes.values())
    told = facts.ask("SELECT area, count(*) FROM children WHERE school_year = ? GROUP BY area", [year])
    assert dict(told) == quarters
    with_quotient = {
        home.household_id
        for home in homes.values()
        if home and FamilyQuotient.objects.filter(household=home.household_id, valid_until__gte="2026-09-01").exists()
    }
    told = facts.ask("SELECT count(DISTINCT household) FROM children WHERE qf_band <> '' AND school_year = ?", [year])
    assert told == [(len(with_quotient),)]


def test_who_came(facts):
    came = Attendance.objects.filter(state__in=("present", "left")).select_related("session")
    assert facts.ask("SELECT count(DISTINCT child) FROM presences WHERE state IN ('present', 'left')") == [
        (came.values("child").distinct().count(),)
    ]
    minutes = sum((each.session.ends_at - each.session.starts_at).total_seconds() // 60 for each in came)
    assert facts.ask("SELECT sum(minutes) FROM presences") == [(minutes,)]


def test_groups_are_as_full_as_they_are(facts):
    wrong = facts.ask(
        "SELECT unit FROM groups g WHERE taken <> (SELECT count(*) FROM registrations r"
        " WHERE r.unit = g.unit AND r.state IN ('confirmed', 'offered'))"
    )
    assert wrong == []
