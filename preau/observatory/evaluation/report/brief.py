"""What the short versions keep of the report: a few effects of each axis, the bad news with the good. Pure.

What is cut is cut at the end of a sentence, else at a word: four pages stay four pages whatever was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .model import AxisPart, EffectPart, FigurePart, Report, VerdictPart

EFFECTS = 6
"""On the two inner pages."""
BY_AXIS = 2
CHANGES = 5
_GOOD, _BAD = ("confirmed", "partly"), ("refuted",)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class BriefEffect:
    axis: int
    effect: EffectPart
    verdict: VerdictPart
    figure: FigurePart | None


def chosen(report: Report, most: int = EFFECTS, *, with_figure: bool = False) -> list[BriefEffect]:
    """Of each axis in its turn, those with the strongest evidence; of an axis that has a bad news, one of the two
    is it. In the order of the plan. ``with_figure``: only those that have one to show.
    """
    told = [[each for each in _ranked(axis) if each.figure or not with_figure] for axis in report.axes]
    ranked = [each[:BY_AXIS] for each in told]
    taken: list[BriefEffect] = []
    for place in range(BY_AXIS):
        taken += [each[place] for each in ranked if len(each) > place]
    kept = taken[:most]
    order = {effect.code: place for place, effect in enumerate(report.effects)}
    return sorted(kept, key=lambda each: order[each.effect.code])


def _ranked(axis: AxisPart) -> list[BriefEffect]:
    told = [
        BriefEffect(axis.number, each, each.verdict, first_known(each.figures)) for each in axis.effects if each.verdict
    ]
    told.sort(key=_weight, reverse=True)
    good = [each for each in told if each.verdict.kind in _GOOD]
    bad = [each for each in told if each.verdict.kind in _BAD]
    return [*good[:1], *bad[:1], *good[1:], *bad[1:]]


def _weight(each: BriefEffect) -> tuple[int, bool]:
    return each.verdict.level, each.figure is not None


def first_known(figures: Iterable[FigurePart]) -> FigurePart | None:
    """A share before a gap or an index: it is read at a glance."""
    known = [each for each in figures if each.is_known]
    return min(known, key=lambda each: not _is_share(each.words), default=None)


def _is_share(words: str) -> bool:
    return words.endswith("%") or " sur " in words


def unmeasured(report: Report) -> int:
    return next((each.count for each in report.counts if each.kind == "not_measured"), 0)


def changes_of(report: Report, most: int = CHANGES) -> list[str]:
    """One of each axis before a second of any."""
    by_axis = [list(dict.fromkeys(each.words for each in axis.changes)) for axis in report.axes]
    found: list[str] = []
    for place in range(max((len(each) for each in by_axis), default=0)):
        found += [each[place] for each in by_axis if len(each) > place]
    return list(dict.fromkeys(found))[:most]


def shortened(text: str, most: int) -> str:
    """As many whole sentences as fit; else the words that do, and "…"."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    sentences: Sequence[str] = _SENTENCE.split(text)
    kept = ""
    for sentence in sentences:
        longer = f"{kept} {sentence}".strip()
        if len(longer) > most:
            break
        kept = longer
    if kept:
        return kept
    cut = text[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…".replace(",…", "…").replace(" …", "…")
