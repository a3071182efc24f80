"""How many places were given outside the order, as everybody may read it: never so finely that it would name a child.

The count is that of the first of the month: two readings of the page do not tell that somebody came in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from preau.people.smallnumbers.deciding import small_numbers_on
from preau.people.smallnumbers.floor import SmallNumbers

from .enums import OverrideReason, OverrideState
from .models import AllocationCampaign

SENSITIVE = frozenset({OverrideReason.PROTECTION, OverrideReason.SHELTER, OverrideReason.COURT})
"""A figure that touches social aid or protection: the higher threshold (brief, b.0 bis)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """``total``: None where there are some, and too few. ``by_reason``: all of them, or none at all: a figure left out
    can then be found by no subtraction.
    """

    on: date
    total: int | None
    by_reason: tuple[tuple[str, int], ...] = ()

    @property
    def is_few(self) -> bool:
        return self.total is None


def counted(counts: Mapping[str, int], on: date, small: SmallNumbers) -> Counted:
    """Pure. Reason → how many, as it may be published. ``small``: the town's terms on that day."""
    total = sum(counts.values())
    if 0 < total < small.cell:
        return Counted(on, None)
    told = [(reason, counts.get(reason, 0)) for reason in OverrideReason]
    if any(0 < count < (small.sensitive_cell if reason in SENSITIVE else small.cell) for reason, count in told):
        return Counted(on, total)
    return Counted(on, total, tuple((str(reason.label), count) for reason, count in told) if total else ())


def overrides_of(campaign: AllocationCampaign, today: date) -> Counted:
    first = today.replace(day=1)
    signed = campaign.overrides.filter(state=OverrideState.SIGNED)
    rows = [
        reason
        for reason, at in signed.values_list("reason", "signed_at")
        if at is not None and timezone.localdate(at) < first
    ]
    return counted(Counter(rows), first, small_numbers_on(campaign.commune, first))
