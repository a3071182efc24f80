"""Plans at the end of their writing: one that the council may vote, one that it has voted."""

from __future__ import annotations

from datetime import UTC, date, datetime

from preau.people.accounts.hand import Hand
from preau.people.files.models import StoredFile
from preau.plan.adoption.actions import Vote, adopt_plan, prepare
from preau.plan.adoption.models import CouncilResolution
from preau.plan.drafting.deciding import refuse_suggestion
from preau.plan.drafting.enums import PointOutcome
from preau.plan.drafting.points import settle_point
from preau.plan.structure.actions import entrust, schedule
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import TerritorialEducationPlan

from .people import make_organisation
from .plans import make_plan

STARTS_ON, ENDS_ON = date(2026, 9, 1), date(2029, 8, 31)
READY_AT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
VOTED_ON = date(2026, 11, 17)
HAND = Hand(None, READY_AT)


def make_ready_plan(**details: object) -> TerritorialEducationPlan:
    """The plan of ``make_plan`` with nothing left to do before the vote."""
    plan = make_plan(**details)  # type: ignore[arg-type]
    education = make_organisation("Direction de l’éducation")
    for item in plan.items.filter(kind=ItemKind.OPERATIONAL_OBJECTIVE):
        if item.owner_id is None:
            item = entrust(item, education, seen_version=item.version, hand=HAND)
        if item.horizon_on is None:
            schedule(item, date(2028, 6, 30), seen_version=item.version, hand=HAND)
    for point in plan.open_points.all():
        settle_point(point, outcome=PointOutcome.NOT_A_PROBLEM, decision="", hand=HAND)
    for suggestion in plan.suggestions.all():
        refuse_suggestion(suggestion, hand=HAND, answer="gardé tel quel")
    return prepare(plan, starts_on=STARTS_ON, ends_on=ENDS_ON, introduction="Grandir ensemble.", hand=HAND)


def make_adopted_plan(*, scan: StoredFile | None = None, hand: Hand = HAND, **details: object) -> CouncilResolution:
    """Voted on 17 November 2026 under the number 2026-112."""
    plan = make_ready_plan(**details)
    voting = Hand(hand.by, datetime(2026, 11, 18, 8, 0, tzinfo=UTC))
    return adopt_plan(plan, Vote("2026-112", VOTED_ON, scan), hand=voting)
