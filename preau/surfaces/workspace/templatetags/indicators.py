"""Indicators in words, for templates."""

from __future__ import annotations

from django import template

from preau.observatory.indicators.queries import Line
from preau.observatory.indicators.wording import minutes_words
from preau.surfaces.workspace.indicators.page import line_words

register = template.Library()


@register.filter
def said(line: Line) -> str:
    """``{{ line|said }}``: "42 %", "2 sur 3", "masqué"."""
    return line_words(line)


@register.filter
def as_time(minutes: int) -> str:
    """``{{ 150|as_time }}`` → "2 h 30"."""
    return minutes_words(minutes)
