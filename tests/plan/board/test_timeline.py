"""What is dated: by quarter, and in a drawing where nothing hides anything."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from preau.people.accounts.hand import Hand
from preau.plan.board.dated import dated
from preau.plan.board.timeline import MARGIN, WIDTH, Event, EventKind, Quarter, by_quarter, drawn, in_words, quarter_of
from preau.plan.labels.models import LabelFile
from preau.plan.sheets.models import ActionSheet
from tests.cast import make_big_plan, make_label, make_plan
from tests.cast.sheets import make_sheet

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))


def event(on=TODAY, length=None, kind=EventKind.HORIZON, **more):
    ends_on = on + timedelta(days=length) if length is not None else None
    return Event(kind, on, "Une date", "/atelier/", more.pop("label", "A1.G1.O1"), ends_on, **more)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 1), "janvier à mars 2027"),
        (date(2027, 6, 30), "avril à juin 2027"),
        (date(2027, 7, 1), "juillet à septembre 2027"),
        (date(2026, 12, 31), "octobre à décembre 2026"),
    ],
)
def test_quarters_have_names(day, name):
    assert quarter_of(day).name == name


@given(DAYS)
def test_a_day_is_in_its_quarter(day):
    quarter = quarter_of(day)
    assert quarter.first_day <= day < quarter.following.first_day
    assert quarter_of(quarter.following.first_day - timedelta(days=1)) == quarter


EVENTS = st.builds(
    event,
    DAYS,
    st.none() | st.integers(0, 900),
    st.sampled_from(EventKind),
    axes=st.frozensets(st.integers(1, 9), max_size=3),
    label=st.sampled_from(["", "A1.G1.O1", "F2026-12", "Un label dont le nom est long"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=80))
def test_everything_is_drawn_once_by_lane_inside_the_frame_and_over_nothing(events):
    drawing = drawn(events, TODAY)
    for lane in drawing.lanes:
        mine = [one for one in events if lane.axis in (one.axes or {0})]
        assert sorted(map(id, mine)) == sorted(id(placed.event) for placed in lane.placed)
        rows: dict[float, list[tuple[float, float]]] = {}
        for placed in lane.placed:
            assert MARGIN <= placed.x <= WIDTH
            assert lane.y <= placed.y < lane.y + lane.height
            rows.setdefault(placed.y, []).append((placed.x, placed.x + placed.width))
        for spans in rows.values():
            spans.sort()
            assert all(before[1] < after[0] for before, after in itertools.pairwise(spans))
    assert sum(len(told) for _, told in by_quarter(events)) == len(events)


def test_nothing_is_drawn_for_nothing_and_today_only_inside():
    assert drawn([], TODAY) is None
    assert drawn([event(date(2028, 2, 1))], TODAY).today_x is None
    assert drawn([event()], TODAY).today_x == pytest.approx(MARGIN + (WIDTH - MARGIN) * 54 / 92, abs=0.1)


def test_a_wall_of_dates_has_no_words():
    many = [event(TODAY + timedelta(days=number)) for number in range(500)]
    assert not drawn(many, TODAY).is_named
    assert drawn(many[:100], TODAY).is_named


def test_the_drawing_is_told_in_a_sentence():
    assert in_words([], TODAY) == "Rien n’est daté."
    assert in_words([event()], TODAY) == "1 date, en novembre 2026."
    past = event(date(2026, 9, 1))
    assert (
        in_words([past, event(date(2028, 1, 2))], TODAY)
        == "2 dates, entre septembre 2026 et janvier 2028 ; 1 est passée."
    )


@pytest.mark.django_db
def test_what_is_dated_in_a_plan(now):
    plan = make_plan()
    plan.starts_on, plan.ends_on = date(2026, 9, 1), date(2029, 8, 31)
    plan.save()
    sheet = make_sheet("scheduled", plan=plan)
    sheet.milestones.create(name="Réunir les équipes", due_on=date(2026, 12, 1))
    make_sheet("cancelled", plan=plan)
    label = make_label(Hand(None, now))
    label.objectives.add(plan.items.get(code="A2.G1.O1"))
    label.obtained_on, label.expires_on = date(2026, 1, 1), date(2027, 1, 1)
    label.save()
    told = dated(plan, ActionSheet.objects.shared(), LabelFile.objects.all())
    assert sorted((one.kind, one.on, sorted(one.axes)) for one in told) == [
        ("action", date(2027, 1, 11), [1]),
        ("horizon", date(2027, 6, 30), [1]),
        ("label", date(2027, 1, 1), [2]),
        ("milestone", date(2026, 12, 1), [1]),
        ("milestone", date(2026, 12, 11), [2]),
        ("plan", date(2026, 9, 1), []),
        ("plan", date(2029, 8, 31), []),
    ]
    assert Quarter(2027, 1) in dict(by_quarter(told))


@pytest.mark.django_db
def test_as_many_queries_for_three_hundred_dates(django_assert_num_queries):
    plan = make_big_plan(300)
    plan.items.filter(kind="operational_objective").update(horizon_on=date(2027, 6, 30))
    for _ in range(5):
        make_sheet("scheduled", plan=plan, objectives=[plan.items.get(code="A1.G1.O1")]).milestones.create(
            name="Une étape", due_on=TODAY
        )
    with django_assert_num_queries(6):
        assert len(dated(plan, ActionSheet.objects.shared(), LabelFile.objects.all())) == 310
