"""Each measure gives what one finds by going through the tables of a town where every trap was laid."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from preau.observatory.indicators.computing import NotCutThatWay, compute, whole
from preau.observatory.indicators.enums import Breakdown
from preau.observatory.indicators.figures import Missing
from preau.observatory.indicators.library import BY_CODE
from preau.observatory.indicators.measures import MEASURES, Asked, Shape
from preau.observatory.indicators.spans import month_span, same_span_before, term_span, year_span
from preau.offer.activities.enums import Domain
from preau.offer.attendance.models import Attendance
from preau.people.households.models import Child
from tests.cast.facts import facts_of
from tests.conftest import NOW
from tests.observatory.indicators import by_hand_adults, by_hand_children
from tests.observatory.indicators.by_hand import BY_HAND, Town
from tests.observatory.indicators.rich import TODAY, make_rich_town

assert by_hand_adults and by_hand_children, "each registers its figures"
YEAR, BEFORE = year_span(2026, TODAY), year_span(2025, TODAY)
SPANS = [
    YEAR,
    BEFORE,
    same_span_before(YEAR),
    year_span(2024, TODAY),
    term_span(2025, 2, TODAY),
    month_span(2026, 10, TODAY),
]


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once: nothing here changes it."""
    folder = override_settings(FACTS=tmp_path_factory.mktemp("facts"))
    with django_db_blocker.unblock(), folder, time_machine.travel(NOW, tick=False), transaction.atomic():
        planted = make_rich_town()
        towns = {span: Town(span.school_year, span.first, span.until) for span in SPANS}
        yield planted, facts_of(NOW), towns
        transaction.set_rollback(True)


@pytest.fixture
def facts(town, db):
    return town[1]


def test_every_measure_is_counted_by_hand_too():
    assert set(BY_HAND) == set(MEASURES)
    assert len(BY_HAND) >= 40


@pytest.mark.parametrize("span", SPANS, ids=lambda span: f"{span.kind}-{span.first}-{span.until}")
@pytest.mark.parametrize("code", sorted(MEASURES))
def test_a_figure_is_the_one_counted_by_hand(town, facts, code, span):
    figure = whole(code, Asked(span, 3), facts=facts)
    if figure.missing in (Missing.TOO_EARLY, Missing.NO_HISTORY):
        assert MEASURES[code].needs_next_year or MEASURES[code].needs_history
        return
    told = BY_HAND[code](town[2][span])
    if MEASURES[code].shape == Shape.VALUE:
        assert figure.value == (told if told is None else pytest.approx(told))
    else:
        assert (figure.counted, figure.among) == told


@pytest.mark.parametrize("code", sorted(MEASURES))
def test_a_measure_looks_for_nothing_by_a_code_of_one_plan(code):
    """Another town numbers its objectives otherwise: what bears that number there is something else."""
    measure = MEASURES[code]
    for by in (None, *measure.breakdowns):
        assert not re.search(r"A\d\.G\d|_code\b", measure.sql(Asked(YEAR, 3, by)))


@pytest.mark.parametrize("code", sorted(MEASURES))
def test_the_town_has_something_to_count(facts, code):
    """A measure compared only where there is nothing would prove nothing."""
    figures = [whole(code, Asked(span, 3), facts=facts) for span in SPANS]
    assert any(figure.counted or figure.value for figure in figures)


def test_a_measure_that_would_flatter_keeps_silent(facts):
    assert whole("A1.G1.E1.i3", Asked(BEFORE, 3), facts=facts).missing == Missing.TOO_EARLY
    assert whole("A1.G1.E1.i3", Asked(year_span(2024, TODAY), 3), facts=facts).is_known
    assert whole("A1.G1.E1.i2", Asked(year_span(2024, TODAY), 3), facts=facts).missing == Missing.NO_HISTORY
    assert whole("A1.G1.E1.i2", Asked(YEAR, 3), facts=facts).is_known


def test_a_gap_of_attendance_stands_on_the_smallest_of_its_four_sides(facts):
    """Who came and who did not, on either side: « 100 % » of one of them would tell of those who are left."""
    sides: dict[tuple[bool, bool], set[int]] = defaultdict(set)
    marked = Attendance.objects.exclude(state="expected").filter(session__day__range=(YEAR.first, YEAR.until))
    for each in marked.filter(child__erased_on__isnull=True).select_related("session__activity"):
        sides[each.session.activity.domain == Domain.SCIENCE, each.state in ("present", "left")].add(each.child_id)
    assert len(sides) == 4
    figure = whole("A1.G1.E6.i2", Asked(YEAR, 3), facts=facts)
    assert figure.people == min(len(children) for children in sides.values())


def test_a_denominator_of_nobody_cannot_be_measured(facts):
    """In August nothing happens: no session, no class, no request."""
    empty = month_span(2024, 8, TODAY)
    for code in ("A1.G1.E10.i2", "A4.G1.E5.i1", "A3.G2.E6.i3", "A1.G1.E5.i1", "A2.G2.E3.i2"):
        figure = whole(code, Asked(empty, 3), facts=facts)
        assert figure.value is None and figure.missing == Missing.NOBODY, code


def test_nothing_is_known_of_what_has_not_begun(facts):
    assert whole("A1.G1.E1.i1", Asked(year_span(2027, TODAY), 3), facts=facts).missing == Missing.NO_FACTS


def test_an_outside_number_makes_the_share(facts):
    asked = Asked(YEAR, 3)
    alone = whole("A1.G1.E1.i1", asked, facts=facts)
    assert alone.missing == Missing.OUTSIDE and alone.counted
    shared = whole("A1.G1.E1.i1", asked, facts=facts, outside={"residents_11_17": 200})
    assert shared.value == pytest.approx(alone.counted / 2)


def test_two_presences_are_not_taking_part_unless_the_town_says_so(facts):
    strict, loose = (whole("A1.G1.E1.i1", Asked(YEAR, count), facts=facts).counted for count in (3, 2))
    assert loose > strict


def test_whoever_was_erased_is_in_no_figure(town, facts):
    """Its presences are still in the town's tables, for the CAF; no fact tells of them."""
    erased = Child.objects.get(pk=town[0]["erased"].pk)
    assert erased.attendances.exists()
    known = facts.ask("SELECT count(*) FROM children WHERE school_year = 2026", {})
    assert known == [(Child.objects.filter(erased_on=None, born_on__lte=date(2027, 8, 31)).count(),)]
    came = facts.ask("SELECT count(*) FROM presences", {})
    assert came == [(Attendance.objects.filter(child__erased_on=None).count(),)]


@pytest.mark.parametrize("code", [code for code in sorted(MEASURES) if MEASURES[code].breakdowns])
def test_cells_of_children_add_up_except_where_a_child_is_in_two(facts, code):
    for by in MEASURES[code].breakdowns:
        if MEASURES[code].shape != Shape.SHARE or MEASURES[code].needs_next_year:
            continue
        all_of_them = whole(code, Asked(YEAR, 3), facts=facts)
        cells = compute(code, Asked(YEAR, 3, by), facts=facts)
        total = sum(cell.counted or 0 for cell in cells)
        if by == Breakdown.DOMAIN:
            assert len(cells) > 1
        else:
            assert total == all_of_them.counted, by


def test_a_way_of_cutting_that_makes_no_sense_is_refused(facts):
    with pytest.raises(NotCutThatWay):
        compute("A1.G1.E2.i1", Asked(YEAR, 3, Breakdown.SEX), facts=facts)


def test_nothing_outside_the_library_is_measured():
    assert set(MEASURES) <= set(BY_CODE)


def test_the_day_of_the_figure_is_that_of_the_span(facts):
    """A review written on 20 November does not count on the 15th."""
    early = year_span(2026, date(2026, 11, 15))
    assert (
        whole("A1.G1.E2.i1", Asked(early, 3), facts=facts).counted
        < whole("A1.G1.E2.i1", Asked(YEAR, 3), facts=facts).counted
    )
