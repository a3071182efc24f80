"""What a week lacks, has twice, has too often."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from preau.plan.articulation.enums import FindingKind
from preau.plan.articulation.week import (
    NOT_OURS,
    TOO_OFTEN,
    Audience,
    Planned,
    audiences,
    findings,
    holes,
    outside,
    overlaps,
    repetitions,
)
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.rules import Hours, hours_of
from tests.cast.sites import LINES

HOURS = hours_of(LINES)
ALL = Audience(3, 11)
LITTLE, BIG = Audience(3, 5), Audience(6, 11)


def at(weekday, start, end, audience=ALL, theme="", key=0, title="atelier"):
    return Planned(key, weekday, time.fromisoformat(start), time.fromisoformat(end), title, audience, theme)


def test_a_band_where_nothing_is_planned_is_a_hole_but_for_the_time_of_class():
    found = holes(HOURS, [at(0, "17:00", "18:00"), at(2, "09:00", "10:00")])
    missing = [(each.hours.weekday, each.hours.band) for each in found]
    assert (0, TimeBand.EVENING) not in missing and (2, TimeBand.WEDNESDAY) not in missing
    assert (1, TimeBand.EVENING) in missing and (0, TimeBand.MORNING) in missing
    assert not any(band == TimeBand.SCHOOL for _, band in missing)


def test_two_things_for_the_same_children_at_the_same_time_overlap():
    evening = at(1, "16:30", "17:30", LITTLE, key=1), at(1, "17:00", "18:00", LITTLE, key=2)
    assert [each.planned for each in overlaps(evening)] == [evening]
    assert overlaps([at(1, "16:30", "17:30", LITTLE), at(1, "17:00", "18:00", BIG)]) == []
    assert overlaps([at(1, "16:30", "17:30", LITTLE), at(1, "17:30", "18:00", LITTLE)]) == []
    assert overlaps([at(1, "16:30", "17:30", LITTLE), at(3, "16:30", "17:30", LITTLE)]) == []


def test_two_groups_of_one_age_may_do_two_things_at_once_and_one_group_may_not():
    chess, choir = Audience(6, 8, "Échecs"), Audience(6, 8, "Chorale")
    assert overlaps([at(1, "16:30", "17:30", chess), at(1, "16:30", "17:30", choir)]) == []
    assert len(overlaps([at(1, "16:30", "17:30", chess), at(1, "16:30", "17:30", Audience(6, 8, "échecs"))])) == 1
    assert len(overlaps([at(1, "16:30", "17:30", chess), at(1, "16:30", "17:30", BIG)])) == 1


def test_no_child_meets_the_same_pumpkin_three_times_a_week_unseen():
    pumpkins = [at(day, "16:30", "17:30", theme="food", key=day) for day in (0, 1, 3)]
    [found] = repetitions(pumpkins)
    assert [each.weekday for each in found.planned] == [0, 1, 3]
    assert repetitions(pumpkins[:2]) == []


def test_three_groups_that_share_a_theme_are_three_groups():
    groups = [at(0, "16:30", "17:30", Audience(6, 8, name), "sport", key) for key, name in enumerate("ABC")]
    assert repetitions(groups) == []
    assert repetitions([*groups, at(1, "16:30", "17:30", ALL, "sport", 9)]) == []
    [found] = repetitions(
        [*groups, at(1, "16:30", "17:30", ALL, "sport", 8), at(3, "16:30", "17:30", ALL, "sport", 9)]
    )[:1]
    assert len(found.planned) == 3


def test_what_stands_outside_the_open_hours_is_told():
    assert outside(HOURS, [at(0, "18:00", "19:00")])
    assert outside(HOURS, [at(6, "10:00", "11:00")])
    assert not outside(HOURS, [at(0, "11:00", "14:00")])  # over three bands that follow each other
    assert not outside(HOURS, [at(2, "08:00", "18:00")])


def test_a_week_without_anything_is_all_holes_and_a_place_without_hours_has_none():
    assert {each.kind for each in findings(HOURS, [])} == {FindingKind.HOLE}
    assert findings([], []) == []


def test_audiences_are_told_once_the_youngest_first_then_the_groups():
    week = [at(0, "16:30", "17:00", each) for each in (BIG, Audience(6, 8, "Chorale"), LITTLE, BIG)]
    assert audiences(week) == [LITTLE, BIG, Audience(6, 8, "Chorale")]


@st.composite
def some_planned(draw):
    quarter = draw(st.integers(7 * 4, 19 * 4))
    end = quarter + draw(st.integers(1, 12))
    first = draw(st.integers(3, 11))
    audience = Audience(first, draw(st.integers(first, 11)), draw(st.sampled_from(["", "", "A", "B"])))
    return Planned(
        draw(st.integers(1, 10**6)),
        draw(st.integers(0, 5)),
        time(quarter // 4, quarter % 4 * 15),
        time(end // 4, end % 4 * 15),
        "atelier",
        audience,
        draw(st.sampled_from(["", "food", "sport"])),
    )


WEEKS = st.lists(some_planned(), max_size=12, unique_by=lambda each: each.key)


@given(WEEKS)
def test_each_band_of_ours_is_filled_or_a_hole_never_both(planned):
    missing = {(each.hours.weekday, each.hours.starts_at) for each in holes(HOURS, planned)}
    for band in HOURS:
        filled = any(each.is_in(band) for each in planned)
        is_hole = (band.weekday, band.starts_at) in missing
        assert is_hole == (not filled and band.band not in NOT_OURS)


@given(WEEKS, some_planned())
def test_planning_one_thing_more_never_makes_a_hole_and_never_mends_an_overlap(planned, more):
    before, after = holes(HOURS, planned), holes(HOURS, [*planned, more])
    assert set(after) <= set(before)
    assert {each.planned for each in overlaps(planned)} <= {each.planned for each in overlaps([*planned, more])} or any(
        each.key == more.key for each in planned
    )


@given(WEEKS)
def test_an_overlap_is_what_one_child_would_live_twice(planned):
    """Minute by minute, for each child: an age, and a group or none."""
    lived = set()
    for one in planned:
        for other in planned:
            if one.key >= other.key or one.weekday != other.weekday or not one.during(other.starts_at, other.ends_at):
                continue
            named = {one.audience.group, other.audience.group} - {""}
            if len(named) == 2:
                continue
            ages = set(range(one.audience.age_from, one.audience.age_to + 1)) & set(
                range(other.audience.age_from, other.audience.age_to + 1)
            )
            same_group = one.audience.group == other.audience.group != ""
            if ages or same_group:
                lived.add(frozenset((one.key, other.key)))
    assert {frozenset(each.key for each in found.planned) for found in overlaps(planned)} == lived


@given(WEEKS)
def test_a_repetition_is_what_one_child_would_live_too_often(planned):
    found = repetitions(planned)
    for each in found:
        assert len(each.planned) >= TOO_OFTEN
        assert len({one.theme for one in each.planned}) == 1
    for age in range(3, 12):
        for group in ("", "a", "b"):
            for theme in ("food", "sport"):
                week = {one for one in planned if one.theme == theme and one.audience.has(age, group)}
                told = any(week <= set(each.planned) for each in found)
                assert told or len(week) < TOO_OFTEN


@given(WEEKS, st.randoms())
def test_the_order_in_which_things_were_written_changes_nothing(planned, chance):
    shuffled = list(planned)
    chance.shuffle(shuffled)
    assert set(findings(HOURS, shuffled)) == set(findings(HOURS, planned))
    assert [each.kind for each in findings(HOURS, shuffled)] == [each.kind for each in findings(HOURS, planned)]


@given(WEEKS)
def test_two_hundred_things_are_no_trouble_and_every_finding_names_a_day(planned):
    assert all(0 <= each.weekday <= 6 for each in findings(HOURS, planned))


def test_a_full_week_is_read_whole():
    week = [
        at(key % 5, "16:30", "18:00", Audience(3 + key % 6, 4 + key % 6, f"G{key}"), "sport", key) for key in range(200)
    ]
    assert Hours(0, TimeBand.EVENING, time(16, 30), time(18, 30)) not in [each.hours for each in findings(HOURS, week)]
