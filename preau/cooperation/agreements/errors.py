from __future__ import annotations

from preau.cooperation.agreements.rules import Gap


class ChangedMeanwhile(Exception):
    """Somebody changed the agreement since it was on the screen; nothing was written over."""


class TextFixed(Exception):
    """The council has voted the agreement: its words, parties and annexes change no more, unless it is reworked."""


class NotComplete(Exception):
    """It can't be voted yet. Carries what is missing."""

    def __init__(self, gaps: list[Gap]) -> None:
        super().__init__(", ".join(gaps))
        self.gaps = gaps


class SomebodySigned(Exception):
    """What somebody has signed is not reworked."""


class AlreadySigned(Exception):
    """This party's signature is recorded."""


class AllSigned(Exception):
    """Everybody has signed: no signature is corrected any more."""


class NotTheSignatory(Exception):
    """The person is not named to sign for this party, or holds no role there today."""


class ProofBroken(Exception):
    """The text put to signature is not the one that was voted. Nobody signs it."""


class WrongDay(Exception):
    """A signature can't bear that date: before the vote, or not come yet."""


class NoRole(Exception):
    """The person named to sign holds no role for that organisation."""
