"""Bounds of a study and small numbers, dated: a change adds a line. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Terms:
    """``cell``: a group of fewer children is hidden; ``sensitive_cell`` where it crosses income or disability;
    ``share``: no percentage of fewer. ``at_once``: studies waiting or running."""

    since: date
    cell: int = 5
    sensitive_cell: int = 11
    share: int = 20
    draws: int = 200
    children: int = 10_000
    offers: int = 1_000
    rule_sets: int = 4
    at_once: int = 2


TERMS = (Terms(date(2026, 1, 1)),)
"""Source: brief b.0 bis (eleven is that of public statistics on income, five a rule of the house) and f.6 (draws)."""


def terms_on(day: date) -> Terms:
    return next((each for each in reversed(TERMS) if each.since <= day), TERMS[0])
