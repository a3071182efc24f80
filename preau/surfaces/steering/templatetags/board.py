"""What the board's templates need to say its marks aloud."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from preau.observatory.evaluation.enums import VerdictKind
from preau.plan.board import words
from preau.plan.board.rules import Late
from preau.surfaces.shell.verdicts import tone_of

register = template.Library()


@register.filter
def counts_in_words(counts: Mapping[str, int]) -> str:
    return words.counts_in_words(counts)


@register.filter
def late_in_words(late: Late) -> str:
    return words.late_in_words(late)


@register.filter
def verdict_tone(kind: VerdictKind) -> str:
    """The tone of its tag."""
    return tone_of(kind)


@register.filter
def as_slug(code: str) -> str:
    """A1.G2.O3 as an address writes it."""
    return code.lower().replace(".", "-")


@register.filter
def axis_colour(number: int) -> int:
    """Eight colours of axes; a ninth axis takes the first again."""
    return (number - 1) % 8 + 1


@register.filter
def unquoted(text: str) -> str:
    """For a text that is shown in quotes of its own."""
    return text.removeprefix("«").removesuffix("»").strip()
