"""Why something of an evaluation can't be done. Screens say it in a sentence."""

from __future__ import annotations


class AlreadyEvaluated(Exception):
    """That school year has its evaluation."""


class WrongDays(Exception):
    """Days that do not follow one another, or a day to come where a past one is needed."""


class NotPrepared(Exception):
    """The question, the days or somebody to ask is missing."""


class NotOpen(Exception):
    """Contributions are not open."""


class NothingSaid(Exception):
    """A contribution without a word of what was done is not handed in."""


class WrittenMeanwhile(Exception):
    """Somebody of the same side saved another version since this one was read."""


class NotInReview(Exception):
    """Verdicts are proposed between the end of contributions and the committee."""


class Settled(Exception):
    """The committee adopted it: it does not change any more."""


class VerdictIncomplete(Exception):
    """A verdict lacks its strength, its reason or its narrative. Carries what it lacks."""

    def __init__(self, lacks: tuple[str, ...]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = lacks


class VerdictsMissing(Exception):
    """Effects that nobody spoke of. Carries their codes."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class AlreadySaid(Exception):
    """That side has said that it sees things otherwise."""


class NoBaseline(Exception):
    """No full year is known before the one that a target is set for."""


class NotASurvey(Exception):
    """The indicator is not one that a survey answers."""


class SurveyUnreadable(Exception):
    """The file is not a table of questions, answers and counts. Carries a sentence for the person."""
