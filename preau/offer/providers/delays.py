"""How long things hold, and when they are recalled: parameters with a date, and what holds where nobody decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .enums import DelayKind
from .models import CatalogueDelay

DEFAULTS: Mapping[DelayKind, tuple[int, ...]] = {
    DelayKind.FRESHNESS: (12,),
    DelayKind.FRESHNESS_NOTICE: (30, 0),
    DelayKind.PAPER_NOTICE: (60, 30, 7),
}


class WrongDelay(Exception):
    """A delay that makes no sense: empty, negative, longer than ten years."""


def delays_on(commune: Commune, on: date) -> dict[DelayKind, tuple[int, ...]]:
    """What holds that day, the longest first. One query."""
    found = dict(DEFAULTS)
    decided = CatalogueDelay.objects.filter(commune=commune, valid_from__lte=on).order_by("valid_from")
    for each in decided:
        found[DelayKind(each.kind)] = tuple(each.steps)
    return found


@transaction.atomic
def set_delay(
    commune: Commune, kind: DelayKind, steps: Sequence[int], *, valid_from: date, hand: Hand
) -> CatalogueDelay:
    """Decided again for the same day, the last word stands. Raises WrongDelay."""
    told = sorted(set(steps), reverse=True)
    least = 1 if kind == DelayKind.FRESHNESS else 0
    if not told or told[-1] < least or told[0] > 3650 or (kind == DelayKind.FRESHNESS and len(told) > 1):
        raise WrongDelay
    delay, _ = CatalogueDelay.objects.update_or_create(
        commune=commune,
        kind=kind,
        valid_from=valid_from,
        defaults={"steps": told, "set_at": hand.now, "set_by": hand.by},
    )
    details = {"kind": str(kind), "steps": told, "from": valid_from.isoformat()}
    record("catalogue.delay_set", delay, by=hand.by_id, now=hand.now, details=details)
    return delay
