"""One indicator at several dates: nobody who arrives, or leaves, is read in the difference."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from preau.observatory.disclosure import protect

from .attack import Follower, Reader
from .test_attack import found_by, threshold
from .towns import DAY, RULE, children_of, dimension, published, towns

AREA = dimension("area", ("Bords de Seine", "Centre", "Plateau"))
CARE = dimension("care", ("non", "oui"), sensitive=True)
LATER, LAST = date(2026, 12, 15), date(2027, 3, 15)

FAST = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making a failing town smaller: each try asks a solver for hundreds of bounds."""


def changes_found(publication, safes):
    """Figures of the last date that the reader knows to have moved, or stayed, within less than a threshold.

    They read all the new figures, and take the old ones off them.
    """
    *earlier, safe = safes
    reader = Reader(publication.cube.dimensions).reads(safe)
    found = []
    for names, table in safe.tables.items():
        counted = children_of(publication.cube, names)
        least = threshold(publication, names)
        for labels, _figure in table.figures.items():
            told = [
                before.tables[names].figures[labels].value
                for before in earlier
                if names in before.tables and before.tables[names].figures[labels].value is not None
            ]
            near = [value for value in told if abs(counted[labels] - value) < least]
            if not near:
                continue
            low, high = reader.bounds(dict(zip(names, labels, strict=True)))
            where = dict(zip(names, labels, strict=True))
            above = [
                other.figures[tuple(where[name] for name in part)].value
                for part, other in safe.tables.items()
                if set(part) < set(names) and other.figures[tuple(where[name] for name in part)].since is None
            ]
            most = min([near[-1] + least, *(value for value in above if value is not None)])
            if low > max(0, near[-1] - least) or high < most:
                found.append((where, near[-1], counted[labels], low, high))
    return found


def lines_that_tell(publication, safes):
    """A total less what moved in its line leaves what was kept: its change is none, or not a small one."""
    before, now = safes[-2:]
    found = []
    for names, table in now.tables.items():
        for name in names:
            part = tuple(each for each in names if each != name)
            for labels, total in now.tables[part].figures.items():
                where = dict(zip(part, labels, strict=True))
                line = [
                    each
                    for each in table.figures
                    if all(dict(zip(names, each, strict=True))[key] == value for key, value in where.items())
                ]
                kept = [each for each in line if table.figures[each].since or table.figures[each].value is None]
                old = [before.tables[names].figures[each].value for each in kept]
                if total.value is None or total.since or not kept or None in old:
                    continue
                rest = total.value - sum(table.figures[each].value for each in line if each not in kept)
                if 0 < abs(rest - sum(old)) < threshold(publication, part):
                    found.append((where, name, rest, old))
    return found


def test_a_newcomer_between_two_dates_changes_nothing_that_is_shown():
    october = np.array([[40, 14], [55, 21], [62, 18]])
    december = october.copy()
    december[1, 1] += 1
    before = protect(published([AREA, CARE], october, [("area", "care")]), RULE)
    later = published([AREA, CARE], december, [("area", "care")], day=LATER)
    after = protect(later, RULE, earlier=[before])
    assert {names: [each.value for each in table.figures.values()] for names, table in after.tables.items()} == {
        names: [each.value for each in table.figures.values()] for names, table in before.tables.items()
    }
    assert after.table("area", "care")["Centre", "oui"].since == DAY
    naive = protect(later, RULE)
    assert changes_found(later, [before, naive])
    assert not changes_found(later, [before, after])


def test_no_change_and_a_small_one_look_the_same():
    counts = np.array([[40, 14], [55, 21], [62, 18]])
    before = protect(published([AREA, CARE], counts, [("area", "care")]), RULE)
    same = protect(published([AREA, CARE], counts, [("area", "care")], day=LATER), RULE, earlier=[before])
    assert all(each.since == DAY for table in same.tables.values() for each in table.figures.values())


def test_a_large_change_is_told_and_the_newcomer_beside_it_is_not():
    october = np.array([[40, 30], [55, 41], [62, 38]])
    december = october + np.array([[25, 0], [1, 0], [0, 0]])
    plain = dimension("sex", ("F", "G"))
    before = protect(published([AREA, plain], october, [("area", "sex")]), RULE)
    later = published([AREA, plain], december, [("area", "sex")], day=LATER)
    after = protect(later, RULE, earlier=[before])
    assert not changes_found(later, [before, after])
    assert not lines_that_tell(later, [before, after])
    assert any(each.since is None for table in after.tables.values() for each in table.figures.values())


def test_figures_are_compared_with_every_date_that_showed_them():
    """50, then 60, then 51: far from the last, one away from the first."""
    days = [
        published([AREA], [each, 80, 90], [("area",)], day=day) for each, day in ((50, DAY), (60, LATER), (51, LAST))
    ]
    first = protect(days[0], RULE)
    second = protect(days[1], RULE, earlier=[first])
    third = protect(days[2], RULE, earlier=[first, second])
    assert third.table("area")["Bords de Seine",].value != 51
    assert not changes_found(days[2], [first, second, third])


def test_what_only_grows_keeps_hidden_what_was_hidden():
    october = published([AREA], [3, 30, 40], [("area",)])
    first = protect(october, RULE)
    grown = published([AREA], [8, 60, 80], [("area",)], day=LATER)
    second = protect(grown, RULE, earlier=[first], grown_from=october.cube)
    assert second.table("area")["Bords de Seine",].value is None
    assert found_by(october, first) == []


@settings(max_examples=100, phases=FAST)
@given(towns(), st.data())
def test_reader_of_two_dates_narrows_no_change_and_no_number(publication, data):
    counts = publication.cube.counts
    moves = st.one_of(st.just(0), st.integers(-2, 2), st.integers(-30, 30))
    moved = data.draw(st.lists(moves, min_size=counts.size, max_size=counts.size))
    later = published(
        publication.cube.dimensions,
        np.maximum(counts + np.array(moved).reshape(counts.shape), 0),
        publication.tables,
        day=LATER,
    )
    before = protect(publication, RULE)
    after = protect(later, RULE, earlier=[before])
    assert changes_found(later, [before, after]) == []
    assert lines_that_tell(later, [before, after]) == []


@settings(max_examples=80, phases=FAST)
@given(towns(), st.data())
def test_follower_of_what_only_grows_reads_no_small_number_and_no_newcomer(publication, data):
    """They know that nobody leaves."""
    counts, dimensions = publication.cube.counts, publication.cube.dimensions
    came = st.one_of(st.just(0), st.integers(0, 2), st.integers(0, 30))
    more = data.draw(st.lists(came, min_size=counts.size, max_size=counts.size))
    later = published(dimensions, counts + np.array(more).reshape(counts.shape), publication.tables, day=LATER)
    before = protect(publication, RULE)
    after = protect(later, RULE, earlier=[before], grown_from=publication.cube)
    follower = Follower(dimensions).reads(before)
    follower.then().reads(after)
    for names, table in after.tables.items():
        least = threshold(publication, names)
        counted = children_of(later.cube, names)
        for labels, figure in table.figures.items():
            told = before.tables[names].figures[labels].value
            where = dict(zip(names, labels, strict=True))
            if told is None:
                assert figure.value is None
            elif counted[labels] - told < least:
                assert figure.value == told
                above = [
                    each.value
                    for part, other in after.tables.items()
                    if set(part) < set(names)
                    and (each := other.figures[tuple(where[name] for name in part)]).value is not None
                    and each.since is None
                ]
                low, high = follower.bounds(where)
                assert low <= told
                assert high >= min([told + least, *above])
