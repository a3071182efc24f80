"""What the town decided of the day itself, on a day; and deciding it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import transaction

from preau.foundation.kept import kept
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .models import AttendanceTerms
from .terms import HOUSE, DayTerms


def terms_on(commune_id: int, day: date) -> DayTerms:
    """The town's own, or those of the house."""
    return next((terms for begins, terms in _decided(commune_id) if begins <= day), HOUSE)


@kept
def _decided(commune_id: int) -> list[tuple[date, DayTerms]]:
    """The last first."""
    rows = AttendanceTerms.objects.filter(commune=commune_id).order_by("-valid_from")
    return [(each.valid_from, DayTerms(each.absences, each.tolerance, each.open_days)) for each in rows]


@transaction.atomic
def decide_terms(
    commune: Commune, terms: DayTerms, *, decided_by: str, valid_from: date, hand: Hand
) -> AttendanceTerms:
    """Decided again for the same day, the last word stands."""
    values = asdict(terms)
    row, _ = AttendanceTerms.objects.update_or_create(
        commune=commune, valid_from=valid_from, defaults={**values, "decided_by": decided_by}
    )
    record("attendance.terms_decided", row, by=hand.by_id, now=hand.now, details={**values, "from": str(valid_from)})
    return row
