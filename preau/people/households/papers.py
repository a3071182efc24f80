"""When a paper counts: one rule, for registering and for the first day.

A family that gave a paper has done its part: it counts for registering at once, nobody loses a place while the desk is
busy. Before the child's first day somebody must have looked: from then on only what was accepted counts, and a human
decides what becomes of a place whose paper was not. A paper that was refused, or is over, counts for nothing. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Papers:
    """Kinds of papers. ``unchecked``: given, and nobody has looked yet, where no other of the kind is accepted."""

    checked: frozenset[str] = frozenset()
    unchecked: frozenset[str] = frozenset()

    @property
    def given(self) -> frozenset[str]:
        return self.checked | self.unchecked

    def __or__(self, other: Papers) -> Papers:
        checked = self.checked | other.checked
        return Papers(checked, (self.unchecked | other.unchecked) - checked)
