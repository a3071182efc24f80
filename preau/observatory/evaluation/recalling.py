"""Those who have not handed in are reminded: once before the end, once after, and never a third time."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand

from .enums import ContributionState, EvaluationState, RecallKind
from .models import ContributionRecall, Evaluation
from .rules import recall_due
from .stepping import hold
from .telling import recall


def remind(*, today: date, hand: Hand) -> int:
    """Gives how many sides were told; run again, none."""
    open_ones = Evaluation.objects.filter(state=EvaluationState.OPEN, closes_on__isnull=False)
    return sum(_remind(each, today, hand) for each in open_ones.order_by("pk"))


def _remind(evaluation: Evaluation, today: date, hand: Hand) -> int:
    kind = recall_due(evaluation.closes_on, today) if evaluation.closes_on else None
    if kind is None:
        return 0
    return sum(_told(evaluation, side, kind, hand) for side in _silent(evaluation))


@transaction.atomic
def _told(evaluation: Evaluation, side: int, kind: RecallKind, hand: Hand) -> bool:
    """The unique row is the gate: another worker that is here too finds it taken."""
    held = hold(evaluation)
    if held.state != EvaluationState.OPEN or side not in _silent(held):
        return False
    _row, is_new = ContributionRecall.objects.get_or_create(
        evaluation=held, organisation_id=side, kind=kind, defaults={"sent_at": hand.now}
    )
    if is_new:
        recall(held, side, kind, hand=hand)
    return is_new


def _silent(evaluation: Evaluation) -> list[int]:
    """Sides with something that they have not handed in."""
    waiting = evaluation.contributions.exclude(state=ContributionState.HANDED_IN)
    return sorted(set(waiting.order_by().values_list("organisation", flat=True)))
