"""Tags that every template has without loading them."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import formats, timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from preau.foundation.design import icons, typography
from preau.foundation.text import money

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "home" %}``: always beside a word."""
    return icons.icon(str(name))


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


@register.filter
def as_euros(cents: int) -> str:
    """``{{ 1240|as_euros }}``: « 12,40 € », on one line."""
    return money.euros(cents)


@register.filter
def share(part: int, whole: int) -> int:
    """``{{ 3|share:12 }}`` → 25, in percent; 0 of nothing is 0."""
    return round(100 * part / whole) if whole else 0
