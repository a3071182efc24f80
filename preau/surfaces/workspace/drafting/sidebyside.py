"""The open proposals about one item, side by side: each against the text of today, and against the others."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest

from preau.foundation.text.differences import word_differences
from preau.foundation.text.merging import merge_wordings
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.rules import apply_change
from preau.plan.structure.models import PlanItem
from preau.surfaces.workspace.drafting.suggestioncards import WHOLE, SuggestionCard, cards_of


@dataclass(slots=True)
class Wording:
    """A text somebody proposes; ``clashes`` and ``combines``: whose other texts touch the same words, or don't."""

    card: SuggestionCard
    text: str
    clashes: list[str] = field(default_factory=list)
    combines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SideBySide:
    wordings: list[Wording]
    others: list[SuggestionCard]
    decided: list[SuggestionCard]


def side_by_side(request: HttpRequest, item: PlanItem) -> SideBySide:
    """One list of cards, whatever their number: the queries are those of ``cards_of``."""
    cards = cards_of(request, item.plan, item.suggestions.order_by("proposed_at", "pk"))
    opened = [card for card in cards if card.suggestion.is_open]
    wordings = [Wording(card, text) for card in opened if (text := text_proposed(card.suggestion, item)) is not None]
    for one in wordings:
        one.card.pieces = word_differences(item.text, one.text)
        for other in wordings:
            if other is not one:
                merged = merge_wordings(item.text, one.text, other.text)
                (one.clashes if merged is None else one.combines).append(other.card.speaker)
    worded = {id(one.card) for one in wordings}
    return SideBySide(
        wordings,
        [card for card in opened if id(card) not in worded],
        [card for card in cards if card.suggestion.state != SuggestionState.OPEN],
    )


def text_proposed(suggestion: Suggestion, item: PlanItem) -> str | None:
    """The whole text of the item as the proposal would leave it; None when it is not about its words."""
    if suggestion.kind == SuggestionKind.REWORDING:
        return suggestion.new_text
    if not suggestion.is_in_text or suggestion.kind in WHOLE:
        return None
    return apply_change(item.text, old=suggestion.old, new=suggestion.new, start=suggestion.start)
