"""The thresholds of the house, until the town's own."""

from __future__ import annotations

from datetime import date

from preau.observatory.disclosure import Thresholds

HOUSE = Thresholds(since=date(2018, 9, 1), cell=5, sensitive_cell=11, percentage=20, rounding=5, firms=3, firm_share=85)
"""Domain brief, b.0 bis."""


def thresholds_on(day: date) -> Thresholds:
    return HOUSE
