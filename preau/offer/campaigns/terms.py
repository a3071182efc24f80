"""What the town decided of its campaigns, on a day: how long each step lasts, how many wishes and priorities."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from preau.foundation.kept import kept
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .models import CampaignTerms


@dataclass(frozen=True, slots=True)
class Terms:
    """Days, but for ``wishes`` and ``rules``: how many of them at most."""

    announced_before: int = 21
    window: int = 14
    answer: int = 10
    wishes: int = 30
    rules: int = 6


HOUSE = Terms()
"""Source: the calendar of brief f.2; a cap on wishes breaks the safety of telling the truth, so it is high (f.3)."""
LEAST = Terms(announced_before=7, window=7, answer=3, wishes=10, rules=1)
MOST = Terms(announced_before=90, window=90, answer=60, wishes=100, rules=12)


def terms_on(commune_id: int, day: date) -> Terms:
    """The town's own, or those of the house."""
    return next((terms for begins, terms in _decided(commune_id) if begins <= day), HOUSE)


@kept
def _decided(commune_id: int) -> list[tuple[date, Terms]]:
    """The last first."""
    rows = CampaignTerms.objects.filter(commune=commune_id).order_by("-valid_from")
    return [
        (each.valid_from, Terms(each.announced_before, each.window, each.answer, each.wishes, each.rules))
        for each in rows
    ]


@transaction.atomic
def decide_terms(commune: Commune, terms: Terms, *, decided_by: str, valid_from: date, hand: Hand) -> CampaignTerms:
    """Decided again for the same day, the last word stands."""
    values = asdict(terms)
    row, _ = CampaignTerms.objects.update_or_create(
        commune=commune, valid_from=valid_from, defaults={**values, "decided_by": decided_by}
    )
    record("campaigns.terms_decided", row, by=hand.by_id, now=hand.now, details={**values, "from": str(valid_from)})
    return row
