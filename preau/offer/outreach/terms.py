"""What the town decided of outreach lists, on a day."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .models import OutreachTerms
from .rules import HOUSE, Terms


def terms_on(commune: Commune, day: date) -> Terms:
    row = OutreachTerms.objects.filter(commune=commune, valid_from__lte=day).order_by("-valid_from").first()
    return Terms(row.days, row.least, row.most) if row else HOUSE


@transaction.atomic
def decide_outreach(commune: Commune, terms: Terms, *, decided_by: str, valid_from: date, hand: Hand) -> OutreachTerms:
    """Decided again for the same day, the last word stands. Lists that are open keep their end."""
    row, _ = OutreachTerms.objects.update_or_create(
        commune=commune,
        valid_from=valid_from,
        defaults={"days": terms.days, "least": terms.least, "most": terms.most, "decided_by": decided_by},
    )
    details = {"days": terms.days, "least": terms.least, "most": terms.most, "from": valid_from.isoformat()}
    record("outreach.terms_decided", row, by=hand.by_id, now=hand.now, details=details)
    return row
