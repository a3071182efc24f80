"""What is charged: a town that prices by bands of quotient, unless told otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import Aid, Band, Bands, Outsiders, SiblingCut, Terms
from preau.offer.prices.writing import RuleFacts, open_rule
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation

from .people import make_commune

VOTED_AT = datetime(2026, 6, 26, 8, 0, tzinfo=UTC)
SPORT_PASS = Aid("Pass’Sport", 20_00, date(2026, 9, 1), date(2026, 12, 31), "Sur présentation du code.")
TERMS = Terms(
    Bands((Band(400, 12_40), Band(700, 30_00), Band(None, 86_00)), 86_00),
    (SiblingCut(2, Decimal(10)),),
    Outsiders(percent=Decimal(20)),
    aids=(SPORT_PASS,),
)


def make_price(
    name: str = "École des sports",
    terms: Terms = TERMS,
    *,
    organisation: Organisation | None = None,
    valid_from: date = date(2026, 9, 1),
    valid_to: date | None = date(2027, 8, 31),
    unit: str = "un an",
    decided_by: str = "Conseil municipal du 25 juin 2026",
) -> PriceRule:
    told = RuleFacts(name, terms, valid_from, valid_to, unit, decided_by, is_confirmed=True)
    return open_rule(make_commune(), told, hand=Hand(None, VOTED_AT), organisation=organisation)
