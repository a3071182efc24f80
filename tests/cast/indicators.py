"""Indicators of the cast's plan, chosen in September a year ago."""

from __future__ import annotations

from datetime import UTC, datetime

from preau.observatory.indicators.choosing import choose
from preau.observatory.indicators.models import Indicator
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation
from preau.plan.structure.models import TerritorialEducationPlan

from .plans import make_plan

CHOSEN = datetime(2025, 9, 15, 8, tzinfo=UTC)


def make_indicator(
    plan: TerritorialEducationPlan | None = None,
    code: str = "A1.G1.E3.i1",
    *,
    effect: str = "A1.G1.E1",
    carrier: Organisation | None = None,
) -> Indicator:
    """One that is typed by hand, unless another code is given."""
    plan = plan or TerritorialEducationPlan.objects.first() or make_plan()
    return choose(plan.items.get(code=effect), code, carrier=carrier, hand=Hand(None, CHOSEN))
