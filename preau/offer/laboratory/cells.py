"""Small numbers: which groups a study may tell, so that no hidden one is found by taking the others off the total.

Pure. The number of all the children is told, and that of each group shown. What can be worked out is therefore how many
children are hidden together: they have to be of two groups at least, and many enough to be told as one.
"""

from __future__ import annotations

from collections.abc import Mapping

SENSITIVE = frozenset({"quotient", "inclusion"})
"""Income and disability: the higher threshold."""


def shown(counts: Mapping[str, int], threshold: int) -> frozenset[str]:
    """The groups of one family (areas, bands…) that may be told. ``counts``: children of each, all of them counted."""
    kept = sorted((count, name) for name, count in counts.items())
    hidden: list[int] = []
    while kept and (kept[0][0] < threshold or (hidden and (len(hidden) < 2 or sum(hidden) < threshold))):
        hidden.append(kept.pop(0)[0])
    return frozenset(name for _, name in kept)


def threshold_of(what: str, *, cell: int, sensitive_cell: int) -> int:
    return sensitive_cell if what in SENSITIVE else cell
