"""The years before the plan: they make figures live, and leave alone the families whom the story follows."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, F, Q

from preau.demo.content import families as cast
from preau.demo.content import past as story
from preau.demo.content.past_names import BOYS, FAMILIES, GIRLS
from preau.observatory.indicators.computing import whole
from preau.observatory.indicators.measures import MEASURES, Asked
from preau.observatory.indicators.spans import year_span
from preau.offer.activities.models import Activity, Session
from preau.offer.attendance.models import Attendance
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.audit.models import AuditEvent
from preau.people.households.models import Adult, Child
from preau.people.notices.models import Notice

SPORT = ("ball_games", "water", "combat", "motion")


def test_most_figures_have_a_year_before_them(facts):
    told = Counter(
        year
        for code in MEASURES
        for year in (*story.YEARS, story.NOW)
        if whole(code, Asked(year_span(year, story.LAST_DAY), 3), facts=facts).is_known
    )
    assert told[2025] >= 28
    assert told[2024] >= 24


def test_more_girls_come_to_sport_each_year(clairval):
    came = Attendance.objects.filter(session__activity__domain__in=SPORT, state="present")
    shares = [
        came.filter(session__activity__school_year=year).aggregate(
            girls=Count("child", filter=Q(child__sex="girl"), distinct=True), all=Count("child", distinct=True)
        )
        for year in story.YEARS
    ]
    told = [each["girls"] / each["all"] for each in shares]
    assert told == sorted(told)
    assert told[-1] - told[0] > 0.05


def test_no_child_of_the_past_could_be_taken_for_one_of_the_story():
    names = {each.first_name for family in cast.FAMILIES for each in family.children}
    surnames = {each.last_name for family in cast.FAMILIES for each in (*family.children, *family.adults)}
    assert not names & {*GIRLS, *BOYS}
    assert not surnames & set(FAMILIES)


def test_families_of_the_story_have_no_past(clairval):
    followed = Child.objects.filter(guardians__adult__account__isnull=False)
    assert not Attendance.objects.filter(child__in=followed, session__day__year__lt=story.NOW).exists()
    assert not Adult.objects.filter(last_name__in=FAMILIES, account__isnull=False).exists()


def test_what_ran_before_is_in_no_catalogue(clairval):
    past = Activity.objects.filter(school_year__lt=story.NOW)
    assert past.exists()
    assert not Activity.objects.shown().filter(pk__in=past).exists()


def test_no_place_too_many_and_each_group_knows_how_many_it_holds(clairval):
    seated = Count("enrolments", filter=Q(enrolments__state__in=("confirmed", "offered")))
    wrong = BookingUnit.objects.annotate(seated=seated).exclude(seated=F("taken"))
    assert not wrong.exists()
    assert not BookingUnit.objects.filter(taken__gt=F("capacity")).exists()


def test_nobody_is_written_to_about_the_past(clairval):
    kids = Child.objects.filter(last_name__in=FAMILIES)
    assert kids.count() > 500
    assert not Enrolment.objects.filter(child__in=kids, steps__told_at__isnull=True, steps__isnull=False).exists()
    assert not Notice.objects.filter(recipient__as_adult__last_name__in=FAMILIES).exists()
    assert not AuditEvent.objects.filter(subject__in=[f"households.Child:{kid.pk}" for kid in kids[:50]]).exists()


def test_days_of_holidays_have_no_session_before_either(clairval):
    for _name, first, last in story.HOLIDAYS:
        held = Session.objects.filter(day__range=(first, last), slot__season="term", activity__state="withdrawn")
        assert not held.exists()
