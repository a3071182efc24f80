"""Small numbers: which groups a study may tell, so that no hidden one is found, even by somebody who knows this rule.

Pure. The number of all the children is told, and that of each group shown. What can be worked out is therefore how many
children are hidden together. A group that is not small is always hidden with the small ones, the first by name: chosen
by its size, it would say that those shown are larger; and more of them until those hidden can be shared in many ways.
"""

from __future__ import annotations

from collections.abc import Mapping

SENSITIVE = frozenset({"quotient", "inclusion"})
"""Income and disability: the higher threshold."""


def shown(counts: Mapping[str, int], threshold: int) -> frozenset[str]:
    """The groups of one family (areas, bands…) that may be told. ``counts``: children of each, all of them counted."""
    small = {name for name, count in counts.items() if count < threshold}
    hidden, others = set(small), sorted(counts.keys() - small)
    while (
        small and others and (hidden == small or _tells(sum(counts[name] for name in hidden), len(hidden), threshold))
    ):
        hidden.add(others.pop(0))
    return frozenset(counts.keys() - hidden)


def _tells(children: int, groups: int, threshold: int) -> bool:
    """Each group named has one child at least: beyond those, nearly two thresholds are shared among the groups."""
    return children < groups + 2 * (threshold - 1)


def threshold_of(what: str, *, cell: int, sensitive_cell: int) -> int:
    return sensitive_cell if what in SENSITIVE else cell
