"""Tags that every template has without loading them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Protocol

from django import template
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from preau.foundation.design import icons, typography
from preau.foundation.text import money

register = template.Library()
_GAP = typography.WIDE


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "home" %}``: always beside a word."""
    return icons.icon(str(name))


class Option(Protocol):
    """One line of a list to choose from in a form."""

    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str | Promise: ...
    @property
    def is_selected(self) -> bool: ...


@register.filter
def as_options(options: Iterable[Option]) -> SafeString:
    """``<select>{{ ages|as_options }}</select>``: a page with a hundred of them is drawn four times sooner than line by
    line in a template.
    """
    return mark_safe("".join(_option(each) for each in options))  # noqa: S308  each is escaped


def _option(option: Option) -> SafeString:
    drawn = '<option value="{}" selected>{}</option>' if option.is_selected else '<option value="{}">{}</option>'
    return format_html(drawn, option.value, option.label)


@register.filter
def typo(text: object) -> str:
    """``{{ text|typo }}``: French typography on display; Django still escapes the result."""
    return typography.display(str(text))


@register.filter
def long_date(value: date | datetime | None) -> str:
    """``24 novembre 2026``; nothing for no date."""
    if value is None:
        return ""
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    written = formats.date_format(day, "DATE_FORMAT")
    return f"1er{written[1:]}" if day.day == 1 and get_language() == "fr" else written


@register.filter(expects_localtime=True)
def clock(value: datetime | time | None) -> str:
    """``14 h``, ``12 h 30``, on one line; nothing for no hour."""
    if value is None:
        return ""
    return f"{value.hour}{_GAP}h{_GAP}{value.minute:02d}" if value.minute else f"{value.hour}{_GAP}h"


@register.filter
def as_euros(cents: int) -> str:
    """``{{ 1240|as_euros }}``: « 12,40 € », on one line."""
    return money.euros(cents)


@register.filter
def share(part: int, whole: int) -> int:
    """``{{ 3|share:12 }}`` → 25, in percent; 0 of nothing is 0."""
    return round(100 * part / whole) if whole else 0
