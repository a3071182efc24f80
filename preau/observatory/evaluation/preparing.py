"""An evaluation is prepared, opened to those who carry objectives, closed, and opened again if it must be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from preau.foundation.schoolyears import first_day
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan

from .enums import EvaluationState
from .errors import AlreadyEvaluated, NotOpen, NotPrepared, Settled, WrongDays
from .models import Contribution, Evaluation
from .rules import asked_pairs
from .states import LIFE
from .stepping import hold, move
from .telling import ask_contributions


@dataclass(frozen=True, slots=True)
class Question:
    """What the State's supports ask of an evaluation, and its days."""

    why: str = ""
    question: str = ""
    criteria: str = ""
    parents_place: str = ""
    opens_on: date | None = None
    closes_on: date | None = None


@transaction.atomic
def prepare(plan: TerritorialEducationPlan, school_year: int, asked: Question, *, hand: Hand) -> Evaluation:
    """Raises AlreadyEvaluated, WrongDays; ValueError for a year that has not begun."""
    held = TerritorialEducationPlan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
    if first_day(school_year) > timezone.localdate(hand.now):
        raise ValueError(school_year)
    if Evaluation.objects.filter(plan=held, school_year=school_year).exists():
        raise AlreadyEvaluated
    _check_days(asked)
    made = Evaluation.objects.create(
        plan=held, school_year=school_year, created_at=hand.now, created_by=hand.by, **asdict(asked)
    )
    record("evaluation.prepared", made, by=hand.by_id, now=hand.now, details={"year": school_year})
    return made


@transaction.atomic
def reword(evaluation: Evaluation, asked: Question, *, hand: Hand) -> Evaluation:
    """Until the committee has spoken. Raises Settled, WrongDays."""
    held = hold(evaluation)
    if held.is_settled:
        raise Settled
    _check_days(asked)
    for name, value in asdict(asked).items():
        setattr(held, name, value)
    held.save()
    record("evaluation.reworded", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def conclude(evaluation: Evaluation, words: str, *, hand: Hand) -> Evaluation:
    """What the year teaches as a whole, proposed to the committee. Raises Settled."""
    held = hold(evaluation)
    if held.is_settled:
        raise Settled
    held.conclusion = words
    held.save(update_fields=["conclusion"])
    record("evaluation.concluded", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def open_contributions(evaluation: Evaluation, sides: Iterable[tuple[int, int]] = (), *, hand: Hand) -> Evaluation:
    """Asks each side for its word on each objective that it carries, and tells its people.

    ``sides``: (objective, organisation) for the two sides of actions of the year (``preau.plan.sheets.done``); who
    carries an objective in the plan is known here. Raises NotNow, NotPrepared, WrongDays.
    """
    held = hold(evaluation)
    LIFE.take("open", held.state)
    today = timezone.localdate(hand.now)
    if not held.question.strip() or held.closes_on is None:
        raise NotPrepared
    if held.closes_on <= today:
        raise WrongDays
    held.opens_on = min(held.opens_on, today) if held.opens_on else today
    objectives = held.plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE)
    carried = dict(objectives.values_list("pk", "owner"))
    pairs = {pair for pair in asked_pairs(carried.items(), sides) if pair[0] in carried}
    if not pairs:
        raise NotPrepared
    Contribution.objects.bulk_create(
        [
            Contribution(evaluation=held, objective_id=objective, organisation_id=side, asked_at=hand.now)
            for objective, side in sorted(pairs)
        ],
        ignore_conflicts=True,
    )
    move(held, "open", hand)
    ask_contributions(held, {side for _objective, side in pairs}, hand=hand)
    return held


@transaction.atomic
def ask(evaluation: Evaluation, objective: PlanItem, organisation: Organisation, *, hand: Hand) -> Contribution:
    """One more side on one more objective; asked twice, it gives the row that is there. Raises NotOpen, ValueError."""
    held = hold(evaluation)
    if held.state != EvaluationState.OPEN:
        raise NotOpen
    if objective.plan_id != held.plan_id or not objective.is_objective or objective.removed_at is not None:
        raise ValueError(objective.code)
    row, is_new = Contribution.objects.get_or_create(
        evaluation=held, objective=objective, organisation=organisation, defaults={"asked_at": hand.now}
    )
    if is_new:
        details = {"objective": objective.code, "organisation": organisation.slug}
        record("evaluation.asked", row, by=hand.by_id, now=hand.now, details=details)
        ask_contributions(held, {organisation.pk}, hand=hand)
    return row


@transaction.atomic
def close(evaluation: Evaluation, *, hand: Hand) -> Evaluation:
    """Contributions are over: drafts stay where they are, verdicts may be proposed. Raises NotNow."""
    return move(hold(evaluation), "close", hand)


@transaction.atomic
def reopen(evaluation: Evaluation, *, closes_on: date, reason: str, hand: Hand) -> Evaluation:
    """Raises NotNow, ReasonMissing, WrongDays."""
    held = hold(evaluation)
    LIFE.take("reopen", held.state, reason=reason)
    if closes_on <= timezone.localdate(hand.now):
        raise WrongDays
    held.closes_on = closes_on
    return move(held, "reopen", hand, reason)


def _check_days(asked: Question) -> None:
    if asked.opens_on and asked.closes_on and asked.closes_on <= asked.opens_on:
        raise WrongDays
