from __future__ import annotations

from typing import TYPE_CHECKING

from .rules import Lack

if TYPE_CHECKING:
    from .models import ActionSheet


class SheetConflict(Exception):
    """Somebody changed the same facts meanwhile. Carries the sheet as it stands; the caller keeps what was typed."""

    def __init__(self, current: ActionSheet, facts: frozenset[str]) -> None:
        super().__init__(f"{current.code} is at version {current.version}")
        self.current, self.facts = current, facts


class NotReady(Exception):
    """Something is missing before the step can be taken."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__(" ".join(lack.sentence for lack in lacks))
        self.lacks = lacks

    @property
    def sentences(self) -> list[str]:
        return [lack.sentence for lack in self.lacks]


class SheetClosed(Exception):
    """The sheet is in a state in which that part of it no longer changes."""


class AlreadySigned(Exception):
    """That side has agreed already, or the same person signed the other side."""


class NotASide(Exception):
    """The organisation is neither the owner nor the co-owner."""


class WrongObjective(Exception):
    """An objective of another plan, one that was taken out, or an item that is no operational objective."""


class AlreadyCopied(Exception):
    """The sheet was taken up for that year already. Carries the copy."""

    def __init__(self, copy: ActionSheet) -> None:
        super().__init__(f"copied as {copy.code}")
        self.copy = copy
