"""Gaps are worked out of what was shown: an index tells nothing more, and one that chance explains says so."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from preau.observatory.equity.rules.gradient import erreygers, gradient
from preau.observatory.equity.rules.inequality import dissimilarity_by_chance
from preau.observatory.missing.gaps import by_income, by_quarter
from preau.observatory.missing.offered import offered_by_quarter
from tests.cast.missing import MadeFacts, a_town_that_misses_its_port
from tests.observatory.missing.test_showing import _shown


@pytest.mark.django_db
def test_where_those_who_have_more_come_more_the_index_says_so():
    (told,) = _shown(a_town_that_misses_its_port())
    found = by_income(told)
    assert found.index.erreygers.low > 0
    assert found.index.unknown == 180


@pytest.mark.django_db
def test_quarters_that_come_alike_are_no_farther_apart_than_chance():
    facts = MadeFacts()
    for area in ("nord", "sud", "est"):
        facts.know(80, 40, area=area).live(area, aged_6_10=300)
    (told,) = _shown(facts)
    found = by_quarter(told)
    assert found.share == 0 and found.by_chance > 0 and not found.is_more_than_chance


@pytest.mark.django_db
def test_a_quarter_that_does_not_come_puts_the_town_apart():
    (told,) = _shown(a_town_that_misses_its_port())
    assert by_quarter(told).is_more_than_chance


@pytest.mark.django_db
def test_a_hidden_band_leaves_the_index_untold():
    facts = MadeFacts().know(60, 30, qf_band="under_400").know(60, 30, qf_band="from_1800").know(40, 20, qf_band="")
    (told,) = _shown(facts.know(4, 2, qf_band="600_799"))
    assert by_income(told).index is None


def test_the_value_alone_is_that_of_the_gradient():
    quotient = np.array([1.0, 2.0, np.nan, 3.0])
    taken, children = np.array([0.2, 0.5, 0.9, 0.6]), np.array([40.0, 30.0, 9.0, 50.0])
    assert erreygers(quotient, taken, children) == gradient(quotient, taken, children).erreygers.value


def test_chance_is_the_same_for_the_same_seed_and_shrinks_with_numbers():
    few = dissimilarity_by_chance(30, np.array([40, 40, 40]))
    assert few == dissimilarity_by_chance(30, np.array([40, 40, 40]))
    assert dissimilarity_by_chance(3000, np.array([4000, 4000, 4000]))[0] < few[0] < few[1]


def test_what_takes_place_is_told_for_each_child_who_lives_there():
    class Sessions:
        version = "made"

        def ask(self, sql, values):
            return [("nord", 10, 600.0), ("sud", 2, 100.0)]

    found = offered_by_quarter(
        Sessions(), year=2025, until=date(2026, 8, 31), residents={"nord/": 100, "sud/": 100, "est/": 50, "/": 250}
    )
    assert [each.area for each in found] == ["est", "sud", "nord"]
    assert found[0].hours == 0 and found[2].hours == 6
    assert abs(sum(each.ratio * each.residents for each in found) - 250) < 1e-9
