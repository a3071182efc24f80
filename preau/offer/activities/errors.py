from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .completeness import Lack
    from .models import Activity


class EntryConflict(Exception):
    """Somebody changed the same facts meanwhile. Carries the entry as it stands; the caller keeps what was typed."""

    def __init__(self, current: Activity, facts: frozenset[str]) -> None:
        super().__init__(f"{current.slug} is at version {current.version}")
        self.current, self.facts = current, facts


class EntryClosed(Exception):
    """The entry was refused or withdrawn: it is taken up again before it is changed."""


class NotComplete(Exception):
    """Something is missing before families can read the entry."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__(" ".join(lack.sentence for lack in lacks))
        self.lacks = lacks

    @property
    def sentences(self) -> list[str]:
        return [lack.sentence for lack in self.lacks]


class WrongFact(Exception):
    """A fact that can't stand. ``about`` names it, ``sentence`` says it to the person who typed it."""

    def __init__(self, about: str, sentence: str) -> None:
        super().__init__(sentence)
        self.about, self.sentence = about, sentence
