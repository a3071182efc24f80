"""Amounts with children behind them, tables that are too large, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from preau.observatory.disclosure import Cube, Effort, Publication, protect

from .attack import Reader
from .test_attack import found_by
from .towns import DAY, RULE, cube, dimension, published, towns

BAND = dimension("band", ("matin", "midi", "soir"))


def presences(rows):
    """One row each child and band: how often they came."""
    counted = Cube.of_rows(
        [BAND],
        {"band": [band for _child, band, _many in rows]},
        amounts=[many for *_who, many in rows],
        children=[child for child, *_rest in rows],
    )
    return Publication(series="presences", day=DAY, cube=counted, tables=(("band",),))


def test_many_presences_of_few_children_are_hidden():
    rows = [(f"m{child}", "midi", 30) for child in range(20)]
    rows += [(f"m{child}", "matin", 10) for child in range(15)]
    rows += [("m1", "soir", 140), ("m2", "soir", 120)]
    safe = protect(presences(rows), RULE)
    assert safe.table("band")["soir",].value is None
    low, high = Reader([BAND]).reads(safe).bounds({"band": "soir"})
    assert low == 0
    assert high >= 5 * 40
    assert protect(presences(rows[:-2]), RULE).table()[()].value == 750


def test_a_child_counted_in_two_bands_is_one_child_of_the_total():
    rows = [(f"m{child}", band, 1) for child in range(4) for band in BAND.values]
    assert protect(presences(rows), RULE).table()[()].value is None


def test_tables_too_large_to_be_looked_at_together_are_not_published():
    wide = [dimension(name, (str(place) for place in range(10))) for name in "abc"]
    publication = published(wide, np.full((10, 10, 10), 9), [("a",), ("a", "b"), ("a", "b", "c")])
    safe = protect(publication, RULE, effort=Effort(cells=200))
    assert safe.table("a", "b", "c").hidden == 1000
    assert safe.table("a", "b").hidden == 0


@settings(max_examples=60)
@given(towns(), st.integers(0, 3), st.integers(1, 4))
def test_with_less_time_nothing_more_is_shown_than_what_is_safe(publication, rounds, partners):
    safe = protect(publication, RULE, effort=Effort(rounds=rounds, partners=partners))
    assert found_by(publication, safe) == []


def test_a_town_with_few_children_tells_nothing():
    safe = protect(published([BAND], [1, 2, 1], [("band",)]), RULE)
    assert all(figure.is_hidden for table in safe.tables.values() for figure in table.figures.values())


def test_what_is_not_counted_rightly_is_refused():
    with pytest.raises(ValueError, match="less than zero"):
        cube([BAND], [1, -2, 3])
    with pytest.raises(ValueError, match="nobody can be"):
        Cube((BAND,), np.array([1, 2, 3]), np.array([True, False, True]))
    with pytest.raises(ValueError, match="does not have"):
        published([BAND], [1, 2, 3], [("area",)])
    with pytest.raises(ValueError, match="nowhere less"):
        protect(published([BAND], [10, 20, 30], [("band",)]), RULE, grown_from=cube([BAND], [11, 0, 0]))
