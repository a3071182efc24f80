"""Where a desk is reached: a parameter with a date, written on every receipt."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.counter.models import DeskContact
from preau.people.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class ContactFacts:
    address: str
    phone: str
    email: str = ""
    hours: str = ""


@transaction.atomic
def set_contact(organisation: Organisation, facts: ContactFacts, *, valid_from: date, hand: Hand) -> DeskContact:
    """Told again for the same day, the last word stands."""
    contact, _ = DeskContact.objects.update_or_create(
        organisation=organisation,
        valid_from=valid_from,
        defaults={**asdict(facts), "set_at": hand.now, "set_by": hand.by},
    )
    record("desk.contact_set", contact, by=hand.by_id, now=hand.now, details={"from": valid_from.isoformat()})
    return contact


def contact_on(organisation: Organisation, day: date) -> DeskContact | None:
    told = DeskContact.objects.filter(organisation=organisation, valid_from__lte=day)
    return told.order_by("-valid_from").first()


def written(organisation: Organisation, day: date) -> str:
    """Lines for a receipt; the organisation's own mail where nobody said more."""
    contact = contact_on(organisation, day)
    if contact is None:
        return organisation.email
    return "\n".join(part for part in (contact.address, contact.phone, contact.email, contact.hours) if part)
