"""Children who would be easy to find, put there on purpose; and the same reader, who finds them when less is hidden."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from preau.observatory.disclosure import Figure, Reason, protect
from preau.observatory.disclosure.safe import sealed, sealed_table

from .attack import Reader
from .test_attack import found_by
from .towns import DAY, RULE, children_of, dimension, published

AREA = dimension("area", ("Bords de Seine", "Centre", "Plateau"))
LEVEL = dimension("level", ("CE1", "CM1", "CM2", "CP"))
SEX = dimension("sex", ("F", "G"))
BAND = dimension("band", ("1", "2", "3"), sensitive=True)


def only_small_ones_hidden(publication):
    """What a spreadsheet does: each number under the threshold is replaced by a blank, and nothing else is."""
    tables = {}
    for names, table in protect(publication, RULE).tables.items():
        counted = children_of(publication.cube, names)
        by_name = {each.name: each for each in publication.cube.dimensions}
        least = RULE.of(sensitive=any(by_name[name].sensitive for name in names))
        figures = {
            labels: Figure(counted[labels]) if counted[labels] >= least else Figure(None, Reason.FEW)
            for labels in table.figures
        }
        tables[names] = sealed_table("children", DAY, names, figures)
    return sealed("children", DAY, tables)


def class_of_three():
    """Three children in one level of one area, everywhere else a crowd."""
    counts = np.full((3, 4), 30)
    counts[1, 2] = 3
    return published([AREA, LEVEL], counts, [("area", "level")])


def lone_child():
    counts = np.array([[1, 40, 22, 31], [18, 25, 19, 33], [27, 16, 21, 24]])
    return published([AREA, LEVEL], counts, [("area", "level")])


def whole_margin_hidden():
    """An area of four children: the row, its total, and what is left of the town's total."""
    counts = np.array([[1, 0, 2, 1], [40, 30, 25, 20], [35, 24, 31, 28]])
    return published([AREA, LEVEL], counts, [("area", "level")])


def two_tables_share_a_margin():
    """By area and level, by area and sex: each hides one number of the same area."""
    counts = np.full((3, 4, 2), 12)
    counts[0, 1] = (1, 2)
    counts[0, :, 0] = (1, 1, 1, 1)
    return published([AREA, LEVEL, SEX], counts, [("area", "level"), ("area", "sex")])


def three_tables_together():
    """No table alone tells the number; the three together do: two crossings by two leave one number free."""
    counts = np.array([[[9, 30], [31, 14]], [[33, 15], [12, 2]]])
    square = [dimension("area", ("A", "B")), dimension("level", ("1", "2")), SEX]
    return published(square, counts, [("area", "level", "sex")])


def income_of_few():
    counts = np.array([[9, 40, 60], [44, 8, 70], [52, 61, 7]])
    return published([AREA, BAND], counts, [("area", "band")])


PLANTED = [
    class_of_three,
    lone_child,
    whole_margin_hidden,
    two_tables_share_a_margin,
    three_tables_together,
    income_of_few,
]


@pytest.mark.parametrize("planted", PLANTED)
def test_reader_does_not_find_the_children_that_were_planted(planted):
    publication = planted()
    safe = protect(publication, RULE)
    assert found_by(publication, safe) == []
    assert any(figure.value is not None for table in safe.tables.values() for figure in table.figures.values())


@pytest.mark.parametrize("planted", PLANTED)
def test_reader_finds_them_when_only_small_numbers_are_blanked(planted):
    """The attack is real: without secondary suppression, it succeeds."""
    publication = planted()
    assert found_by(publication, only_small_ones_hidden(publication))


def test_a_lone_child_is_a_subtraction_away_when_nothing_else_is_hidden():
    publication = lone_child()
    child = {"area": "Bords de Seine", "level": "CE1"}
    naive = Reader(publication.cube.dimensions).reads(only_small_ones_hidden(publication))
    assert naive.subtracts(child) == pytest.approx(1)
    assert naive.bounds(child) == (1, 1)
    careful = Reader(publication.cube.dimensions).reads(protect(publication, RULE))
    assert careful.subtracts(child) is None
    low, high = careful.bounds(child)
    assert low == 0
    assert high >= RULE.cell


def test_three_tables_are_needed_to_find_the_number():
    """Each table with its totals leaves it free; all of them together do not."""
    publication = three_tables_together()
    few = {"area": "B", "level": "2", "sex": "G"}
    counted = children_of(publication.cube, ("area", "level", "sex"))
    assert counted["B", "2", "G"] == 2
    naive = only_small_ones_hidden(publication)
    pairs = [names for names in naive.tables if len(names) == 2]
    for left_out in pairs:
        part = {names: table for names, table in naive.tables.items() if names != left_out and len(names) < 3}
        low, high = Reader(publication.cube.dimensions).reads(sealed("children", DAY, part)).bounds(few)
        assert (low, high) != (2, 2)
    assert Reader(publication.cube.dimensions).reads(naive).bounds(few) == (2, 2)


def test_a_group_inside_another_is_not_told_by_taking_one_off_the_other():
    """3 to 10 years and 3 to 11 years: the difference is two children of 11."""
    ages = dimension(
        "age",
        ("3-10", "11", "12-17"),
        groups={"3 à 10 ans": frozenset({"3-10"}), "3 à 11 ans": frozenset({"3-10", "11"})},
    )
    publication = published([ages], [60, 2, 80], [("age",)])
    safe = protect(publication, RULE)
    reader = Reader([ages]).reads(safe)
    low, high = reader.bounds({"age": frozenset({"11"})})
    assert low == 0
    assert high >= RULE.cell
    assert safe.table("age").hidden < 2
    both = sealed_table("children", DAY, ("age",), {("3 à 10 ans",): Figure(60), ("3 à 11 ans",): Figure(62)})
    naive = Reader([ages]).reads(sealed("children", DAY, {("age",): both}))
    assert naive.bounds({"age": frozenset({"11"})}) == (2, 2)


def test_categories_that_overlap_are_yes_or_no_each():
    sport, music = dimension("sport", ("non", "oui")), dimension("music", ("non", "oui"))
    counts = [[40, 3], [50, 60]]
    safe = protect(published([sport, music], counts, [("sport",), ("music",)]), RULE)
    assert safe.table("sport")["oui",].value == 110
    assert safe.table("music")["oui",].value == 63


def test_nobody_is_not_told_but_where_nobody_can_be():
    """A zero tells of everybody in the line; an impossible crossing tells of nobody."""
    counts = np.array([[0, 40, 30], [25, 0, 35], [30, 28, 22]])
    dims = [AREA, dimension("level", ("1", "2", "3"))]
    publication = published(dims, counts, [("area", "level")])
    assert protect(publication, RULE).table("area", "level")["Centre", "2"].value is None
    possible = counts > 0
    known = replace(publication, cube=replace(publication.cube, possible=possible))
    safe = protect(known, RULE)
    assert safe.table("area", "level")["Centre", "2"].value == 0
    assert found_by(known, safe) == []


def test_order_of_dimensions_values_and_tables_changes_nothing():
    counts = np.arange(24).reshape(3, 4, 2) % 9 * 3
    one = protect(published([AREA, LEVEL, SEX], counts, [("area", "level"), ("level", "sex")]), RULE)
    turned = [SEX, dimension("level", LEVEL.values[::-1]), AREA]
    other = protect(
        published(turned, counts.transpose(2, 1, 0)[:, ::-1, :], [("sex", "level"), ("level", "area")]), RULE
    )
    assert {names: dict(table.figures) for names, table in one.tables.items()} == {
        names: dict(table.figures) for names, table in other.tables.items()
    }
