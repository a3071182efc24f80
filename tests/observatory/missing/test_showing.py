"""What is shown of who is seen: what is small is not told, what was told stays told, and a page says who is seen least."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from preau.observatory.missing.counting import AREA, MEANS, SEX, STAGE, known_children, told_elsewhere
from preau.observatory.missing.reading import Told, first_to_read, years_told
from preau.observatory.missing.showing import due_on, show_who_is_seen, year_of
from preau.observatory.releases.models import Release
from tests.cast import make_commune
from tests.cast.missing import MadeFacts, a_town_that_misses_its_port, everybody_alike

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def _shown(facts: MadeFacts, now: datetime = NOW) -> list[Told]:
    rows = show_who_is_seen(make_commune(), facts, now=now)
    return [Told(year_of(each.series), each.day, each.safe) for each in rows]


def test_a_year_is_told_when_it_is_over_and_the_running_one_by_whole_months():
    assert list(due_on(date(2026, 11, 24)))[-2:] == [(2025, date(2026, 8, 31)), (2026, date(2026, 10, 31))]
    assert list(due_on(date(2026, 9, 15)))[-1] == (2025, date(2026, 8, 31))


def test_children_from_elsewhere_and_grown_ups_are_not_counted():
    facts = MadeFacts().know(30, 10).know(9, 9, resident=False).know(9, 9, age=19).know(9, 9, age=2)
    cube = known_children(facts, year=2025, first=date(2025, 9, 1), until=date(2026, 8, 31))
    assert cube.counts.sum() == 30


def test_a_presence_after_the_day_is_not_seen_yet():
    facts = MadeFacts().know(30, 10, day=date(2025, 11, 2))
    cube = known_children(facts, year=2025, first=date(2025, 9, 1), until=date(2025, 10, 31))
    assert cube.counts[..., 0].sum() == 0


def test_numbers_from_elsewhere_are_told_by_fives_and_never_small_ones():
    told = told_elsewhere(a_town_that_misses_its_port(), year=2025)
    assert told["residents"]["port/3-5"] == 120
    assert told["residents"]["/6-10"] == 450
    assert told["pupils"] == {"6-10": 60, "11-17": 90}


@pytest.mark.django_db
def test_the_least_seen_is_a_group_that_chance_does_not_explain():
    (picture,) = _shown(a_town_that_misses_its_port())
    found = picture.least_seen()
    line, among = found.key, found.among
    assert line.told.get(AREA, "port") == "port" and line.told.get(MEANS, "low") in ("low", "unknown")
    assert among > 5
    assert line.seen.came < line.seen.expected
    assert line.seen.upper(among) < 1


@pytest.mark.django_db
def test_a_quarter_where_few_live_and_somebody_of_no_quarter_are_in_no_figure():
    (told,) = _shown(a_town_that_misses_its_port())
    assert {line.told[AREA] for line in told.lines(AREA)} == {"centre", "port"}
    assert told.town.children.value == sum(line.children.value for line in told.lines(AREA)) == 960


@pytest.mark.django_db
def test_a_small_group_tells_nothing_and_is_not_given_back_by_the_others():
    (told,) = _shown(everybody_alike(MadeFacts(), young=1))
    lines = told.lines(AREA, STAGE)
    assert all(line.came.value is None or line.came.value >= 5 for line in lines)
    few = [line for line in told.lines(MEANS, STAGE) if line.came.is_hidden]
    assert len(few) > 4 and all(line.seen is None for line in few)


@pytest.mark.django_db
def test_small_children_are_compared_with_those_of_their_age():
    (told,) = _shown(everybody_alike(MadeFacts()))
    assert told.least_seen() is None
    young = next(line for line in told.lines(AREA, STAGE) if line.told == {AREA: "nord", STAGE: "3-5"})
    assert young.seen.expected == 32
    assert next(line for line in told.lines(STAGE) if line.told[STAGE] == "3-5").seen.side == "less"


@pytest.mark.django_db
def test_a_town_where_all_come_alike_points_at_nobody():
    facts = MadeFacts()
    for area in ("nord", "sud"):
        for sex in ("girl", "boy"):
            facts.know(60, 30, area=area, sex=sex)
    (picture,) = _shown(facts)
    assert picture.least_seen() is None


@pytest.mark.django_db
def test_nothing_moves_before_the_month_is_over():
    facts = a_town_that_misses_its_port()
    assert len(_shown(facts)) == 1
    assert _shown(facts) == []
    assert Release.objects.count() == 1


@pytest.mark.django_db
def test_an_arrival_between_two_months_is_not_told():
    facts = a_town_that_misses_its_port(2026)
    (october,) = [each for each in _shown(facts) if each.year == 2026]
    facts.know(1, 1, area="port", age=13, sex="girl", qf_band="under_400", year=2026, day=date(2026, 11, 20))
    (november,) = _shown(facts, datetime(2026, 12, 3, 9, tzinfo=UTC))
    before, after = october, november
    for names in ((AREA,), (STAGE,), (SEX,), (MEANS,), (AREA, STAGE), (MEANS, SEX)):
        known = {tuple(line.told.values()): line for line in before.lines(*names)}
        for line in after.lines(*names):
            was = known[tuple(line.told.values())]
            assert line.children.value in (None, was.children.value)
            assert line.came.value in (None, was.came.value)


@pytest.mark.django_db
def test_the_first_to_read_is_the_last_year_whose_total_is_told():
    facts = a_town_that_misses_its_port(2025).know(40, 0, year=2026)
    _shown(facts)
    years = [each.year for each in years_told(make_commune())]
    assert years == [2026, 2025]
    assert first_to_read(years_told(make_commune())).year == 2025
