"""Figures worked out once for a snapshot: the same question gets the same answer until the facts change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.core.cache import cache

from .computing import Facts, compute
from .figures import Figure, Missing
from .measures import MEASURES, Asked

KEPT_SECONDS = 7 * 24 * 3600


def figures_of(code: str, asked: Asked, facts: Facts, outside: Mapping[str, float] | None = None) -> list[Figure]:
    """``outside`` is put in afterwards: typing it costs no question."""
    span = asked.span
    key = f"indicator:{facts.version}:{code}:{span.kind}:{span.first}:{span.until}:{asked.presences}:{asked.by or ''}"
    figures = cache.get(key)
    if figures is None:
        figures = compute(code, asked, facts=facts)
        cache.set(key, figures, KEPT_SECONDS)
    return [_with_outside(code, each, outside or {}) for each in figures]


def _with_outside(code: str, figure: Figure, outside: Mapping[str, float]) -> Figure:
    lacks = MEASURES[code].outside
    if not lacks or figure.missing != Missing.OUTSIDE or figure.cell:
        return figure
    among = outside.get(lacks[0].part)
    return replace(Figure.share(figure.counted or 0, among), people=figure.people)
