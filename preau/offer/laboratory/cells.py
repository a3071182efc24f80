"""Small numbers: which groups a study may tell, so that no hidden one is found by taking the others off the total.

Pure. The number of all the children is told, and that of each group shown. What can be worked out is therefore how many
children are hidden together: they have to be of two groups at least, many enough to be told as one, and more than one
by group, so that they can be shared in several ways. The smallest of the others is hidden with them: it costs least.
"""

from __future__ import annotations

from collections.abc import Mapping

SENSITIVE = frozenset({"quotient", "inclusion"})
"""Income and disability: the higher threshold."""


def shown(counts: Mapping[str, int], threshold: int) -> frozenset[str]:
    """The groups of one family (areas, bands…) that may be told. ``counts``: children of each, all of them counted."""
    hidden = {name for name, count in counts.items() if count < threshold}
    others = sorted(counts.keys() - hidden, key=lambda name: (counts[name], name))
    while others and hidden and _tells(sum(counts[name] for name in hidden), len(hidden), threshold):
        hidden.add(others.pop(0))
    return frozenset(counts.keys() - hidden)


def _tells(children: int, groups: int, threshold: int) -> bool:
    """Each group named has one child at least: hidden together, they must leave several ways of being shared."""
    return groups < 2 or children < threshold or children <= groups + 1


def threshold_of(what: str, *, cell: int, sensitive_cell: int) -> int:
    return sensitive_cell if what in SENSITIVE else cell
