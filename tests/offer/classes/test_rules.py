"""Who comes first, and what an offer asks of a class."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.classes.rules import (
    OfferTerms,
    Standing,
    coverage,
    hours_words,
    in_order,
    lot,
    misfits,
    why_before,
)

TERMS = OfferTerms(frozenset({"cp", "ce1"}), 28, 2, date(2026, 9, 1), date(2026, 12, 1))
DAY = date(2026, 11, 24)
_hours = st.decimals(min_value=0, max_value=99, places=1)
_standing = st.builds(
    Standing,
    wish=st.integers(1, 10**6),
    places_this_year=st.integers(0, 3),
    hours_in_pillars=_hours,
    hours=_hours,
    rank=st.integers(1, 5),
    lot=st.text("0123456789abcdef", min_size=12, max_size=12),
)


def _stands(**facts: object) -> Standing:
    told = {
        "wish": 1,
        "places_this_year": 0,
        "hours_in_pillars": Decimal(0),
        "hours": Decimal(0),
        "rank": 1,
        "lot": "5",
    }
    return Standing(**(told | facts))


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        ({"places_this_year": 0, "hours": Decimal(90)}, {"places_this_year": 1}, "moins d’activités cette année"),
        (
            {"hours_in_pillars": Decimal(1), "hours": Decimal(9)},
            {"hours_in_pillars": Decimal(2)},
            "moins vécu de ce que",
        ),
        ({"hours": Decimal(1), "rank": 4}, {"hours": Decimal(2)}, "moins vécu d’activités"),
        ({"rank": 1, "lot": "9"}, {"rank": 2, "lot": "1"}, "plus haut dans ses souhaits"),
        ({"lot": "1"}, {"lot": "2"}, "tirage"),
    ],
)
def test_the_class_with_less_comes_first_and_it_is_said_why(better, worse, why):
    first, second = _stands(wish=1, **better), _stands(wish=2, **worse)
    assert in_order([second, first]) == [first, second]
    assert why in why_before(first, second)


@given(st.lists(_standing, unique_by=lambda each: each.lot), st.randoms())
def test_the_order_does_not_depend_on_who_was_written_down_first(standings, chance):
    shuffled = list(standings)
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(standings)


def test_the_draw_is_the_same_each_time_and_differs_from_one_offer_to_the_next():
    assert lot(1, 7, 2026) == lot(1, 7, 2026)
    assert len({lot(offer, 7, 2026) for offer in range(100)}) == 100


def test_a_class_that_fits_meets_no_objection():
    assert misfits(TERMS, levels=["ce1"], size=24, adults=2, on=DAY) == []


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"on": date(2026, 8, 31)}, "", "ouvrent le 1er septembre 2026"),
        ({"on": date(2026, 12, 2)}, "", "ont pris fin le 1er décembre 2026"),
        ({"levels": ["cm2"]}, "group", "niveau de cette classe"),
        ({"size": 29}, "group", "29 élèves ; l’activité en reçoit 28"),
        ({"adults": 1}, "adults", "Il faut 2 adultes"),
    ],
)
def test_each_objection_says_how_to_mend_it(facts, field, words):
    told = {"levels": ["ce1"], "size": 24, "adults": 2, "on": DAY} | facts
    (found,) = misfits(TERMS, **told)
    assert found.field == field
    assert words in found.sentence.replace("\u00a0", " ").replace("\u202f", " ")


@given(st.lists(st.tuples(st.lists(st.sampled_from(["meet", "practise", "know"]), unique=True, min_size=1), _hours)))
def test_hours_shared_between_pillars_are_the_hours_lived(records):
    found = coverage(records, ["meet", "practise", "know"])
    assert abs(sum(found.values()) - sum(hours for _, hours in records)) <= Decimal("0.2")


def test_hours_are_written_as_people_write_them():
    assert [hours_words(Decimal(each)) for each in ("4.0", "1.5", "10")] == ["4", "1,5", "10"]
