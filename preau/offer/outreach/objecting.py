"""A guardian says that they do not want to be called, or that they do again. No reason is asked."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import Channel, GuardianRights
from preau.people.households.models import Adult, Guardian

from .models import OutreachLine, OutreachObjection


@transaction.atomic
def object_to(adult: Adult, *, hand: Hand, channel: Channel = Channel.ONLINE) -> OutreachObjection:
    """From this instant: the children leave the lists that are open. Told twice, it stands once."""
    Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    known = OutreachObjection.objects.filter(adult=adult, withdrawn_at__isnull=True).first()
    if known is not None:
        return known
    told = OutreachObjection.objects.create(adult=adult, channel=channel, told_at=hand.now, entered_by=hand.by)
    links = Guardian.objects.on(timezone.localdate(hand.now)).filter(adult=adult)
    mine = links.exclude(rights=GuardianRights.BLOCKED).values("child")
    OutreachLine.objects.filter(child__in=mine).delete()
    record("outreach.objected", adult, by=hand.by_id, now=hand.now, details={"channel": str(channel)})
    return told


@transaction.atomic
def take_back(adult: Adult, *, hand: Hand) -> None:
    """The children may be called again; lists that are open do not take them back."""
    Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    told = OutreachObjection.objects.filter(adult=adult, withdrawn_at__isnull=True).first()
    if told is None:
        return
    told.withdrawn_at = hand.now
    told.save(update_fields=["withdrawn_at"])
    record("outreach.objection_withdrawn", adult, by=hand.by_id, now=hand.now)


def objects(adult: Adult) -> bool:
    return OutreachObjection.objects.filter(adult=adult, withdrawn_at__isnull=True).exists()
