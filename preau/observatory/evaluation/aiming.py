"""The committee aims at something, from a year that is known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from preau.observatory.indicators.errors import Withdrawn
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.queries import Known
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .adopting import Sitting
from .errors import NoBaseline, WrongDays
from .figures import FigureTold, live_series
from .models import Target
from .rules import baseline_of


@dataclass(frozen=True, slots=True)
class Baseline:
    """The year that a target starts from."""

    figure: FigureTold
    amount: float

    @property
    def school_year(self) -> int:
        return self.figure.school_year

    @property
    def school_year_name(self) -> str:
        return self.figure.year_name


@transaction.atomic
def set_target(
    indicator: Indicator, school_year: int, amount: Decimal, sitting: Sitting, known: Known, *, hand: Hand
) -> Target:
    """Set again for the same year, the new row replaces the one that stood. Raises Withdrawn, NoBaseline, WrongDays."""
    held = Indicator.objects.select_for_update(no_key=True).get(pk=indicator.pk)
    if not held.is_kept:
        raise Withdrawn
    if sitting.held_on > timezone.localdate(hand.now) or not sitting.body.strip():
        raise WrongDays
    start = baseline(indicator, school_year, known)
    if start is None:
        raise NoBaseline
    before = Target.objects.standing().filter(indicator=held, school_year=school_year).first()
    target = Target.objects.create(
        indicator=held,
        school_year=school_year,
        amount=amount,
        baseline_year=start.school_year,
        baseline_amount=Decimal(str(round(start.amount, 2))),
        set_on=sitting.held_on,
        set_by_body=sitting.body,
        recorded_at=hand.now,
        recorded_by=hand.by,
        replaces=before,
    )
    record("indicator.target_set", target, by=hand.by_id, now=hand.now, details={"year": school_year})
    return target


def baseline(indicator: Indicator, school_year: int, known: Known) -> Baseline | None:
    """The last full year, before the one aimed at, of which a value may be read."""
    series = {each.school_year: each for each in live_series(indicator, known, school_year - 1)}
    found = baseline_of({year: (each.value, each.is_over) for year, each in series.items()}, school_year)
    return Baseline(series[found[0]], found[1]) if found else None
