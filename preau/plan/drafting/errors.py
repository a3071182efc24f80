from __future__ import annotations

from preau.plan.structure.models import PlanItem


class AlreadyDecided(Exception):
    """Somebody decided first; nothing was changed."""


class WordsMoved(Exception):
    """The words that a suggestion would replace are no longer in the item's text."""


class NothingProposed(Exception):
    """The proposal says what the plan says already."""


class AlreadyProposed(Exception):
    """Somebody proposes the very same thing. Carries the key of the open suggestion."""

    def __init__(self, suggestion_id: int) -> None:
        super().__init__(f"suggestion {suggestion_id} says the same")
        self.suggestion_id = suggestion_id


class Meanwhile(Exception):
    """The item has changed since the proposal was written: a person must look at the three states.

    Carries the item as it stands now, and the wording that keeps both changes when their words don't touch.
    """

    def __init__(self, current: PlanItem, merged: str | None = None) -> None:
        super().__init__(f"{current.code} has changed since the proposal")
        self.current, self.merged = current, merged


class PlaceMissing(Exception):
    """The row or branch that the proposal aims at is not there: taken out, or not accepted yet."""


class ItemRemoved(PlaceMissing):
    """The item that the proposal would change was taken out of the plan: it must be put back first."""
