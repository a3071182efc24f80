"""One description, the same drawing everywhere: nothing lost, nothing hidden told, nothing outside the sheet."""

from __future__ import annotations

import math
import re
from io import BytesIO
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from preau.foundation.charts import Chart, Kind, Point, Series, Standing, Target, multiples
from preau.foundation.charts.dots import lanes_of
from preau.foundation.charts.lettering import NARROW, lines_of, width_of
from preau.foundation.charts.marks import Box, Line, Spot, Words
from preau.foundation.charts.paper import paper_svg
from preau.foundation.charts.pictures import picture
from preau.foundation.charts.scale import Scale, scale_of, ticks_of
from preau.foundation.charts.screen import screen_svg
from preau.foundation.design.gallery_charts import charts, small_charts

HIDDEN = Point("2024-2025", standing=Standing.HIDDEN)
numbers = st.floats(-1e300, 1e300, allow_nan=False)
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)


def points(*values: float, name: str = "Année") -> tuple[Point, ...]:
    return tuple(Point(f"{name} {rank}", value, f"{value:g}") for rank, value in enumerate(values))


def marks(chart: Chart, kind: type, role: str = "") -> list:
    return [mark for mark in chart.drawing.marks if isinstance(mark, kind) and (not role or mark.role == role)]


@given(st.sampled_from(Kind), st.lists(st.tuples(names, numbers), max_size=14))
@settings(max_examples=60)
def test_any_numbers_and_any_names_stay_inside_the_drawing(kind, told):
    chart = Chart.of(kind, "Titre", tuple(Point(name, value, "123 456") for name, value in told))
    for mark in chart.drawing.marks:
        if isinstance(mark, Box):
            assert 0 <= mark.x <= mark.x + mark.width <= 100.02
        elif isinstance(mark, Line):
            assert 0 <= min(mark.x1, mark.x2) <= max(mark.x1, mark.x2) <= 100
        else:
            assert 0 <= mark.x <= 100
        low = mark.y2 if isinstance(mark, Line) else mark.y
        assert 0 <= low <= chart.drawing.height
    ElementTree.fromstring(screen_svg(chart, "cle"))
    ElementTree.fromstring(paper_svg(chart, 300))


@given(st.text(max_size=300))
def test_no_word_goes_past_the_narrowest_page(text):
    assert len(lines_of(text)) <= 3
    assert all(width_of(line) <= NARROW + 0.5 for line in lines_of(text))


def test_a_hidden_point_cannot_carry_its_number():
    with pytest.raises(ValueError):
        Point("2024-2025", 3, standing=Standing.HIDDEN)
    with pytest.raises(ValueError):
        Point("2024-2025", detail="3 sur 4", standing=Standing.HIDDEN)


@pytest.mark.parametrize("kind", Kind)
def test_a_hidden_point_is_said_everywhere_and_drawn_nowhere(kind):
    chart = Chart.of(kind, "Titre", (Point("2023-2024", 12, "12 %"), HIDDEN, Point("2025-2026", 14, "14 %")))
    assert "masqué" in chart.said
    assert "masqué" in [words.text for words in marks(chart, Words)]
    assert chart.table.rows[1].cells == ("masqué",)
    assert any("trop peu d’enfants" in note for note in chart.notes)


def test_a_line_is_broken_where_a_point_is_not_known():
    chart = Chart.of(Kind.LINE, "Titre", (*points(1, 2), HIDDEN, *points(4, 5)))
    assert len(marks(chart, Line, "curve")) == 2


def test_an_unfinished_year_is_drawn_otherwise_than_a_whole_one():
    running = Point("2026-2027", 3, "3", standing=Standing.UNFINISHED)
    line = Chart.of(Kind.LINE, "Titre", (*points(1, 2), running))
    assert len(marks(line, Line, "curve")) == 1
    assert len(marks(line, Line, "pending")) == 1
    assert [spot.role for spot in marks(line, Spot)] == ["dot", "dot", "pending"]
    bars = Chart.of(Kind.BARS, "Titre", (*points(1, 2), running))
    assert [box.role for box in marks(bars, Box) if box.role != "track"] == ["bar", "bar", "pending"]
    assert any("pas finie" in note for note in bars.notes)
    assert "3, en cours" in bars.said


def test_one_point_is_a_point():
    chart = Chart.of(Kind.LINE, "Titre", (Point("2025-2026", 63, "63 %"),))
    assert not marks(chart, Line, "curve")
    assert [spot.x for spot in marks(chart, Spot)] == [50]


def test_nothing_is_said_in_a_sentence():
    for kind in Kind:
        chart = Chart.of(kind, "Titre", ())
        assert chart.said == "Rien à montrer pour l’instant."
        assert [mark.text for mark in chart.drawing.marks] == ["Rien à montrer pour l’instant."]
    assert Chart(Kind.SHARES, "Titre", ()).is_empty


def test_bars_begin_at_zero_on_both_sides():
    chart = Chart.of(Kind.BARS, "Titre", points(4.5, -7.2, 0))
    up, down, none = marks(chart, Box, "bar")
    assert up.x == down.x + down.width == pytest.approx(100 * 7.2 / 11.7, abs=0.02)
    assert none.width == 0
    assert up.width / down.width == pytest.approx(4.5 / 7.2, rel=0.01)


def test_a_few_beside_millions_are_still_seen():
    assert marks(Chart.of(Kind.BARS, "Titre", points(21_000_000, 12)), Box, "bar")[1].width == 0.4


def test_a_chart_of_no_number_is_refused():
    with pytest.raises(ValueError):
        Chart.of(Kind.BARS, "Titre", (Point("x", math.inf, "∞"),)).drawing  # noqa: B018


def test_parts_fill_their_row_in_the_order_of_the_legend():
    parts = [Series(name, (Point("Règle", value, f"{value} %"),)) for name, value in (("a", 60), ("b", 30), ("c", 10))]
    chart = Chart(Kind.SHARES, "Titre", tuple(parts))
    row = [box for box in marks(chart, Box, "share") if not box.fixed]
    assert [(box.x, box.width) for box in row] == [(0, 60), (60, 30), (90, 10)]
    assert [words.text for words in marks(chart, Words, "soft")] == ["a", "b", "c"]


def test_a_row_of_parts_of_which_one_is_hidden_shows_none():
    """The others would tell it."""
    parts = (Series("a", (Point("Nord", 60, "60 %"),)), Series("b", (Point("Nord", standing=Standing.HIDDEN),)))
    chart = Chart(Kind.SHARES, "Titre", parts)
    assert not [box for box in marks(chart, Box, "share") if not box.fixed]


@given(st.lists(st.one_of(st.none(), st.floats(0, 100)), max_size=8))
def test_dots_never_hide_each_other(places):
    lanes = lanes_of(places)
    told = [(lane, place) for lane, place in zip(lanes, places, strict=True) if place is not None]
    for (lane, place), (other, beside) in combinations(told, 2):
        assert lane != other or abs(place - beside) * NARROW / 100 >= 1.04


def test_rules_that_agree_stand_one_below_the_other():
    series = tuple(Series(f"Règle {letter}", (Point("Filles", 0, "0"),)) for letter in "ABC")
    chart = Chart(Kind.DOTS, "Titre", series, low=-10, high=10)
    dots = [spot for spot in marks(chart, Spot, "dot") if not spot.dx]
    assert [spot.letter for spot in dots] == ["A", "B", "C"]
    assert len({spot.y for spot in dots}) == 3
    assert len({spot.shape for spot in dots}) == 3


def test_an_interval_goes_from_its_low_to_its_high():
    chart = Chart.of(Kind.DOTS, "Titre", (Point("a", 50, "50 %", low=25, high=75),), high=100)
    (whisker,) = marks(chart, Line, "whisker")
    assert (whisker.x1, whisker.x2) == (26.5, 73.5)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12))
def test_values_that_are_written_never_cross_each_other(values):
    chart = Chart.of(Kind.LINE, "Titre", points(*values))
    placed = []
    for words in marks(chart, Words, "value"):
        wide = width_of(words.text, "value")
        middle = words.x * NARROW / 100
        start = {"start": middle, "end": middle - wide, "middle": middle - wide / 2}[words.anchor]
        placed.append((start, start + wide, words.y))
    for (start, end, y), (left, right, height) in combinations(placed, 2):
        assert end <= left or right <= start or abs(y - height) > 1.1


def test_the_target_is_drawn_and_told():
    for kind in (Kind.LINE, Kind.BARS):
        chart = Chart.of(kind, "Titre", points(10, 20), target=Target(60, "Cible : 60 %"))
        assert marks(chart, Line, "target")
        assert "Cible : 60 %" in [words.text for words in marks(chart, Words)]
        assert chart.said.endswith("Cible : 60 %")


def test_dots_may_begin_at_the_smallest_value_there_can_be_and_bars_never():
    ranks = (Point("filles", 1.2, "1,2"), Point("garçons", 2.4, "2,4"))
    assert scale_of(Chart.of(Kind.DOTS, "Rang", ranks, low=1)) == Scale(1, 2.4)
    assert scale_of(Chart.of(Kind.BARS, "Rang", ranks, low=1)) == Scale(0, 2.4)


def test_charts_side_by_side_have_one_scale():
    small = multiples([Chart.of(Kind.LINE, "a", points(1, 2)), Chart.of(Kind.LINE, "b", points(-5, 40))])
    assert {(scale_of(chart).low, scale_of(chart).high) for chart in small} == {(-5, 40)}
    assert multiples([]) == []


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_ticks_are_few_and_on_the_scale(one, other):
    scale = scale_of(Chart.of(Kind.DOTS, "Titre", points(one, other)))
    ticks = ticks_of(scale)
    assert len(ticks) <= 8
    assert ticks == sorted(ticks)
    if scale.high - scale.low > 1e-6:
        assert len(ticks) >= 3
        steps = {round((after - before) / (scale.high - scale.low), 6) for before, after in pairwise(ticks)}
        assert len(steps) == 1


def test_every_drawing_has_a_name_a_description_and_identifiers_of_its_own():
    pages = [screen_svg(chart, f"c{rank}") for rank, chart in enumerate([*charts(), *small_charts()])]
    identifiers = re.findall(r'id="([^"]+)"', "".join(pages))
    assert len(identifiers) == len(set(identifiers)) == 2 * len(pages)
    for drawn in pages:
        assert 'role="img"' in drawn
        assert " style=" not in drawn


def test_the_page_has_the_drawing_its_notes_and_its_table():
    chart = Chart.of(Kind.BARS, "Par quartier", (Point("<Nord>", 12, "12 %", "12 sur 100"), HIDDEN))
    page = render_to_string("components/chart.html", {"chart": chart, "key": "essai"})
    assert 'aria-labelledby="essai-t"' in page
    assert "<Nord>" not in page
    assert page.count("&lt;Nord&gt;") == 3  # drawn, described, in the table
    assert "12 sur 100" in page
    assert page.count("<th ") == 5


def test_paper_and_page_say_the_same_words():
    for chart in charts():
        page = ElementTree.fromstring(screen_svg(chart, "x"))
        paper = ElementTree.fromstring(paper_svg(chart, 400))
        told = [[each.text for each in tree.iter() if each.tag.endswith("text")] for tree in (page, paper)]
        assert told[0] == told[1]


def test_a_picture_is_as_wide_as_it_is_asked_to_be():
    drawn = Image.open(BytesIO(picture(charts()[3], 300, dots_per_inch=144)))
    assert drawn.width == 600
    assert len(drawn.convert("RGB").getcolors(1 << 20) or []) > 5


def test_what_people_wrote_is_never_read_as_markup():
    chart = Chart.of(Kind.BARS, "</svg><script>", (Point("&amp; \x1b <b>", 1, "1"),))
    assert "<script>" not in screen_svg(chart, "x")
    assert picture(chart, 200)
