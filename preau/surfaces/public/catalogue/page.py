"""The page of the catalogue, assembled: what was asked, what was understood, what was found, what to try instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from preau.offer.finding.answer import Answer
from preau.offer.finding.catalogue import index_of
from preau.offer.finding.looking import answer_in
from preau.offer.finding.selection import Selection
from preau.offer.finding.understanding import understood
from preau.offer.finding.vocabulary import VIEWS
from preau.people.organisations.models import Commune
from preau.surfaces.shell.choices import Choice

from .cards import Card, cards_of
from .filters import Chip, Group, chips_of, groups_of
from .mapped import Mapped, mapped
from .sentence import Sentence, sentence_of
from .weekgrid import Week, week_of

SIZE = 18
_MOST_LOOSER = 4


@dataclass(frozen=True)
class Page:
    """``asked`` is what the address says; ``found.selection`` what was understood of it."""

    commune: Commune
    asked: Selection
    found: Answer
    understood: frozenset[str]
    ignored: list[tuple[str, str]]

    @property
    def selection(self) -> Selection:
        return self.found.selection

    @property
    def is_whole(self) -> bool:
        return self.selection.is_empty

    @property
    def is_empty_catalogue(self) -> bool:
        return not self.found.index.count

    @cached_property
    def chips(self) -> list[Chip]:
        return chips_of(self.found)

    @cached_property
    def groups(self) -> list[Group]:
        return groups_of(self.found)

    @cached_property
    def sentence(self) -> Sentence:
        return sentence_of(self.selection)

    @property
    def meant(self) -> list[Chip]:
        """The chips that come from words, to be told apart: « compris comme »."""
        return [chip for chip in self.chips if chip.name in self.understood]

    @property
    def literal_query(self) -> str:
        """The same words, searched as they are."""
        return self.asked.but(literal=True).query_string

    @property
    def looser(self) -> list[Chip]:
        """Which filter to leave so that something is found, the most fruitful first."""
        fruitful = [chip for chip in self.chips if chip.count > self.found.count]
        return sorted(fruitful, key=lambda chip: -chip.count)[:_MOST_LOOSER]

    @cached_property
    def views(self) -> list[Choice]:
        asked = self.selection
        return [
            Choice(label, asked.but(view=view).query_string, self.found.count, view == asked.view)
            for view, label in VIEWS.items()
        ]

    @cached_property
    def cards(self) -> list[Card]:
        return cards_of(self.found, self.found.page(SIZE))

    @cached_property
    def week(self) -> Week:
        return week_of(self.found)

    @cached_property
    def places(self) -> Mapped:
        return mapped(self.found, self.commune)

    @property
    def number(self) -> int:
        return min(self.selection.page, self.pages)

    @property
    def pages(self) -> int:
        return self.found.pages(SIZE)

    @property
    def earlier(self) -> str | None:
        return self.selection.but(page=self.number - 1).query_string if self.number > 1 else None

    @property
    def later(self) -> str | None:
        return self.selection.but(page=self.number + 1).query_string if self.number < self.pages else None

    @property
    def shared_query(self) -> str:
        """What may be sent to somebody, subscribed to, printed."""
        return self.selection.shared.query_string


def page_of(
    commune: Commune,
    asked: Selection,
    *,
    now: datetime,
    ignored: list[tuple[str, str]],
) -> Page:
    reading = understood(asked)
    found = answer_in(index_of(commune, now=now), reading.selection, now=now)
    return Page(commune, asked, found, frozenset(reading.names), ignored)
