"""What people do to prices: open one, have another follow it, correct one that has not begun, end one.

The rules of a series are held meanwhile, so that no day ever has two prices.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from preau.offer.prices.errors import (
    AlreadyApplied,
    AlreadyFollowed,
    DatesRefused,
    NameTaken,
    RuleChanged,
    Surprising,
    TermsRefused,
)
from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import Terms, as_json
from preau.offer.prices.rules.faults import faults, surprises
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune, Organisation

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What a person says of a price. ``is_confirmed``: they saw what is surprising in it and mean it."""

    name: str
    terms: Terms
    valid_from: date
    valid_to: date | None = None
    unit: str = ""
    decided_by: str = ""
    is_confirmed: bool = False


@transaction.atomic
def open_rule(commune: Commune, told: RuleFacts, *, hand: Hand, organisation: Organisation | None = None) -> PriceRule:
    """The first price of a new series, of the town when no organisation is given.

    Raises TermsRefused, Surprising, NameTaken, DatesRefused.
    """
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)
    rule = PriceRule(commune=commune, organisation=organisation)
    _write(rule, told)
    record("price.opened", rule, by=hand.by_id, now=hand.now, details=_details(rule))
    return rule


@transaction.atomic
def follow_rule(rule: PriceRule, told: RuleFacts, *, seen_version: int, hand: Hand) -> PriceRule:
    """Another price takes over on ``told.valid_from``, today at the earliest; the one before ends the day before.

    Raises AlreadyFollowed, DatesRefused, RuleChanged, TermsRefused, Surprising, NameTaken.
    """
    before = _last(rule, seen_version)
    earliest = max(before.valid_from + _A_DAY, timezone.localdate(hand.now))
    if told.valid_from < earliest:
        raise DatesRefused(earliest)
    if before.valid_to is None or before.valid_to >= told.valid_from:
        before.valid_to = told.valid_from - _A_DAY
        before.version += 1
        before.save(update_fields=["valid_to", "version"])
    following = PriceRule(commune=before.commune, organisation=before.organisation, series=before.series)
    _write(following, told)
    record("price.followed", following, by=hand.by_id, now=hand.now, details=_details(following))
    return following


@transaction.atomic
def correct_rule(rule: PriceRule, told: RuleFacts, *, seen_version: int, hand: Hand) -> PriceRule:
    """Rewrites a price that no family pays yet.

    Raises AlreadyApplied, RuleChanged, DatesRefused, TermsRefused, Surprising, NameTaken.
    """
    held = _last(rule, seen_version)
    today = timezone.localdate(hand.now)
    if held.valid_from <= today:
        raise AlreadyApplied
    before = PriceRule.objects.filter(series=held.series).exclude(pk=held.pk).order_by("-valid_from").first()
    earliest = today if before is None else max(today, before.valid_from + _A_DAY)
    if told.valid_from < earliest:
        raise DatesRefused(earliest)
    if before is not None and before.valid_to == held.valid_from - _A_DAY:
        before.valid_to = told.valid_from - _A_DAY
        before.save(update_fields=["valid_to"])
    held.version += 1
    _write(held, told)
    record("price.corrected", held, by=hand.by_id, now=hand.now, details=_details(held))
    return held


@transaction.atomic
def end_rule(rule: PriceRule, last_day: date, *, seen_version: int, hand: Hand) -> PriceRule:
    """The price holds until that day, today at the earliest, and nothing follows. Raises as ``follow_rule`` does."""
    held = _last(rule, seen_version)
    earliest = max(held.valid_from, timezone.localdate(hand.now))
    if last_day < earliest:
        raise DatesRefused(earliest)
    held.valid_to = last_day
    held.version += 1
    held.save(update_fields=["valid_to", "version"])
    record("price.ended", held, by=hand.by_id, now=hand.now, details=_details(held))
    return held


def _last(rule: PriceRule, seen_version: int) -> PriceRule:
    """The rule as it stands, once its series is held."""
    series = list(PriceRule.objects.select_for_update(no_key=True).filter(series=rule.series).order_by("valid_from"))
    held = next(each for each in series if each.pk == rule.pk)
    if held.pk != series[-1].pk:
        raise AlreadyFollowed(series[-1])
    if held.version != seen_version:
        raise RuleChanged(held)
    return held


def _write(rule: PriceRule, told: RuleFacts) -> None:
    if found := faults(told.terms):
        raise TermsRefused(found)
    if not told.is_confirmed and (found := surprises(told.terms)):
        raise Surprising(found)
    if told.valid_to is not None and told.valid_to < told.valid_from:
        raise DatesRefused(told.valid_from)
    if told.name.casefold() in _names_beside(rule):
        raise NameTaken
    rule.name, rule.unit, rule.decided_by = told.name, told.unit, told.decided_by
    rule.valid_from, rule.valid_to = told.valid_from, told.valid_to
    rule.kind, rule.terms = told.terms.kind, as_json(told.terms)
    rule.save()


def _names_beside(rule: PriceRule) -> set[str]:
    """Names of the owner's other prices, accents and capitals compared as people do, on every engine."""
    others = PriceRule.objects.filter(commune=rule.commune, organisation=rule.organisation).exclude(series=rule.series)
    return {name.casefold() for name in others.order_by().values_list("name", flat=True)}


def _details(rule: PriceRule) -> dict[str, str]:
    return {
        "name": rule.name,
        "kind": rule.kind,
        "from": rule.valid_from.isoformat(),
        "to": rule.valid_to.isoformat() if rule.valid_to else "",
    }
