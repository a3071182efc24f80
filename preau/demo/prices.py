"""What families pay in the story, and what they paid the year before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from preau.demo.content.prices import COUNCIL_BEFORE, PRICES, SINCE, Price
from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import Terms
from preau.offer.prices.writing import RuleFacts, follow_rule, open_rule
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune, Organisation

_VOTED_AT = datetime(2026, 6, 26, 8, 0, tzinfo=UTC)
_YEAR_BEFORE = date(2025, 9, 1)


def open_prices(commune: Commune, organisations: Mapping[str, Organisation]) -> dict[str, PriceRule]:
    """By key: ``libre``, ``ecole-des-sports``, ``ateliers-culture``, ``mercredi``, ``stage-vacances``,
    ``club-aviron``, ``club-fabrique``."""
    return {each.key: _open(commune, organisations.get(each.owner), each) for each in PRICES}


def _open(commune: Commune, owner: Organisation | None, told: Price) -> PriceRule:
    hand = Hand(None, _VOTED_AT)
    if told.last_year is None:
        return open_rule(commune, _facts(told, told.terms, SINCE, told.until), hand=hand, organisation=owner)
    end = SINCE - timedelta(days=1)
    last = open_rule(
        commune,
        replace(_facts(told, told.last_year, _YEAR_BEFORE, end), decided_by=COUNCIL_BEFORE),
        hand=hand,
        organisation=owner,
    )
    following = _facts(told, told.terms, SINCE, told.until)
    return follow_rule(last, following, seen_version=last.version, hand=hand)


def _facts(told: Price, terms: Terms, start: date, end: date | None) -> RuleFacts:
    return RuleFacts(told.name, terms, start, end, told.unit, told.decided_by)
