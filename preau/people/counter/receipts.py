"""Receipts: one for each act done for somebody, written once with what the law asks (brief, c.4)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.counter.contacts import written
from preau.people.counter.enums import Procedure, Silence
from preau.people.counter.models import Receipt
from preau.people.counter.silence import rule_on
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, AssistanceMandate, Child
from preau.people.organisations.models import Organisation

_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for another when read aloud."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody for whom the desk acts now: by which door they came, under which mandate, for which service."""

    principal: Adult
    channel: Channel
    organisation: Organisation
    mandate: AssistanceMandate | None = None


@transaction.atomic
def give_receipt(
    helped: Helped,
    *,
    procedure: Procedure,
    lines: Sequence[str],
    hand: Hand,
    child: Child | None = None,
    waits: bool = False,
) -> Receipt:
    """``waits``: something is still to be answered, and silence will mean something from a day on."""
    today = timezone.localdate(hand.now)
    rule = rule_on(helped.principal.commune, procedure, today) if waits else None
    receipt = Receipt.objects.create(
        number=_free_number(),
        principal=helped.principal,
        child=child,
        organisation=helped.organisation,
        mandate=helped.mandate,
        entered_by=hand.by,
        channel=helped.channel,
        procedure=procedure,
        contact=written(helped.organisation, today),
        lines=[line for line in lines if line],
        received_at=hand.now,
        silence=rule.silence if rule else "",
        silence_on=months_later(today, rule.months) if rule else None,
    )
    details = {"procedure": str(procedure), "channel": str(helped.channel), "mandate": receipt.mandate_id}
    record("receipt.given", receipt, by=hand.by_id, now=hand.now, details=details)
    return receipt


def receipts_of(principal: Adult) -> QuerySet[Receipt]:
    return Receipt.objects.filter(principal=principal).select_related("entered_by", "child", "organisation", "mandate")


def entered_for(receipt: Receipt) -> str:
    """« saisi par Mathilde Aubry pour Mariam Traoré »."""
    who = receipt.entered_by.full_name if receipt.entered_by else _("l’accueil des familles")
    return _("saisi par %(who)s pour %(whom)s") % {"who": who, "whom": receipt.principal}


def what_silence_means(receipt: Receipt) -> Silence | None:
    return Silence(receipt.silence) if receipt.silence else None


def _free_number() -> str:
    """Opaque: it says neither how many families came nor on which day."""
    while True:
        number = "R-" + "".join(secrets.choice(_SIGNS) for _ in range(8))
        if not Receipt.objects.filter(number=number).exists():
            return number
