"""Why something can't be done to an indicator. Screens say it in a sentence."""

from __future__ import annotations


class AlreadyChosen(Exception):
    """That effect has it already."""


class NotOfTheLibrary(Exception):
    """No such code."""


class CountsItself(Exception):
    """Nobody types the value of what counts itself."""


class NoProof(Exception):
    """A value typed by hand needs a document or a source."""


class StillUnfinished(Exception):
    """The year is not over: a figure of the whole year can't be known."""


class Withdrawn(Exception):
    """The town left this indicator."""
