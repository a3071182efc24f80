"""Saying by hand which passage of the plan a change of a returned copy is about."""

from __future__ import annotations

from django.db import transaction
from rapidfuzz import fuzz, process

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.plan.drafting.deciding import attach
from preau.plan.drafting.enums import Certainty, SuggestionKind, SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, PlaceMissing
from preau.plan.drafting.models import Suggestion
from preau.plan.structure.models import PlanItem

_FEW = 6


@transaction.atomic
def attach_change(suggestion: Suggestion, item: PlanItem, *, hand: Hand) -> Suggestion:
    """The change, and the others that the same words brought, are about ``item``; it is no longer seen as missing.

    Raises AlreadyDecided, PlaceMissing for an item of another plan or another nature.
    """
    kind = suggestion.item.kind if suggestion.item else suggestion.proposed("kind")
    if item.plan_id != suggestion.plan_id or item.kind != kind or item.removed_at is not None:
        raise PlaceMissing
    for other in _companions(suggestion):
        attach(other, item, hand=hand)
    if not suggestion.is_open:
        raise AlreadyDecided
    held = attach(suggestion, item, hand=hand)
    if held.kind != SuggestionKind.REMOVAL:
        _found_again(held, item, hand)
    return held


def likeliest(suggestion: Suggestion) -> list[PlanItem]:
    """The few passages of its nature that look most like what it says, the best first. One query."""
    kind = suggestion.item.kind if suggestion.item else suggestion.proposed("kind")
    items = list(suggestion.plan.items.present().filter(kind=kind).select_related("row", "parent"))
    words = suggestion.new_text or (suggestion.item.text if suggestion.item else "")
    found = process.extract(words, [item.text for item in items], scorer=fuzz.token_sort_ratio, limit=_FEW)
    return sorted((items[number] for _, _, number in found), key=lambda item: item.pk != suggestion.item_id)


def _companions(suggestion: Suggestion) -> list[Suggestion]:
    """Other changes of the same passage of the copy, whose place is just as uncertain."""
    if suggestion.item_id is None:
        return []
    beside = Suggestion.objects.open().filter(
        batch=suggestion.batch_id, item=suggestion.item_id, certainty=Certainty.UNCERTAIN
    )
    return list(beside.exclude(pk=suggestion.pk).exclude(kind=SuggestionKind.REMOVAL))


def _found_again(suggestion: Suggestion, item: PlanItem, hand: Hand) -> None:
    """The copy holds the item after all: the removal that its absence had suggested is taken back."""
    removals = Suggestion.objects.open().filter(batch=suggestion.batch_id, item=item, kind=SuggestionKind.REMOVAL)
    for removal in removals:
        removal.state, removal.decided_at, removal.decided_by = SuggestionState.WITHDRAWN, hand.now, hand.by
        removal.save(update_fields=["state", "decided_at", "decided_by"])
        record("suggestion.withdrawn", removal, by=hand.by_id, now=hand.now, details={"code": item.code})
