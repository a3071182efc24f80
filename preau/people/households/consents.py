"""Agreeing to what is optional, taking it back, and whether a purpose holds for a child."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.consent_texts import BY_ALL_HOLDERS, FOR_A_CHILD, text_on
from preau.people.households.enums import Channel, ConsentPurpose, GuardianRights
from preau.people.households.errors import NotForThisPurpose, NotHolder
from preau.people.households.hearing import tell_guardians
from preau.people.households.models import Adult, Child, Consent, Guardian


@transaction.atomic
def give_consent(
    purpose: ConsentPurpose,
    *,
    adult: Adult,
    hand: Hand,
    child: Child | None = None,
    channel: Channel = Channel.ONLINE,
) -> Consent:
    """Agreeing twice changes nothing. Raises NotForThisPurpose, NotHolder."""
    today = timezone.localdate(hand.now)
    if (child is not None) != (purpose in FOR_A_CHILD):
        raise NotForThisPurpose
    if child is not None and adult.pk not in holders_of(child, today):
        raise NotHolder
    Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    known = Consent.objects.filter(adult=adult, child=child, purpose=purpose, withdrawn_at__isnull=True).first()
    if known is not None:
        return known
    given = Consent.objects.create(
        purpose=purpose,
        adult=adult,
        child=child,
        text_version=text_on(purpose, today).version,
        channel=channel,
        given_at=hand.now,
        entered_by=hand.by,
    )
    details = {"purpose": str(purpose), "adult": adult.pk, "text": given.text_version, "channel": str(channel)}
    record("consent.given", child or adult, by=hand.by_id, now=hand.now, details=details)
    return given


@transaction.atomic
def withdraw_consent(consent: Consent, *, hand: Hand) -> Consent:
    """From this instant. Taking back twice changes nothing; the other guardians of the child hear of it."""
    held = Consent.objects.select_for_update(no_key=True).get(pk=consent.pk)
    if held.withdrawn_at is not None:
        return held
    held.withdrawn_at = hand.now
    held.save(update_fields=["withdrawn_at"])
    details = {"purpose": held.purpose, "adult": held.adult_id}
    record("consent.withdrawn", held.child or held.adult, by=hand.by_id, now=hand.now, details=details)
    if held.child is not None:
        tell_guardians(held.child, _("Un accord donné pour %(name)s a été retiré"), hand=hand)
    return held


def holds_for(child: Child, purpose: ConsentPurpose, day: date) -> bool:
    """Whether the town may do it for this child that day: all holders agree, or one where one is enough.

    An agreement of somebody who no longer holds parental authority counts for nothing.
    """
    holders = holders_of(child, day)
    agreed = set(_standing(purpose, day).filter(child=child, adult__in=holders).values_list("adult", flat=True))
    if not holders:
        return False
    return agreed == holders if purpose in BY_ALL_HOLDERS else bool(agreed)


def holds_for_adult(adult: Adult, purpose: ConsentPurpose, day: date) -> bool:
    return _standing(purpose, day).filter(adult=adult, child__isnull=True).exists()


def holders_of(child: Child, day: date) -> set[int]:
    """Ids of the adults who hold parental authority that day."""
    links = Guardian.objects.on(day).filter(child=child, rights=GuardianRights.FULL, adult__erased_on__isnull=True)
    return set(links.values_list("adult", flat=True))


def _standing(purpose: ConsentPurpose, day: date) -> QuerySet[Consent]:
    not_yet_withdrawn = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__date__gt=day)
    return Consent.objects.filter(not_yet_withdrawn, purpose=purpose, given_at__date__lte=day)
