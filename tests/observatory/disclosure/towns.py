"""Made-up towns, and the rule that they are published by."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import product

import numpy as np
from hypothesis import strategies as st

from preau.observatory.disclosure import Cube, Dimension, Publication, Thresholds

RULE = Thresholds(since=date(2026, 9, 1), cell=5, sensitive_cell=11, percentage=20, rounding=5, firms=3, firm_share=85)
DAY = date(2026, 10, 15)


def dimension(name, values, **rest):
    return Dimension(name, tuple(values), **rest)


def cube(dimensions, counts):
    return Cube(tuple(dimensions), np.array(counts, dtype=np.int64))


def published(dimensions, counts, tables, day=DAY, **rest):
    return Publication(series="children", day=day, cube=cube(dimensions, counts), tables=tuple(tables), **rest)


def children_of(counted: Cube, names) -> Counter:
    """Children by their labels along ``names``: plain counting, apart from the library."""
    found: Counter = Counter()
    for place in product(*(range(len(each.values)) for each in counted.dimensions)):
        labels = {each.name: each.values[at] for each, at in zip(counted.dimensions, place, strict=True)}
        found[tuple(labels[name] for name in names)] += int(counted.counts[place])
    return found


@st.composite
def towns(draw, most_dimensions=3):
    """Two or three dimensions, many empty or nearly empty crossings, any set of linked tables."""
    many = draw(st.integers(2, most_dimensions))
    sizes = draw(st.lists(st.integers(2, 6 if many == 2 else 3), min_size=many, max_size=many))
    sensitive = draw(st.integers(0, 5)) == 0
    dimensions = [
        dimension(name, (f"{name}{place}" for place in range(size)), sensitive=sensitive and name == "a")
        for name, size in zip("abc", sizes, strict=False)
    ]
    number = st.one_of(st.integers(0, 4), st.integers(0, 12), st.integers(0, 60))
    size = int(np.prod(sizes))
    counts = np.array(draw(st.lists(number, min_size=size, max_size=size))).reshape(sizes)
    names = [each.name for each in dimensions]
    every = [
        tuple(name for name, kept in zip(names, kept, strict=True) if kept) for kept in product((0, 1), repeat=many)
    ]
    tables = draw(st.lists(st.sampled_from(every[1:]), min_size=1, max_size=4, unique=True))
    return published(dimensions, counts, tables)
