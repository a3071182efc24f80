"""What counts as too few, on a day; and deciding that more is hidden."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .floor import FLOOR, SmallNumbers
from .models import SmallNumberTerms


class UnderTheFloor(ValueError):
    """No town shows more than the house allows."""


def small_numbers_on(commune: Commune, day: date) -> SmallNumbers:
    """Those of the town on that day; the floor as long as it decided nothing."""
    terms = SmallNumberTerms.objects.filter(commune=commune, valid_from__lte=day).order_by("-valid_from").first()
    if terms is None:
        return FLOOR
    told = {name: getattr(terms, name) for name in asdict(FLOOR) if name != "since"}
    return SmallNumbers(since=terms.valid_from, **told)


@transaction.atomic
def decide_small_numbers(commune: Commune, numbers: SmallNumbers, *, decided_by: str, hand: Hand) -> SmallNumberTerms:
    """From the day ``numbers.since`` on. Decided again for the same day, the last word stands. Raises UnderTheFloor."""
    values = {name: value for name, value in asdict(numbers).items() if name != "since"}
    if not _is_allowed(numbers):
        raise UnderTheFloor(values)
    terms, _ = SmallNumberTerms.objects.update_or_create(
        commune=commune, valid_from=numbers.since, defaults={**values, "decided_by": decided_by}
    )
    details = {**values, "from": numbers.since.isoformat()}
    record("small_numbers.decided", terms, by=hand.by_id, now=hand.now, details=details)
    return terms


def _is_allowed(numbers: SmallNumbers) -> bool:
    least = ("cell", "sensitive_cell", "percentage", "rounding", "firms")
    return (
        all(getattr(numbers, name) >= getattr(FLOOR, name) for name in least)
        and 0 < numbers.firm_share <= FLOOR.firm_share
        and numbers.cell <= numbers.sensitive_cell
    )
