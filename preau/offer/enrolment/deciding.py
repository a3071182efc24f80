"""What the town decides of its registrations: how long a freed place waits, how many groups of a domain by child."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.offer.activities.enums import Domain
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .models import DomainCap, EnrolmentTerms


@transaction.atomic
def decide_hours(commune: Commune, hours: int, *, decided_by: str, valid_from: date, hand: Hand) -> EnrolmentTerms:
    """Decided again for the same day, the last word stands."""
    terms, _ = EnrolmentTerms.objects.update_or_create(
        commune=commune, valid_from=valid_from, defaults={"offer_hours": hours, "decided_by": decided_by}
    )
    details = {"hours": hours, "from": valid_from.isoformat()}
    record("enrolment.hours_decided", terms, by=hand.by_id, now=hand.now, details=details)
    return terms


@transaction.atomic
def decide_cap(
    commune: Commune, domain: Domain, most: int | None, *, decided_by: str, valid_from: date, hand: Hand
) -> DomainCap:
    """None lifts the cap. Decided again for the same day, the last word stands."""
    cap, _ = DomainCap.objects.update_or_create(
        commune=commune, domain=domain, valid_from=valid_from, defaults={"most": most, "decided_by": decided_by}
    )
    details = {"domain": str(domain), "most": most, "from": valid_from.isoformat()}
    record("enrolment.cap_decided", cap, by=hand.by_id, now=hand.now, details=details)
    return cap
