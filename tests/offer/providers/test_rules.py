"""Numbers, papers, ends: pure rules, each in a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.text.days import months_later
from preau.offer.providers.declaring import PaperFacts, end_of
from preau.offer.providers.enums import PaperKind as K
from preau.offer.providers.errors import WrongPaper
from preau.offer.providers.identifiers import compact, luhn_holds, rna_problem, siren_problem
from preau.offer.providers.papers import RULES, Standing, hidden_by, needed, standing

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("W929990001", True),
        ("w 92 999 0001", True),
        ("", True),
        ("W92", False),
        ("929990001", False),
        ("W92999000A", False),
    ],
)
def test_rna(typed, holds):
    assert (rna_problem(compact(typed)) is None) == holds


@pytest.mark.parametrize(
    ("typed", "holds"), [("732 829 320", True), ("732829321", False), ("73282932", False), ("", True), ("abc", False)]
)
def test_siren(typed, holds):
    assert (siren_problem(compact(typed)) is None) == holds


@given(st.text("0123456789", min_size=8, max_size=8), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(start, place, more):
    number = next(start + str(last) for last in range(10) if luhn_holds(start + str(last)))
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]
    assert not luhn_holds(wrong)


@pytest.mark.parametrize(
    ("kind", "audiences", "papers"),
    [
        ("association", ["family"], {K.INSURANCE, K.REPUBLICAN}),
        ("association", ["child"], {K.INSURANCE, K.REPUBLICAN, K.HONOUR}),
        ("association", ["young", "family"], {K.INSURANCE, K.REPUBLICAN, K.HONOUR}),
        ("association", ["class"], {K.INSURANCE, K.REPUBLICAN, K.APPROVAL}),
        ("parents", ["child", "class"], set(K)),
        ("town_service", ["child", "class"], set()),
        ("school", ["child"], set()),
        ("institution", ["professional"], set()),
    ],
)
def test_the_papers_that_an_activity_needs(kind, audiences, papers):
    assert needed(kind, audiences) == papers


@dataclass
class Told:
    kind: str = "insurance"
    state: str = "valid"
    declared_on: date = date(2026, 9, 1)
    valid_until: date | None = None


@pytest.mark.parametrize(
    ("papers", "where"),
    [
        ([], Standing.MISSING),
        ([Told()], Standing.VALID),
        ([Told(valid_until=date(2026, 11, 23))], Standing.EXPIRED),
        ([Told(valid_until=TODAY)], Standing.SOON),
        ([Told(valid_until=date(2027, 1, 23))], Standing.SOON),
        ([Told(valid_until=date(2027, 1, 24))], Standing.VALID),
        ([Told(state="declared")], Standing.DECLARED),
        ([Told(state="refused")], Standing.REFUSED),
        ([Told(state="declared"), Told(valid_until=date(2027, 8, 31))], Standing.VALID),
        ([Told(state="refused"), Told(valid_until=date(2026, 1, 1))], Standing.REFUSED),
    ],
)
def test_where_one_stands_with_a_paper(papers, where):
    assert standing(papers, TODAY, soon=60)[0] is where


def test_only_the_contract_hides_nothing():
    assert hidden_by(K) == [kind for kind in RULES if kind is not K.REPUBLICAN]


@pytest.mark.parametrize(
    ("facts", "until"),
    [
        (PaperFacts(K.INSURANCE, date(2026, 9, 1), date(2027, 8, 31)), date(2027, 8, 31)),
        (PaperFacts(K.REPUBLICAN, date(2024, 1, 1), date(2030, 1, 1)), None),
        (PaperFacts(K.HONOUR, date(2026, 8, 31)), date(2029, 8, 31)),
        (PaperFacts(K.HONOUR, date(2026, 8, 31), date(2040, 1, 1)), date(2029, 8, 31)),
        (PaperFacts(K.APPROVAL, date(2025, 1, 1), date(2027, 1, 1)), date(2027, 1, 1)),
    ],
)
def test_until_when_a_paper_holds(facts, until):
    assert end_of(facts, TODAY) == until


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        (PaperFacts(K.INSURANCE, date(2026, 11, 25), date(2027, 8, 31)), "declared_on"),
        (PaperFacts(K.INSURANCE, date(2026, 9, 1)), "valid_until"),
        (PaperFacts(K.INSURANCE, date(2025, 9, 1), date(2026, 8, 31)), "valid_until"),
        (PaperFacts(K.HONOUR, date(2026, 5, 1)), "declared_on"),
    ],
)
def test_a_paper_that_can_t_be_taken(facts, about):
    with pytest.raises(WrongPaper) as wrong:
        end_of(facts, TODAY)
    assert wrong.value.about == about


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_months_later_never_skips_a_month(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
