"""A reader who knows the rule and everything that is published deduces no small number, in hundreds of towns."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from preau.observatory.disclosure import protect

from .attack import Reader
from .towns import RULE, children_of, towns


def threshold(publication, names):
    by_name = {each.name: each for each in publication.cube.dimensions}
    return RULE.of(sensitive=publication.sensitive or any(by_name[name].sensitive for name in names))


def found_by(publication, safe):
    """What the reader narrows: the small numbers of all tables that they do not leave wide enough."""
    reader = Reader(publication.cube.dimensions, publication.cube.possible).reads(safe)
    narrowed = []
    for names, table in safe.tables.items():
        least = threshold(publication, names)
        counted = children_of(publication.cube, names)
        is_told = table.hidden < len(table.figures)
        for labels in table.figures:
            where = dict(zip(names, labels, strict=True))
            if counted[labels] >= least or not reader.may_hold(where):
                continue
            low, high = reader.bounds(where)
            known = [
                figure.value
                for count in range(len(names))
                for part in combinations(names, count)
                if (figure := safe.tables[part][tuple(where[name] for name in part)]).value is not None
            ]
            wide = min([least, *known])
            if (low > 0 or high < wide) if is_told else (low > 0 and high < wide):
                narrowed.append((where, counted[labels], low, high))
    return narrowed


@settings(max_examples=200)
@given(towns())
def test_reader_narrows_no_small_number_of_any_table(publication):
    safe = protect(publication, RULE)
    assert all(
        figure.value is None or figure.value >= threshold(publication, names)
        for names, table in safe.tables.items()
        for figure in table.figures.values()
    )
    assert found_by(publication, safe) == []
