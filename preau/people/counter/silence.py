"""What silence means, procedure by procedure: parameters with a date, and the general rule where nobody decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.counter.enums import Procedure, Silence
from preau.people.counter.models import SilenceRule
from preau.people.organisations.models import Commune


@dataclass(frozen=True, slots=True)
class Rule:
    silence: Silence
    months: int


GENERAL = Rule(Silence.ACCEPTED, 2)
"""Code des relations entre le public et l’administration, art. L231-1: two months of silence accept.

The exceptions (L231-4 and its decrees) are for the town's lawyers to set, procedure by procedure.
"""


class WrongSilence(Exception):
    """Between one month and a year."""


def rule_on(commune: Commune, procedure: Procedure, day: date) -> Rule:
    told = SilenceRule.objects.filter(commune=commune, procedure=procedure, valid_from__lte=day)
    found = told.order_by("-valid_from").first()
    return Rule(Silence(found.silence), found.months) if found else GENERAL


@transaction.atomic
def set_silence(
    commune: Commune, procedure: Procedure, silence: Silence, *, months: int, valid_from: date, hand: Hand
) -> SilenceRule:
    """Decided again for the same day, the last word stands. Raises WrongSilence."""
    if not 1 <= months <= 12:
        raise WrongSilence
    rule, _ = SilenceRule.objects.update_or_create(
        commune=commune,
        procedure=procedure,
        valid_from=valid_from,
        defaults={"silence": silence, "months": months, "set_at": hand.now, "set_by": hand.by},
    )
    details = {"procedure": str(procedure), "silence": str(silence), "months": months, "from": valid_from.isoformat()}
    record("silence.set", rule, by=hand.by_id, now=hand.now, details=details)
    return rule
