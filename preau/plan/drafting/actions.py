"""What people do to open points and suggestions."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import PointOutcome, SuggestionKind, SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, WordsMoved
from preau.plan.drafting.models import OpenPoint, Suggestion
from preau.plan.drafting.rules import apply_change
from preau.plan.structure.actions import Hand, remove_item, reword
from preau.plan.structure.models import PlanItem


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
    point = OpenPoint.objects.select_for_update(of=("self",)).select_related("item").get(pk=point.pk)
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
    point.outcome, point.settled_at, point.settled_by = "", None, None
    point.save(update_fields=["outcome", "settled_at", "settled_by"])
    record("point.reopened", point, by=hand.by_id, now=hand.now)
    return point


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, *, hand: Hand, answer: str = "") -> Suggestion:
    """Puts the change into the text. Raises AlreadyDecided, or WordsMoved when its words are no longer there."""
    suggestion = _hold(suggestion)
    item = suggestion.item
    if item is not None:
        _apply(suggestion, item, hand)
    return _decide(suggestion, SuggestionState.ACCEPTED, answer, hand)


@transaction.atomic
def refuse_suggestion(suggestion: Suggestion, *, hand: Hand, answer: str = "") -> Suggestion:
    """Leaves the text as it is; an item that only the suggestion had brought in is taken out again."""
    suggestion = _hold(suggestion)
    item = suggestion.item
    if item is not None and suggestion.kind == SuggestionKind.ROW_INSERTION:
        _remove_row(item, hand, answer)
    elif item is not None and suggestion.kind == SuggestionKind.INSERTION and suggestion.new == item.text:
        remove_item(item, hand=hand, reason=answer)
    return _decide(suggestion, SuggestionState.REFUSED, answer, hand)


def _apply(suggestion: Suggestion, item: PlanItem, hand: Hand) -> None:
    if suggestion.kind == SuggestionKind.ROW_DELETION:
        _remove_row(item, hand, "")
        return
    if suggestion.kind == SuggestionKind.ROW_INSERTION or (suggestion.new == item.text and not suggestion.old):
        return  # the whole item, or row, was the proposal: accepting it keeps it
    text = apply_change(item.text, old=suggestion.old, new=suggestion.new, start=suggestion.start)
    if text is None:
        raise WordsMoved
    if text.strip():
        reword(item, text, seen_version=item.version, hand=hand)
    else:
        remove_item(item, hand=hand)


def _remove_row(item: PlanItem, hand: Hand, reason: str) -> None:
    for member in item.row.items.present() if item.row else [item]:
        remove_item(member, hand=hand, reason=reason)


def _hold(suggestion: Suggestion) -> Suggestion:
    held = Suggestion.objects.select_for_update(of=("self",)).select_related("item__row").get(pk=suggestion.pk)
    if held.state != SuggestionState.OPEN:
        raise AlreadyDecided
    return held


def _decide(suggestion: Suggestion, state: SuggestionState, answer: str, hand: Hand) -> Suggestion:
    suggestion.state, suggestion.answer = state, answer
    suggestion.decided_at, suggestion.decided_by = hand.now, hand.by
    suggestion.save()
    record(f"suggestion.{state}", suggestion, by=hand.by_id, now=hand.now)
    return suggestion
