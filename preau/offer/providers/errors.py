from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from preau.people.organisations.models import Organisation


class AlreadyAsked(Exception):
    """A request for this association waits for the town already."""


class AlreadyPartner(Exception):
    """The association is a partner of the town already."""

    def __init__(self, organisation: Organisation) -> None:
        super().__init__(organisation.slug)
        self.organisation = organisation


class Dissolved(Exception):
    """The national register says that the association is no more."""

    def __init__(self, name: str, on: date | None) -> None:
        super().__init__(name)
        self.name, self.on = name, on


class LinkExpired(Exception):
    """The link of the mail is too old, or was never one."""


class WrongPaper(Exception):
    """``about`` names the field, ``sentence`` says what does not hold."""

    def __init__(self, about: str, sentence: str) -> None:
        super().__init__(sentence)
        self.about, self.sentence = about, sentence


class AlreadyAnswered(Exception):
    """Somebody answered before: the request, or the paper, waits for nobody any more."""
