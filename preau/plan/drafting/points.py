"""What people do to open points: entrust, settle, open again."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import PointOutcome
from preau.plan.drafting.errors import AlreadyDecided
from preau.plan.drafting.models import OpenPoint
from preau.plan.structure.actions import reword
from preau.plan.structure.ledger import hold_plan


@transaction.atomic
def entrust_point(point: OpenPoint, *, owner: Organisation | None, due_on: date | None, hand: Hand) -> OpenPoint:
    """Says who looks after the point and by when."""
    point.owner, point.due_on = owner, due_on
    point.save(update_fields=["owner", "due_on"])
    details = {"due_on": str(due_on or ""), "owner": owner.pk if owner else None}
    record("point.entrusted", point, by=hand.by_id, now=hand.now, details=details)
    return point


@transaction.atomic
def settle_point(
    point: OpenPoint,
    *,
    outcome: PointOutcome,
    decision: str,
    hand: Hand,
    new_text: str | None = None,
    seen_version: int | None = None,
) -> OpenPoint:
    """Closes the point with what was decided and, where given, the item's new wording.

    Raises AlreadyDecided when somebody settled it first, EditConflict when the wording changed meanwhile.
    """
    point = OpenPoint.objects.select_for_update(of=("self",), no_key=True).select_related("item").get(pk=point.pk)
    if not point.is_open:
        raise AlreadyDecided
    if new_text is not None and point.item is not None:
        version = point.item.version if seen_version is None else seen_version
        reword(point.item, new_text, seen_version=version, hand=hand, reason=decision[:300])
    point.outcome, point.decision = outcome, decision
    point.settled_at, point.settled_by = hand.now, hand.by
    point.save()
    record("point.settled", point, by=hand.by_id, now=hand.now, details={"outcome": str(outcome)})
    return point


@transaction.atomic
def reopen_point(point: OpenPoint, *, hand: Hand) -> OpenPoint:
    """Raises PlanAdopted: a text that is fixed leaves nothing in suspense."""
    hold_plan(point.plan_id)
    point.outcome, point.settled_at, point.settled_by = "", None, None
    point.save(update_fields=["outcome", "settled_at", "settled_by"])
    record("point.reopened", point, by=hand.by_id, now=hand.now)
    return point
