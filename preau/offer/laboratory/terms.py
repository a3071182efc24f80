"""Bounds of a study and small numbers, dated: a change adds a line. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from preau.people.smallnumbers.floor import FLOOR, SmallNumbers


@dataclass(frozen=True, slots=True)
class Terms:
    """``cell``: a group of fewer children is hidden; ``sensitive_cell`` where it crosses income or disability;
    ``share``: no percentage of fewer. ``at_once``: studies waiting or running."""

    since: date
    cell: int = FLOOR.cell
    sensitive_cell: int = FLOOR.sensitive_cell
    share: int = FLOOR.percentage
    draws: int = 200
    children: int = 10_000
    offers: int = 1_000
    rule_sets: int = 4
    at_once: int = 2


TERMS = (Terms(date(2026, 1, 1)),)
"""Draws: domain brief, f.6. Small numbers are those of the town."""


def terms_on(day: date, small: SmallNumbers) -> Terms:
    """``small``: those of the town on that day."""
    terms = next((each for each in reversed(TERMS) if each.since <= day), TERMS[0])
    return replace(terms, cell=small.cell, sensitive_cell=small.sensitive_cell, share=small.percentage)
