"""When a list may be opened, and until when it holds."""

from __future__ import annotations

from datetime import date

import pytest

from preau.offer.outreach.errors import Refusal
from preau.offer.outreach.groups import Group, Means, Stage
from preau.offer.outreach.rules import HOUSE, closes_on, refusal

PORT = Group(quarter="port")


@pytest.mark.parametrize(
    ("group", "known", "to_call", "why"),
    [
        (PORT, 40, 20, None),
        (PORT, 11, 1, None),
        (PORT, 10, 10, Refusal.TOO_SMALL),
        (PORT, 10, 0, Refusal.TOO_SMALL),  # never « nobody », which would say that all ten came
        (PORT, 40, 0, Refusal.NOBODY),
        (PORT, 400, 61, Refusal.TOO_MANY),
        (Group(), 400, 20, Refusal.EVERYBODY),
    ],
)
def test_a_list_is_of_a_group_that_is_neither_a_family_nor_a_town(group, known, to_call, why):
    assert refusal(group, known=known, to_call=to_call, terms=HOUSE) == why


def test_a_list_holds_thirty_days_and_never_beyond_the_designation():
    assert closes_on(date(2026, 11, 24), HOUSE, None) == date(2026, 12, 23)
    assert closes_on(date(2026, 11, 24), HOUSE, date(2026, 12, 1)) == date(2026, 12, 1)


def test_stages_follow_school_years():
    assert Group(stage=Stage.PRIMARY).born_between(2026) == (date(2016, 1, 1), date(2020, 12, 31))
    assert Group().born_between(2026) == (date(2009, 1, 1), date(2023, 12, 31))


def test_bands_touch_and_unknown_is_apart():
    bounds = [Means(each).bounds for each in (Means.LOW, Means.MIDDLE, Means.HIGH)]
    assert [low for low, _ in bounds][1:] == [high for _, high in bounds][:-1]
    assert Means.UNKNOWN.bounds is None
