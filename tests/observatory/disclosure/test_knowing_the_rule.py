"""Somebody who replays the program over every possible small town: those that give the same page stay several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import product

import pytest

from preau.observatory.disclosure import protect

from .towns import RULE, dimension, published

LOW = replace(RULE, cell=3, sensitive_cell=3)


@pytest.mark.parametrize(("groups", "most"), [(3, 14), (4, 10)])
def test_no_page_tells_that_a_group_has_somebody_and_few(groups, most):
    """All towns of that many groups and children. Where nothing is told, not even the total, there is nothing to find."""
    area = dimension("area", (str(place) for place in range(groups)))
    pages = defaultdict(list)
    for numbers in product(range(most + 1), repeat=groups):
        if sum(numbers) <= most:
            safe = protect(published([area], list(numbers), [("area",)]), LOW)
            shown = tuple(figure.value for _labels, figure in sorted(safe.table("area").figures.items()))
            pages[safe.table()[()].value, shown].append(numbers)
    for (total, shown), same in pages.items():
        for place in range(groups):
            found = {town[place] for town in same}
            if total is not None and shown[place] is None:
                assert min(found) == 0 or max(found) >= LOW.cell, (total, shown, found)
