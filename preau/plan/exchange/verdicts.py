"""Answering a whole copy at once. Each change stands alone: what can't be applied stays open, and is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from preau.people.accounts.hand import Hand
from preau.plan.drafting.applying import is_stale
from preau.plan.drafting.deciding import accept_suggestion, refuse_suggestion
from preau.plan.drafting.enums import Certainty
from preau.plan.drafting.errors import AlreadyDecided, Meanwhile, PlaceMissing, WordsMoved
from preau.plan.drafting.models import ReturnedDocument, Suggestion
from preau.plan.structure.errors import EditConflict, NoPlace, NotEmpty, PlanAdopted

_RELATED = ("plan", "item__parent", "item__row", "item__owner")
_LEFT = (AlreadyDecided, Meanwhile, PlaceMissing, WordsMoved, EditConflict, NoPlace, NotEmpty, PlanAdopted)


@dataclass(frozen=True, slots=True)
class Left:
    """A change that could not be applied, and why."""

    suggestion: Suggestion
    why: Exception


@dataclass(slots=True)
class Account:
    done: int = 0
    left: list[Left] = field(default_factory=list)


def is_plain(suggestion: Suggestion) -> bool:
    """Found again for sure, and nothing that it changes has changed since: it can be taken without a second look."""
    item = suggestion.item
    if suggestion.certainty != Certainty.SURE or not suggestion.is_open:
        return False
    return item is None or (item.removed_at is None and not is_stale(suggestion, item))


def plain_changes(returned: ReturnedDocument) -> list[Suggestion]:
    """Those of the copy that can be accepted together, in the order in which they were read. One query."""
    return [each for each in _open(returned) if is_plain(each)]


def accept_plain(returned: ReturnedDocument, *, hand: Hand) -> Account:
    """Accepts what is sure and in conflict with nothing. Each in a transaction of its own."""
    return _each(plain_changes(returned), lambda suggestion: accept_suggestion(suggestion, hand=hand))


def refuse_rest(returned: ReturnedDocument, *, answer: str, hand: Hand) -> Account:
    """Refuses everything still open in the copy, with one answer for all. Each in a transaction of its own."""
    return _each(_open(returned), lambda suggestion: refuse_suggestion(suggestion, hand=hand, answer=answer))


def _each(suggestions: list[Suggestion], act: Callable[[Suggestion], Suggestion]) -> Account:
    account = Account()
    for suggestion in suggestions:
        try:
            act(suggestion)
        except _LEFT as why:
            account.left.append(Left(suggestion, why))
        else:
            account.done += 1
    return account


def _open(returned: ReturnedDocument) -> list[Suggestion]:
    return list(returned.suggestions.open().select_related(*_RELATED).order_by("pk"))
