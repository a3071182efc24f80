"""How long things are kept: the product's proposals, until the town decides; then its decisions, dated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import RetainedThing
from preau.people.households.models import RetentionPolicy


@dataclass(frozen=True, slots=True)
class Term:
    """``is_confirmed``: somebody of the town decided it. ``starts``: from when the months are counted."""

    thing: RetainedThing
    months: int
    starts: str | Promise
    text: str | Promise
    is_confirmed: bool = False
    decided_on: date | None = None
    decided_by: str = ""


PROPOSALS: Mapping[RetainedThing, Term] = {
    term.thing: term
    for term in (
        Term(
            RetainedThing.FAMILY_FILE,
            24,
            _("après la fin de la dernière inscription, ou l’ouverture du dossier s’il n’y en a pas"),
            _("Proposition : durée utile du dossier famille, à confirmer avec les archives départementales."),
        ),
        Term(
            RetainedThing.SCAN,
            2,
            _("après la vérification"),
            _("Proposition : le résultat suffit, la copie n’est gardée que le temps d’une contestation."),
        ),
        Term(
            RetainedThing.PAPER,
            12,
            _("après la fin de validité"),
            _("Proposition : une année pour retrouver ce qui avait été donné."),
        ),
        Term(
            RetainedThing.READING,
            12,
            _("après la lecture"),
            _("Proposition : journaux d’accès, de 6 à 12 mois selon la CNIL."),
        ),
        Term(
            RetainedThing.INVITATION,
            1,
            _("après sa fin de validité"),
            _("Proposition : elle ne sert plus à rien."),
        ),
    )
}


def terms_on(day: date) -> dict[RetainedThing, Term]:
    """What applies that day: the last decision, or the proposal. One query."""
    found = dict(PROPOSALS)
    for row in RetentionPolicy.objects.filter(from_on__lte=day).select_related("decided_by").order_by("from_on", "pk"):
        thing = RetainedThing(row.thing)
        found[thing] = Term(
            thing,
            row.months,
            PROPOSALS[thing].starts,
            row.text,
            is_confirmed=True,
            decided_on=timezone.localdate(row.decided_at),
            decided_by=row.decided_by.full_name if row.decided_by else "",
        )
    return found


@transaction.atomic
def decide_term(thing: RetainedThing, *, months: int, text: str, hand: Hand) -> RetentionPolicy:
    """From today. What was erased before under another term stays erased."""
    decided = RetentionPolicy.objects.create(
        thing=thing,
        months=months,
        text=text,
        from_on=timezone.localdate(hand.now),
        decided_by=hand.by,
        decided_at=hand.now,
    )
    details = {"thing": str(thing), "months": months}
    record("retention.decided", decided, by=hand.by_id, now=hand.now, details=details)
    return decided
