"""A referent opens a list: the reason is written, the journal is told, and each family can read that it was."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from preau.foundation.schoolyears import school_year_of
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_files
from preau.people.organisations.models import Commune
from preau.people.permissions import Actor

from .designating import referent_of
from .errors import NotOpened, Refusal
from .finding import children_of, not_seen, who_may_be_called
from .groups import Group
from .models import OutreachLine, OutreachList, OutreachReferent
from .rules import closes_on, refusal
from .terms import terms_on


@dataclass(frozen=True, slots=True)
class Purpose:
    """``offer``: what will be proposed; ``reason``: why this group."""

    offer: str
    reason: str


@transaction.atomic
def open_list(group: Group, purpose: Purpose, *, commune: Commune, who: Actor, hand: Hand) -> OutreachList:
    """Raises NotOpened, with why."""
    today = timezone.localdate(hand.now)
    referent = referent_of(hand.by, today)
    if referent is None:
        raise NotOpened(Refusal.NOT_REFERENT)
    OutreachReferent.objects.select_for_update(no_key=True).get(pk=referent.pk)
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)  # two referents, one group
    asked = {"quarter": group.quarter, "stage": group.stage, "means": group.means}
    if OutreachList.objects.filter(commune=commune, closed_at__isnull=True, **asked).exists():
        raise NotOpened(Refusal.ALREADY)
    terms, known = terms_on(commune.pk, today), children_of(group, commune, today)
    children = list(who_may_be_called(not_seen(known, today), today).order_by("pk")) if not group.is_everybody else []
    why = refusal(group, known=known.count(), to_call=len(children), terms=terms)
    if why is not None:
        raise NotOpened(why)
    opened = OutreachList.objects.create(
        commune=commune,
        referent=referent,
        school_year=school_year_of(today),
        offer=purpose.offer,
        reason=purpose.reason,
        children=len(children),
        opened_at=hand.now,
        closes_on=closes_on(today, terms, referent.ends_on),
        **asked,
    )
    OutreachLine.objects.bulk_create([OutreachLine(list=opened, child=each) for each in children])
    read_files(children, part=FilePart.OUTREACH, who=who, hand=hand)
    details = {**asked, "children": len(children), "until": opened.closes_on.isoformat()}
    record("outreach.list_opened", opened, by=hand.by_id, now=hand.now, details=details)
    return opened
