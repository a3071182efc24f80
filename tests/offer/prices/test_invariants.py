"""What is true of every price, whatever was voted and whoever asks."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from preau.offer.prices.enums import PriceKind
from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import (
    Bands,
    Flat,
    Free,
    Household,
    Linear,
    Terms,
    as_json,
    highest,
    lowest,
    price,
    terms_of,
)
from preau.offer.prices.rules.faults import faults, surprises

from .households import asked, grids, lines, terms


@given(asked())
def test_nobody_pays_less_than_nothing(pair):
    assert price(*pair).cents >= 0


@given(asked())
def test_the_explanation_adds_up_to_the_price(pair):
    quote = price(*pair)
    assert sum(line.cents for line in quote.lines) == quote.cents
    assert all(type(line.cents) is int and line.label for line in quote.lines)
    assert type(quote.cents) is int


@given(asked())
def test_the_price_is_the_one_that_an_independent_reading_of_the_rule_gives(pair):
    assert price(*pair).cents == _by_hand(*pair)


@given(asked(grids(rising=True) | lines()), st.integers(0, 6000), st.integers(0, 6000))
def test_a_family_with_more_never_pays_less(pair, one, other):
    voted, household = pair
    less, more = (price(voted, replace(household, quotient=q)).cents for q in sorted((one, other)))
    assert less <= more


@given(asked(lines()))
def test_floor_and_ceiling_hold_for_families_of_the_town(pair):
    voted, household = pair
    there = replace(household, is_resident=True, aids=())
    assert voted.base.floor <= price(voted, there).cents <= voted.base.ceiling


@given(asked(lines()))
def test_reductions_never_go_below_the_floor_wherever_one_lives(pair):
    voted, household = pair
    assert price(voted, replace(household, aids=())).cents >= voted.base.floor


@given(asked())
def test_reductions_stop_at_the_minimum_but_make_nothing_dearer(pair):
    voted, household = pair
    alone = price(voted, replace(household, siblings=0, aids=())).cents
    reduced = price(voted, replace(household, aids=())).cents
    assert min(voted.minimum, alone) <= reduced <= alone


@given(asked(), st.integers(0, 5))
def test_one_more_child_never_increases_the_price(pair, more):
    voted, household = pair
    assert price(voted, replace(household, siblings=household.siblings + more)).cents <= price(voted, household).cents


@given(asked())
def test_living_elsewhere_never_costs_less(pair):
    voted, household = pair
    here, elsewhere = (price(voted, replace(household, is_resident=resident)).cents for resident in (True, False))
    assert elsewhere >= here


@given(asked())
def test_an_aid_never_increases_the_price_and_takes_its_amount_or_all_that_is_left(pair):
    voted, household = pair
    without = price(voted, replace(household, aids=())).cents
    assert price(voted, household).cents == max(0, without - sum(aid.cents for aid in household.aids))


@given(terms(), st.none() | st.integers(0, 6000))
def test_lowest_and_highest_hold_for_the_first_child_of_a_family_of_the_town(voted, quotient):
    assert lowest(voted) <= price(voted, Household(quotient)).cents <= highest(voted)


@given(terms())
def test_what_is_stored_is_what_was_voted(voted):
    rule = PriceRule(kind=voted.kind, terms=as_json(voted))
    assert terms_of(rule) == voted
    assert faults(voted) == []


@given(grids(rising=True))
def test_a_rising_grid_surprises_nobody(grid):
    assert surprises(Terms(grid)) == []


def test_every_kind_of_price_has_terms():
    assert {Terms(base).kind for base in (Free(), Flat(1), Bands((), 0), Linear(Decimal(1), 0, 1, 1))} == set(PriceKind)


def _by_hand(voted: Terms, family: Household) -> int:
    """The rule read again from its sentences, with none of the program's functions."""
    base, q = voted.base, family.quotient
    if isinstance(base, Free):
        due, reach = 0, [0]
    elif isinstance(base, Flat):
        due, reach = base.cents, [base.cents]
    elif isinstance(base, Bands):
        reach = [band.cents for band in base.bands] + [base.unknown]
        due = base.unknown
        if q is not None:
            due = next(band.cents for band in base.bands if band.up_to is None or band.up_to >= q)
    else:
        reach = [base.floor, base.ceiling, base.unknown]
        due = base.unknown if q is None else min(base.ceiling, max(base.floor, _cents(base.rate * q * 100)))
    if not family.is_resident and voted.outsiders:
        rule = voted.outsiders
        due = max(due, rule.own or 0, max(reach) if rule.at_highest else 0)
        due += _cents(due * rule.percent / 100) + rule.cents
    choices = [due] + [
        max(0, _cents(due * (100 - cut.percent) / 100) - cut.cents)
        for cut in voted.siblings
        if family.siblings + 1 >= cut.from_child
    ]
    least = max(voted.minimum, base.floor if isinstance(base, Linear) else 0)
    due = max(min(choices), min(least, due))
    return max(0, due - sum(aid.cents for aid in voted.aids if aid in family.aids))


def _cents(value: Decimal) -> int:
    return int(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP))
