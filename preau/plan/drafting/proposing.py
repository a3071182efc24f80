"""What partners do: propose a change, take it back, back somebody else's, say something about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, AlreadyProposed, NothingProposed
from preau.plan.drafting.models import PlanComment, Suggestion, SuggestionSupport
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import PlanItem, PlanRow, TerritorialEducationPlan
from preau.plan.structure.placing import Edge, Spot


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody would like: ``facts`` is {fact: [was, proposed]}, ``item`` None for something new.

    ``place`` is the code of the item, or of the row or branch where the new one would stand.
    """

    kind: SuggestionKind
    item: PlanItem | None
    place: str
    facts: dict[str, list[Any]]


def new_wording(item: PlanItem, text: str) -> Proposal:
    return Proposal(SuggestionKind.REWORDING, item, item.code, {"text": [item.text, text]})


def new_details(item: PlanItem, sub_points: Sequence[str]) -> Proposal:
    facts = {"sub_points": [list(item.sub_points), list(sub_points)]}
    return Proposal(SuggestionKind.DETAILING, item, item.code, facts)


def removal(item: PlanItem) -> Proposal:
    return Proposal(SuggestionKind.REMOVAL, item, item.code, {"removed": [False, True], "text": [item.text, None]})


def new_place(item: PlanItem, row: PlanRow, after: Spot | None = None) -> Proposal:
    """In another row (an effect attached elsewhere), or elsewhere in its column; at the end when nothing is said."""
    facts: dict[str, list[Any]] = {"row": [item.row.code if item.row else "", row.code]}
    return Proposal(SuggestionKind.RELOCATION, item, item.code, facts | _standing(after))


def new_owner(item: PlanItem, owner: Organisation | None) -> Proposal:
    facts = {"owner": [item.owner.slug if item.owner else "", owner.slug if owner else ""]}
    return Proposal(SuggestionKind.OWNING, item, item.code, facts)


def new_horizon(item: PlanItem, horizon_on: date | None) -> Proposal:
    was = item.horizon_on.isoformat() if item.horizon_on else ""
    facts: dict[str, list[Any]] = {"horizon_on": [was, horizon_on.isoformat() if horizon_on else ""]}
    return Proposal(SuggestionKind.SCHEDULING, item, item.code, facts)


def addition(row: PlanRow, kind: ItemKind, text: str, after: Spot | None = None) -> Proposal:
    facts = {**_something_new(kind, text, row.general_objective), "row": [None, row.code]}
    return Proposal(SuggestionKind.ADDITION, None, row.code, facts | _standing(after))


def addition_in_a_new_row(general: PlanItem, kind: ItemKind, text: str) -> Proposal:
    """The row is made when the proposal is accepted."""
    facts = {**_something_new(kind, text, general), "row": [None, "+1"]}
    return Proposal(SuggestionKind.ADDITION, None, general.code, facts)


def new_branch(axis: PlanItem, text: str) -> Proposal:
    """A general objective at the end of an axis."""
    return Proposal(SuggestionKind.ADDITION, None, axis.code, _something_new(ItemKind.GENERAL_OBJECTIVE, text, axis))


def _something_new(kind: ItemKind, text: str, parent: PlanItem) -> dict[str, list[Any]]:
    return {"kind": [None, str(kind)], "text": [None, text], "parent": [None, parent.code]}


def _standing(after: Spot | None) -> dict[str, list[Any]]:
    """After which item of the column; "" for the first place, nothing for the last."""
    if after is None or after is Edge.END:
        return {}
    return {"after": [None, after.code if isinstance(after, PlanItem) else ""]}


@transaction.atomic
def propose(
    plan: TerritorialEducationPlan, proposal: Proposal, *, hand: Hand, organisation: Organisation | None, reason: str
) -> Suggestion:
    """Raises NothingProposed, AlreadyProposed (back that one instead), PlanAdopted."""
    hold_plan(plan.pk)
    if all(was == proposed for was, proposed in proposal.facts.values()):
        raise NothingProposed
    _refuse_twin(plan, proposal)
    suggestion = Suggestion.objects.create(
        plan=plan,
        item=proposal.item,
        place=proposal.place,
        kind=proposal.kind,
        facts=proposal.facts,
        reason=reason,
        by=hand.by,
        organisation=organisation,
        proposed_at=hand.now,
    )
    record("suggestion.proposed", suggestion, by=hand.by_id, now=hand.now, details={"place": proposal.place})
    return suggestion


def _refuse_twin(plan: TerritorialEducationPlan, proposal: Proposal) -> None:
    wanted = {name: proposed for name, (_, proposed) in proposal.facts.items()}
    same_place = plan.suggestions.filter(
        state=SuggestionState.OPEN, kind=proposal.kind, item=proposal.item, place=proposal.place
    )
    for other in same_place:
        if {name: proposed for name, (_, proposed) in other.facts.items()} == wanted:
            raise AlreadyProposed(other.pk)


@transaction.atomic
def withdraw(suggestion: Suggestion, *, hand: Hand) -> Suggestion:
    """Its author, or somebody of the same organisation, takes it back. Raises AlreadyDecided."""
    held = Suggestion.objects.select_for_update(of=("self",), no_key=True).get(pk=suggestion.pk)
    if not held.is_open:
        raise AlreadyDecided
    held.state, held.decided_at, held.decided_by = SuggestionState.WITHDRAWN, hand.now, hand.by
    held.save()
    record("suggestion.withdrawn", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def support(suggestion: Suggestion, *, hand: Hand, organisation: Organisation | None) -> None:
    """Backs it; doing so twice changes nothing."""
    _, is_new = SuggestionSupport.objects.get_or_create(
        suggestion=suggestion, by=hand.by, defaults={"organisation": organisation, "at": hand.now}
    )
    if is_new:
        record("suggestion.supported", suggestion, by=hand.by_id, now=hand.now)


@transaction.atomic
def drop_support(suggestion: Suggestion, *, hand: Hand) -> None:
    if SuggestionSupport.objects.filter(suggestion=suggestion, by=hand.by).delete()[0]:
        record("suggestion.support_dropped", suggestion, by=hand.by_id, now=hand.now)


@transaction.atomic
def comment(
    plan: TerritorialEducationPlan,
    text: str,
    *,
    hand: Hand,
    organisation: Organisation | None,
    item: PlanItem | None = None,
    suggestion: Suggestion | None = None,
) -> PlanComment:
    """A remark on an item or on a suggestion."""
    said = PlanComment.objects.create(
        plan=plan,
        item=item or (suggestion.item if suggestion else None),
        suggestion=suggestion,
        by=hand.by,
        organisation=organisation,
        written_at=hand.now,
        text=text,
    )
    record("comment.written", said, by=hand.by_id, now=hand.now)
    return said


@transaction.atomic
def remove_comment(said: PlanComment, *, hand: Hand) -> None:
    """Takes the words away from everybody's sight; that something was said stays in the journal."""
    said.removed_at = hand.now
    said.text = ""
    said.save(update_fields=["removed_at", "text"])
    record("comment.removed", said, by=hand.by_id, now=hand.now)
