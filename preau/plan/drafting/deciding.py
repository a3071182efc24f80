"""What the coordinator does with suggestions: accept, refuse. Nothing that changed meanwhile is ever overwritten."""

from __future__ import annotations

from django.db import transaction

from preau.foundation.text.merging import merge_wordings
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.drafting.applying import apply, is_stale
from preau.plan.drafting.batches import tell_when_done
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, ItemRemoved, Meanwhile
from preau.plan.drafting.intext import accept_in_text, take_out_again
from preau.plan.drafting.models import Suggestion
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import ItemChange, PlanItem

_TAKING_OUT = (SuggestionKind.REMOVAL, SuggestionKind.ROW_DELETION)


@transaction.atomic
def accept_suggestion(
    suggestion: Suggestion,
    *,
    hand: Hand,
    answer: str = "",
    wording: str | None = None,
    seen_version: int | None = None,
) -> Suggestion:
    """Puts the change into the plan, in the words proposed or in ``wording``.

    When the item changed since the proposal was written, raises Meanwhile unless ``seen_version`` says that the
    person looked at the item as it stands now; a wording must then be given. Raises AlreadyDecided, WordsMoved (an
    imported tracked change whose words are gone), PlaceMissing, ItemRemoved, EditConflict, NotEmpty, PlanAdopted.
    """
    suggestion = _hold(suggestion)
    _refuse_a_removed_item(suggestion)
    if suggestion.is_in_text:
        accept_in_text(suggestion, hand)
        return _decide(suggestion, SuggestionState.ACCEPTED, answer, hand)
    item = suggestion.item
    if item is not None and is_stale(suggestion, item):
        _look_again(suggestion, item, wording, seen_version)
    before = _last_change(suggestion)
    suggestion.item = apply(suggestion, hand, wording, reason=_reason(suggestion, answer))
    last = _last_change(suggestion)
    suggestion.change_id = last if last != before else None
    return _decide(suggestion, SuggestionState.ACCEPTED, answer, hand)


@transaction.atomic
def refuse_suggestion(suggestion: Suggestion, *, hand: Hand, answer: str = "") -> Suggestion:
    """Leaves the text as it is; an item that only a tracked change had brought in is taken out again."""
    suggestion = _hold(suggestion)
    if suggestion.is_in_text:
        take_out_again(suggestion, hand, answer)
    return _decide(suggestion, SuggestionState.REFUSED, answer, hand)


@transaction.atomic
def attach(suggestion: Suggestion, item: PlanItem, *, hand: Hand) -> Suggestion:
    """Says which item a change of uncertain place is about. Raises AlreadyDecided."""
    held = _hold(suggestion)
    state = item.state.facts
    held.item, held.place, held.certainty = item, item.code, "sure"
    held.facts = {name: [state.get(name, was), proposed] for name, (was, proposed) in held.facts.items()}
    if held.kind == SuggestionKind.ADDITION:
        held.kind = SuggestionKind.REWORDING
        held.facts = {"text": [item.text, held.proposed("text")]}
    held.save()
    details = {"code": item.code}
    record("suggestion.attached", held, by=hand.by_id, now=hand.now, details=details)
    return held


def merged_wording(suggestion: Suggestion, item: PlanItem) -> str | None:
    """The wording that keeps both changes; None when their words touch, or when no wording is proposed."""
    if suggestion.kind != SuggestionKind.REWORDING:
        return None
    return merge_wordings(suggestion.was_text, item.text, suggestion.new_text)


def _refuse_a_removed_item(suggestion: Suggestion) -> None:
    item = suggestion.item
    if item is not None and item.removed_at is not None and suggestion.kind not in _TAKING_OUT:
        raise ItemRemoved


def _look_again(suggestion: Suggestion, item: PlanItem, wording: str | None, seen_version: int | None) -> None:
    needs_wording = suggestion.kind == SuggestionKind.REWORDING and wording is None
    if seen_version != item.version or needs_wording:
        raise Meanwhile(item, merged_wording(suggestion, item))


def _reason(suggestion: Suggestion, answer: str) -> str:
    return suggestion.reason or answer


def _last_change(suggestion: Suggestion) -> int | None:
    if suggestion.item_id is None:
        return None
    return ItemChange.objects.filter(item=suggestion.item_id).order_by("-pk").values_list("pk", flat=True).first()


def _hold(suggestion: Suggestion) -> Suggestion:
    """The plan first, as whoever changes it does: two answers never wait for each other in a circle, and the second
    of two sees what the first one made."""
    hold_plan(suggestion.plan_id, ChangeKind.NOTED)
    held = (
        Suggestion.objects.select_for_update(of=("self",), no_key=True)
        .select_related("plan", "item__parent", "item__row", "item__owner")
        .get(pk=suggestion.pk)
    )
    if held.state != SuggestionState.OPEN:
        raise AlreadyDecided
    return held


def _decide(suggestion: Suggestion, state: SuggestionState, answer: str, hand: Hand) -> Suggestion:
    suggestion.state, suggestion.answer = state, answer
    suggestion.decided_at, suggestion.decided_by = hand.now, hand.by
    suggestion.save()
    record(f"suggestion.{state}", suggestion, by=hand.by_id, now=hand.now)
    tell_when_done(suggestion, hand=hand)
    return suggestion
