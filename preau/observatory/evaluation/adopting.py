"""The committee adopts, the coordination writes it down: from then on the database keeps verdicts and figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from preau.observatory.indicators.queries import Known
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.rules import code_key

from .enums import EvaluationState
from .errors import NotInReview, NotPrepared, Settled, VerdictsMissing, WrongDays
from .figures import to_keep
from .models import AdoptedFigure, Evaluation, Verdict
from .reading import live_of
from .states import LIFE
from .stepping import hold, move
from .telling import tell_adopted


@dataclass(frozen=True, slots=True)
class Sitting:
    """The body that adopted, and its day."""

    body: str
    held_on: date


@transaction.atomic
def adopt_verdict(verdict: Verdict, sitting: Sitting, known: Known, *, hand: Hand) -> Verdict:
    """One verdict, with the figures as they are shown at that moment. Raises NotInReview, Settled, WrongDays."""
    evaluation = hold(verdict.evaluation)
    if evaluation.is_settled:
        raise Settled
    if evaluation.state != EvaluationState.REVIEW:
        raise NotInReview
    held = Verdict.objects.select_related("effect").select_for_update(of=("self",), no_key=True).get(pk=verdict.pk)
    if held.is_adopted:
        raise Settled
    _check(sitting, hand)
    held.evaluation = evaluation
    _fix(held, sitting, known)
    details = {"effect": held.effect.code, "kind": str(held.kind), "on": sitting.held_on.isoformat()}
    record("verdict.adopted", held, by=hand.by_id, now=hand.now, details=details)
    return held


@transaction.atomic
def adopt(evaluation: Evaluation, sitting: Sitting, known: Known, *, hand: Hand) -> Evaluation:
    """The whole year: each verdict that is not adopted yet is. Raises NotNow, NotPrepared without a conclusion,
    VerdictsMissing as long as the committee has nothing before it on some effect, WrongDays."""
    held = hold(evaluation)
    LIFE.take("adopt", held.state)
    _check(sitting, hand)
    if not held.conclusion.strip():
        raise NotPrepared
    if missing := silent_effects(held):
        raise VerdictsMissing(missing)
    waiting = held.verdicts.filter(adopted_on__isnull=True).select_related("effect")
    for verdict in waiting.select_for_update(of=("self",), no_key=True).order_by("pk"):
        verdict.evaluation = held
        _fix(verdict, sitting, known)
    held.adopted_on, held.adopted_by_body = sitting.held_on, sitting.body
    move(held, "adopt", hand)
    tell_adopted(held, hand=hand)
    return held


@transaction.atomic
def publish(evaluation: Evaluation, *, hand: Hand) -> Evaluation:
    """From now on everybody reads it. Raises NotNow."""
    held = hold(evaluation)
    held.published_at = hand.now
    return move(held, "publish", hand)


def silent_effects(evaluation: Evaluation) -> list[str]:
    """Codes of the effects that have no verdict yet, in the order of the plan."""
    effects = evaluation.plan.items.present().of_kind(ItemKind.EXPECTED_EFFECT)
    silent = effects.exclude(pk__in=evaluation.verdicts.values("effect"))
    return sorted(silent.values_list("code", flat=True), key=code_key)


def _fix(verdict: Verdict, sitting: Sitting, known: Known) -> None:
    """Figures first: once the verdict is adopted, nothing of it moves."""
    rows = []
    for indicator, series in live_of(verdict.evaluation, verdict.effect, known):
        for told in series:
            row = to_keep(told)
            row.verdict, row.indicator = verdict, indicator
            rows.append(row)
    AdoptedFigure.objects.bulk_create(rows)
    verdict.adopted_on, verdict.adopted_by_body = sitting.held_on, sitting.body
    verdict.save(update_fields=["adopted_on", "adopted_by_body"])


def _check(sitting: Sitting, hand: Hand) -> None:
    if sitting.held_on > timezone.localdate(hand.now):
        raise WrongDays
    if not sitting.body.strip():
        raise NotPrepared
