"""Taking a step of an evaluation's life: its state, the row that says so, the entry of the journal."""

from __future__ import annotations

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .enums import EvaluationState
from .models import Evaluation, EvaluationStep
from .states import LIFE


def hold(evaluation: Evaluation) -> Evaluation:
    """The row, held until the transaction ends: everything of an evaluation is written one hand at a time."""
    rows = Evaluation.objects.select_related("plan__commune")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=evaluation.pk)


def move(held: Evaluation, name: str, hand: Hand, reason: str = "") -> Evaluation:
    """Raises NotNow, ReasonMissing."""
    step = LIFE.take(name, held.state, reason=reason)
    source, held.state = held.state, EvaluationState(step.target)
    held.save()
    EvaluationStep.objects.create(
        evaluation=held, name=name, source=source, target=held.state, at=hand.now, by=hand.by, reason=reason[:300]
    )
    details = {"from": str(source), "to": str(held.state)}
    record(f"evaluation.step.{name}", held, by=hand.by_id, now=hand.now, details=details)
    return held
