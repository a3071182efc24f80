"""What an indicator costs and who uses it: proposals, never decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from preau.observatory.indicators.diet import DropReason, Kept, minutes_a_year, to_drop
from preau.observatory.indicators.figures import Figure, Missing

TODAY = date(2026, 11, 24)
LIVING = Kept(
    "A1", minutes=60, readers=3, chosen_on=date(2025, 9, 1), counts_itself=False, last_value_on=date(2026, 6, 1)
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"readers": 0}, DropReason.NOBODY_READS),
        ({"last_value_on": None}, DropReason.NEVER_FILLED),
        ({"last_value_on": date(2025, 6, 1)}, DropReason.NEVER_FILLED),
        ({"minutes": 600, "readers": 1}, DropReason.COSTS_TOO_MUCH),
    ],
)
def test_what_nobody_uses_fills_or_can_afford_is_proposed(change, reason):
    assert [each.reason for each in to_drop([replace(LIVING, **change)], today=TODAY)] == [reason]


def test_what_lives_is_left_in_peace():
    counts_itself = replace(LIVING, counts_itself=True, last_value_on=None, minutes=0)
    heavy_but_read = replace(LIVING, minutes=600, readers=5)
    assert to_drop([LIVING, counts_itself, heavy_but_read], today=TODAY) == []


def test_a_new_one_has_a_year_to_be_read():
    assert to_drop([replace(LIVING, readers=0, chosen_on=date(2026, 9, 1))], today=TODAY) == []


def test_the_heaviest_comes_first():
    one, other = replace(LIVING, readers=0), replace(LIVING, code="A2", readers=0, minutes=300)
    assert [each.code for each in to_drop([one, other], today=TODAY)] == ["A2", "A1"]
    assert minutes_a_year([one, other]) == 360


def test_a_share_of_nobody_cannot_be_measured():
    figure = Figure.share(0, 0)
    assert figure.value is None and figure.missing == Missing.NOBODY
    assert Figure.share(0, 4).value == 0
    assert Figure.share(3, None).missing == Missing.OUTSIDE
