"""What the town calls taking part: how many presences in a year."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .models import ParticipationTerms

PRESENCES = 3
"""Until the town decides otherwise. An activity of one day asks for one."""


def presences_on(commune: Commune, day: date) -> int:
    """How many count as taking part, on that day."""
    terms = ParticipationTerms.objects.filter(commune=commune, valid_from__lte=day).order_by("-valid_from").first()
    return terms.presences if terms else PRESENCES


@transaction.atomic
def decide_presences(
    commune: Commune, presences: int, *, decided_by: str, valid_from: date, hand: Hand
) -> ParticipationTerms:
    """Decided again for the same day, the last word stands."""
    terms, _ = ParticipationTerms.objects.update_or_create(
        commune=commune, valid_from=valid_from, defaults={"presences": presences, "decided_by": decided_by}
    )
    details = {"presences": presences, "from": valid_from.isoformat()}
    record("indicator.presences_decided", terms, by=hand.by_id, now=hand.now, details=details)
    return terms
