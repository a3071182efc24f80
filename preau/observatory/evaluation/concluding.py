"""A verdict is proposed, worded again, answered by a side that sees it otherwise."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem

from .enums import EvaluationState, Strength, VerdictKind
from .errors import AlreadySaid, NotInReview, Settled, VerdictIncomplete
from .models import Dissent, Evaluation, Verdict
from .rules import lacks_of
from .stepping import hold
from .telling import tell_dissent, tell_proposed


@dataclass(frozen=True, slots=True)
class Proposal:
    kind: VerdictKind
    strength: Strength
    strength_reason: str
    narrative: str
    learnt: str = ""
    change: str = ""


@transaction.atomic
def propose_verdict(
    evaluation: Evaluation, effect: PlanItem, proposal: Proposal, *, known_figures: int = 0, hand: Hand
) -> Verdict:
    """Proposed again, it is another version of the same verdict; dissents stay, and say which wording they answer.

    ``known_figures``: how many indicators of the effect have a figure for the year. Raises NotInReview, Settled,
    VerdictIncomplete, and ValueError for what is no effect of the plan.
    """
    held = _in_review(evaluation)
    _check_effect(held, effect)
    lacks = lacks_of(
        proposal.kind,
        proposal.strength,
        proposal.strength_reason,
        proposal.narrative,
        known_figures=known_figures,
    )
    if lacks:
        raise VerdictIncomplete(lacks)
    standing = held.verdicts.select_for_update(no_key=True).filter(effect=effect).first()
    if standing is not None and standing.is_adopted:
        raise Settled
    verdict = standing or Verdict(evaluation=held, effect=effect, version=0)
    for name, value in asdict(proposal).items():
        setattr(verdict, name, value)
    verdict.version += 1
    verdict.proposed_at, verdict.proposed_by = hand.now, hand.by
    verdict.save()
    details = {"effect": effect.code, "kind": str(verdict.kind), "version": verdict.version}
    record("verdict.proposed", verdict, by=hand.by_id, now=hand.now, details=details)
    tell_proposed(verdict, hand=hand)
    return verdict


@transaction.atomic
def leave_unmeasured(evaluation: Evaluation, because: str, *, hand: Hand) -> int:
    """All the effects that nobody spoke of could not be measured, for that reason. Gives how many.

    Raises NotInReview, VerdictIncomplete when no reason is given.
    """
    held = _in_review(evaluation)
    if lacks := lacks_of(VerdictKind.NOT_MEASURED, Strength.WEAK, because, because, known_figures=0):
        raise VerdictIncomplete(lacks)
    spoken = held.verdicts.values("effect")
    silent = held.plan.items.present().of_kind(ItemKind.EXPECTED_EFFECT).exclude(pk__in=spoken)
    rows = [
        Verdict(
            evaluation=held,
            effect=effect,
            kind=VerdictKind.NOT_MEASURED,
            strength=Strength.WEAK,
            strength_reason=because[:400],
            narrative=because,
            proposed_at=hand.now,
            proposed_by=hand.by,
        )
        for effect in silent.in_order()
    ]
    Verdict.objects.bulk_create(rows)
    if rows:
        details = {"effects": [each.effect.code for each in rows]}
        record("verdict.left_unmeasured", held, by=hand.by_id, now=hand.now, details=details)
    return len(rows)


@transaction.atomic
def dissent(verdict: Verdict, organisation: Organisation, words: str, *, hand: Hand) -> Dissent:
    """A side sees it otherwise, and signs. It may also be after the committee, until everybody can read.

    Raises Settled, AlreadySaid, ValueError when nothing is said.
    """
    held = _with_verdict(verdict)
    if held.evaluation.is_published:
        raise Settled
    if not words.strip():
        raise ValueError(words)
    if held.dissents.standing().filter(organisation=organisation).exists():  # type: ignore[attr-defined]
        raise AlreadySaid
    said = Dissent.objects.create(
        verdict=held,
        organisation=organisation,
        words=words,
        version=held.version,
        signed_at=hand.now,
        signed_by=hand.by,
    )
    details = {"effect": held.effect.code, "organisation": organisation.slug}
    record("verdict.dissent", said, by=hand.by_id, now=hand.now, details=details)
    tell_dissent(said, hand=hand)
    return said


@transaction.atomic
def withdraw(said: Dissent, *, hand: Hand) -> Dissent:
    """The side takes its own word back; the row stays. Raises Settled once everybody can read it."""
    verdict = _with_verdict(said.verdict)
    if verdict.evaluation.is_published:
        raise Settled
    held = Dissent.objects.select_for_update(no_key=True).get(pk=said.pk)
    if held.withdrawn_at is None:
        held.withdrawn_at = hand.now
        held.save(update_fields=["withdrawn_at"])
        record("verdict.dissent_withdrawn", held, by=hand.by_id, now=hand.now)
    return held


def sides_that_may_dissent(verdict: Verdict, sides: Collection[Organisation]) -> list[Organisation]:
    """Those of them that have not said so already."""
    said = {each.organisation_id for each in verdict.dissents.all() if each.withdrawn_at is None}
    return [each for each in sides if each.pk not in said]


def _in_review(evaluation: Evaluation) -> Evaluation:
    held = hold(evaluation)
    if held.is_settled:
        raise Settled
    if held.state != EvaluationState.REVIEW:
        raise NotInReview
    return held


def _with_verdict(verdict: Verdict) -> Verdict:
    evaluation = hold(verdict.evaluation)
    rows = Verdict.objects.select_related("effect")
    held = rows.select_for_update(of=("self",), no_key=True).get(pk=verdict.pk)
    held.evaluation = evaluation
    return held


def _check_effect(evaluation: Evaluation, effect: PlanItem) -> None:
    if effect.plan_id != evaluation.plan_id or effect.kind != ItemKind.EXPECTED_EFFECT or effect.removed_at:
        raise ValueError(effect.code)
