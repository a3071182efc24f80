"""Who else may collect a child. Guardians may always, but for those whom a decision keeps away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.search import folded
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import GuardianRights
from preau.people.households.errors import KeptAway
from preau.people.households.hearing import tell_guardians
from preau.people.households.models import Adult, Child, Guardian, PickupAuthorisation


@dataclass(frozen=True, slots=True)
class PickupFacts:
    """``link`` is the family's word: « grand-mère », « voisin »."""

    name: str
    link: str = ""
    phone: str = ""
    until_on: date | None = None


@transaction.atomic
def authorise(child: Child, facts: PickupFacts, *, given_by: Adult, hand: Hand) -> PickupAuthorisation:
    """From today. Raises KeptAway for whoever a decision keeps away from the child."""
    today = timezone.localdate(hand.now)
    if _is_kept_away(child, facts.name, today):
        raise KeptAway
    named = PickupAuthorisation.objects.create(
        child=child,
        name=facts.name.strip(),
        link=facts.link.strip(),
        phone=facts.phone.strip(),
        from_on=today,
        until_on=facts.until_on,
        given_by=given_by,
        given_at=hand.now,
    )
    record("pickup.given", child, by=hand.by_id, now=hand.now, details={"authorisation": named.pk})
    tell_guardians(child, _("Une personne de plus peut venir chercher %(name)s"), hand=hand)
    return named


@transaction.atomic
def end_authorisation(named: PickupAuthorisation, *, hand: Hand) -> None:
    """At once: the person may not come today any more. A row of today goes altogether."""
    held = PickupAuthorisation.objects.select_for_update(no_key=True).get(pk=named.pk)
    today = timezone.localdate(hand.now)
    if held.until_on is not None and held.until_on < today:
        return
    record("pickup.ended", held.child, by=hand.by_id, now=hand.now, details={"authorisation": held.pk})
    tell_guardians(held.child, _("Une personne ne peut plus venir chercher %(name)s"), hand=hand)
    if held.from_on >= today:
        held.delete()
        return
    held.until_on = today - timedelta(days=1)
    held.save(update_fields=["until_on"])


def authorised_on(child: Child, day: date) -> QuerySet[PickupAuthorisation]:
    still = Q(until_on__isnull=True) | Q(until_on__gte=day)
    return PickupAuthorisation.objects.filter(still, child=child, from_on__lte=day)


def _is_kept_away(child: Child, name: str, on: date) -> bool:
    """Names are compared as they sound on paper: without capitals, accents, nor the order of first and last name."""
    blocked = Guardian.objects.on(on).filter(child=child, rights=GuardianRights.BLOCKED).select_related("adult")
    wanted = set(folded(name).replace("-", " ").split())
    return any(wanted == set(folded(str(link.adult)).replace("-", " ").split()) for link in blocked)
