"""Where two projects could meet: shared themes, periods that meet, and what is already done left out."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from preau.plan.articulation.content import SIGNS_LIMIT, Content, Period, Priority, lacking_to_publish
from preau.plan.articulation.crossings import COMPLEMENTS, crossings
from preau.plan.articulation.enums import CrossingKind
from preau.plan.sheets.enums import Theme

AUTUMN = (date(2026, 9, 1), date(2026, 10, 16))
WINTER = (date(2026, 11, 2), date(2026, 12, 18))
SPRING = (date(2027, 3, 1), date(2027, 4, 16))


def about(*periods: tuple[int, tuple[date, date], str], themes: tuple[str, ...] = ()) -> Content:
    return Content(
        "Un projet.",
        (Priority("Grandir dehors"),),
        frozenset(themes),
        tuple(Period(number, f"Période {number}", *days, theme, "") for number, days, theme in periods),
    )


def told(school: Content, care: Content, **options):
    return [(each.kind, each.key) for each in crossings(school, care, **options)]


def test_the_same_theme_at_the_same_time_comes_first():
    school = about((1, AUTUMN, "food"), (2, WINTER, "reading"))
    care = about((1, AUTUMN, "food"), (2, WINTER, "culture"))
    assert told(school, care) == [
        (CrossingKind.SAME_TIME, "food.1-food.1"),
        (CrossingKind.COMPLEMENTARY, "reading.2-culture.2"),
    ]


def test_a_theme_that_never_meets_is_offered_once_at_its_nearest():
    school = about((1, AUTUMN, "food"), (2, WINTER, "food"))
    care = about((4, SPRING, "food"))
    assert told(school, care) == [(CrossingKind.OTHER_TIME, "food.2-food.4")]


def test_a_theme_of_the_whole_year_meets_the_period_of_the_other():
    [crossing] = crossings(about(themes=("sport",)), about((3, SPRING, "sport")))
    assert (crossing.kind, crossing.starts_on, crossing.ends_on) == (CrossingKind.OTHER_TIME, *SPRING)


def test_days_are_those_that_both_have():
    [crossing] = crossings(about((1, (date(2026, 9, 1), date(2026, 10, 9)), "food")), about((1, AUTUMN, "food")))
    assert (crossing.starts_on, crossing.ends_on) == (date(2026, 9, 1), date(2026, 10, 9))


def test_two_projects_that_share_nothing_are_left_in_peace():
    assert crossings(about((1, AUTUMN, "food")), about((1, AUTUMN, "parenting"))) == []
    assert crossings(Content(), about((1, AUTUMN, "food"))) == []


def test_a_joint_sheet_of_these_themes_and_days_carries_the_crossing():
    [crossing] = crossings(about((1, AUTUMN, "food")), about((1, AUTUMN, "food")))
    assert crossing.is_carried_by({"food", "sport"}, date(2026, 10, 1), date(2027, 1, 1))
    assert crossing.is_carried_by({"food"}, None, None)
    assert not crossing.is_carried_by({"sport"}, *AUTUMN)
    assert not crossing.is_carried_by({"food"}, *SPRING)


@st.composite
def contents(draw):
    start, periods = date(2026, 9, 1), []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        start += timedelta(days=draw(st.integers(0, 20)))
        end = start + timedelta(days=draw(st.integers(0, 50)))
        theme = draw(st.sampled_from(["", *Theme.values]))
        periods.append(Period(number, f"Période {number}", start, end, theme))
        start = end + timedelta(days=1)
    return Content("", (), frozenset(draw(st.sets(st.sampled_from(Theme.values), max_size=4))), tuple(periods))


@given(contents(), contents())
def test_every_crossing_says_the_truth_and_none_is_told_twice(school, care):
    found = crossings(school, care)
    assert len({each.key for each in found}) == len(found)
    for each in found:
        ours, theirs = each.school_period, each.care_period
        meet = ours is not None and theirs is not None and ours.meets(theirs)
        if each.kind == CrossingKind.COMPLEMENTARY:
            assert meet and frozenset((each.school_theme, each.care_theme)) in COMPLEMENTS
        else:
            assert each.school_theme == each.care_theme
            assert meet == (each.kind == CrossingKind.SAME_TIME)
        assert (each.starts_on is None) == (each.ends_on is None)
        assert each.starts_on is None or each.starts_on <= each.ends_on
    order = list(CrossingKind)
    assert [order.index(each.kind) for each in found] == sorted(order.index(each.kind) for each in found)


@given(contents(), contents())
def test_every_shared_theme_is_offered_and_a_meeting_is_never_missed(school, care):
    themes = [{*each.themes, *(period.theme for period in each.periods)} - {""} for each in (school, care)]
    found = crossings(school, care)
    assert {each.school_theme for each in found if each.school_theme == each.care_theme} == themes[0] & themes[1]
    meetings = {
        (one.number, other.number)
        for one in school.periods
        for other in care.periods
        if one.theme and one.theme == other.theme and one.meets(other)
    }
    same = [each for each in found if each.kind == CrossingKind.SAME_TIME]
    assert {(each.school_period.number, each.care_period.number) for each in same} == meetings


@given(contents(), contents())
def test_the_two_sides_are_treated_alike(school, care):
    def mirrored(each):
        return each.kind, {
            (each.school_theme, _n(each.school_period), "a"),
            (each.care_theme, _n(each.care_period), "b"),
        }

    def swapped(each):
        return each.kind, {
            (each.care_theme, _n(each.care_period), "a"),
            (each.school_theme, _n(each.school_period), "b"),
        }

    one, other = crossings(school, care), crossings(care, school)
    assert len(one) == len(other)
    exact = [each for each in one if each.kind != CrossingKind.OTHER_TIME]
    assert all(mirrored(each) in [swapped(twin) for twin in other] for each in exact)


@given(contents(), contents(), st.data())
def test_what_is_done_or_set_aside_is_not_offered_and_the_rest_stays(school, care, data):
    keys = [each.key for each in crossings(school, care)]
    without = set(data.draw(st.lists(st.sampled_from(keys)))) if keys else set()
    assert [each.key for each in crossings(school, care, without=without)] == [
        key for key in keys if key not in without
    ]


def _n(period: Period | None) -> int:
    return period.number if period else 0


def test_a_summary_is_published_when_the_other_side_can_use_it():
    assert lacking_to_publish(about((1, AUTUMN, "food"))) == []
    assert len(lacking_to_publish(Content())) == 3
    long = Content("a" * (SIGNS_LIMIT + 1), (Priority("Lire"),), frozenset({"reading"}))
    assert lacking_to_publish(long) == ["Le résumé dépasse deux pages : raccourcissez-le."]
    assert (long.signs, long.words) == (SIGNS_LIMIT + 1, 1)
