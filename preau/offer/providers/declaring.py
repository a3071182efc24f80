"""An organisation gives a paper, the town checks it. Neither keeps a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation

from .enums import PaperKind, PaperState
from .errors import AlreadyAnswered, WrongPaper
from .models import ProviderPaper
from .papers import RULES
from .telling import tell_checked, tell_declared


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """``declared_on`` is the day on the paper, or of the check it speaks of."""

    kind: PaperKind
    declared_on: date
    valid_until: date | None = None
    reference: str = ""


@transaction.atomic
def declare_paper(organisation: Organisation, facts: PaperFacts, *, hand: Hand) -> ProviderPaper:
    """Given again before the town looked, the last words stand. Raises WrongPaper."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    until = end_of(facts, timezone.localdate(hand.now))
    told = {
        "reference": facts.reference,
        "declared_on": facts.declared_on,
        "valid_until": until,
        "given_at": hand.now,
        "given_by": hand.by,
    }
    paper, _new = ProviderPaper.objects.update_or_create(
        organisation=organisation, kind=facts.kind, state=PaperState.DECLARED, defaults=told
    )
    record("paper.declared", paper, by=hand.by_id, now=hand.now, details={"kind": str(facts.kind)})
    tell_declared(paper, hand=hand)
    return paper


@transaction.atomic
def check_paper(paper: ProviderPaper, *, is_valid: bool, remark: str = "", hand: Hand) -> ProviderPaper:
    """What the town saw. Raises AlreadyAnswered when somebody looked before."""
    held = ProviderPaper.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    current = held.get(pk=paper.pk)
    if current.state != PaperState.DECLARED:
        raise AlreadyAnswered
    current.state = PaperState.VALID if is_valid else PaperState.REFUSED
    current.checked_at, current.checked_by, current.remark = hand.now, hand.by, remark
    current.save()
    details = {"kind": current.kind, "state": str(current.state)}
    record("paper.checked", current, by=hand.by_id, now=hand.now, details=details)
    tell_checked(current, hand=hand)
    return current


def end_of(facts: PaperFacts, today: date) -> date | None:
    """The last day on which the paper holds, None for one that has no end. Raises WrongPaper. Pure."""
    rule = RULES[facts.kind]
    if facts.declared_on > today:
        raise WrongPaper("declared_on", _("Cette date est dans le futur."))
    if rule.freshest is not None and months_later(facts.declared_on, rule.freshest) < today:
        said = {"months": rule.freshest}
        raise WrongPaper("declared_on", _("Ce contrôle a plus de %(months)d mois : refaites-le.") % said)
    if not rule.has_end:
        return None
    longest = months_later(facts.declared_on, rule.months) if rule.months else None
    until = facts.valid_until or longest
    if until is None:
        raise WrongPaper("valid_until", _("Donnez le dernier jour où cette pièce est valable."))
    if until < today:
        raise WrongPaper("valid_until", _("Cette pièce n’est déjà plus valable."))
    return min(until, longest) if longest else until
