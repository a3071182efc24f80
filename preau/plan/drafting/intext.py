"""Tracked changes of the first import: words at an offset of a text that may have changed since."""

from __future__ import annotations

from preau.people.accounts.hand import Hand
from preau.plan.drafting.enums import SuggestionKind
from preau.plan.drafting.errors import WordsMoved
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.rules import apply_change
from preau.plan.structure.actions import remove_item, reword
from preau.plan.structure.models import PlanItem


def accept_in_text(suggestion: Suggestion, hand: Hand) -> None:
    """Raises WordsMoved when the words to replace are no longer there."""
    item = suggestion.item
    if item is None:
        return
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


def take_out_again(suggestion: Suggestion, hand: Hand, answer: str) -> None:
    """What only the refused change had brought in."""
    item = suggestion.item
    if item is not None and suggestion.kind == SuggestionKind.ROW_INSERTION:
        _remove_row(item, hand, answer)
    elif item is not None and suggestion.kind == SuggestionKind.INSERTION and suggestion.new == item.text:
        remove_item(item, hand=hand, reason=answer)


def _remove_row(item: PlanItem, hand: Hand, reason: str) -> None:
    for member in item.row.items.present() if item.row else [item]:
        remove_item(member, hand=hand, reason=reason)
