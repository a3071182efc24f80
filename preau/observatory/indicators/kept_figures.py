"""Figures worked out once for a snapshot: the same question gets the same answer until the facts change.

At night, all that pages ask of what counts no person; anything else the first time that it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from django.core.cache import cache

from preau.observatory.facts.worked_out import keep, kept

from .computing import Facts, compute
from .figures import Figure, Missing
from .measures import MEASURES, Asked

KEPT_SECONDS = 7 * 24 * 3600
_KEPT = "indicators"


def figures_of(code: str, asked: Asked, facts: Facts, outside: Mapping[str, float] | None = None) -> list[Figure]:
    """``outside`` is put in afterwards: typing it costs no question."""
    name = _name(code, asked)
    told = kept(facts.version, _KEPT).get(name)
    figures = [_figure(each) for each in told] if told is not None else _cached(name, code, asked, facts)
    return [_with_outside(code, each, outside or {}) for each in figures]


def settle(questions: Iterable[tuple[str, Asked]], facts: Facts) -> None:
    told = {_name(code, asked): [asdict(each) for each in figures_of(code, asked, facts)] for code, asked in questions}
    keep(facts.version, _KEPT, told)


def _cached(name: str, code: str, asked: Asked, facts: Facts) -> list[Figure]:
    key = f"indicator:{facts.version}:{name}"
    figures: list[Figure] | None = cache.get(key)
    if figures is None:
        figures = compute(code, asked, facts=facts)
        cache.set(key, figures, KEPT_SECONDS)
    return figures


def _name(code: str, asked: Asked) -> str:
    span = asked.span
    return f"{code}:{span.kind}:{span.first}:{span.until}:{asked.presences}:{asked.by or ''}"


def _figure(told: Mapping[str, Any]) -> Figure:
    return Figure(**{**told, "missing": Missing(told["missing"]) if told["missing"] else None})


def _with_outside(code: str, figure: Figure, outside: Mapping[str, float]) -> Figure:
    lacks = MEASURES[code].outside
    if not lacks or figure.missing != Missing.OUTSIDE or figure.cell:
        return figure
    among = outside.get(lacks[0].part)
    return replace(Figure.share(figure.counted or 0, among), people=figure.people)
