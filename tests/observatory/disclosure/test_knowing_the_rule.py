"""Somebody who replays the program over every possible small town: those that give the same page stay several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import product
from math import prod

import numpy as np
import pytest

from preau.observatory.disclosure import protect

from .towns import RULE, children_of, dimension, published

LOW = replace(RULE, cell=3, sensitive_cell=3)


def pages_of(dimensions, tables, most):
    """Every town of at most ``most`` children, by the page that it gives."""
    shape = tuple(len(each.values) for each in dimensions)
    pages = defaultdict(list)
    for numbers in product(range(most + 1), repeat=prod(shape)):
        if sum(numbers) <= most:
            publication = published(dimensions, np.reshape(numbers, shape), tables)
            safe = protect(publication, LOW)
            page = tuple(
                (names, labels, figure.value)
                for names, table in sorted(safe.tables.items())
                for labels, figure in sorted(table.figures.items())
            )
            pages[page].append(publication.cube)
    return pages


@pytest.mark.parametrize(
    ("sizes", "tables", "most"),
    [
        ((3,), [("a",)], 14),
        ((4,), [("a",)], 10),
        ((2, 2), [("a", "b")], 10),
        ((2, 2), [("a",), ("b",)], 9),
    ],
)
def test_no_page_tells_that_somebody_is_there_and_that_they_are_few(sizes, tables, most):
    """Where nothing is told, not even the total, there is nothing to find."""
    dimensions = [
        dimension(name, (str(place) for place in range(size))) for name, size in zip("ab", sizes, strict=False)
    ]
    for page, same in pages_of(dimensions, tables, most).items():
        if page[0][2] is None:
            continue
        for names, labels, value in page:
            if value is None:
                found = {children_of(cube, names)[labels] for cube in same}
                assert min(found) == 0 or max(found) >= LOW.cell, (page, labels, found)
