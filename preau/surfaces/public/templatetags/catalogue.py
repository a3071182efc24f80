"""What a page of the catalogue draws a hundred times over: written here, because a template is slower by far."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from preau.surfaces.public.catalogue.filters import Group
from preau.surfaces.shell.choices import Choice

register = template.Library()

_LINK = '<li><a id="{}-{}" href="{}{}"{}><span>{}</span> <span class="number">{}</span></a></li>'
_NONE = '<li><span class="cat-none" id="{}-{}"><span>{}</span> <span class="number">0</span></span></li>'
_CURRENT = mark_safe(' aria-current="true"')


@register.filter
def as_links(group: Group, here: str) -> SafeString:
    """``<ul>{{ group|as_links:here }}</ul>``: a line for each filter; what would show nothing is words, not a link."""
    lines = (_line(group.key, number, choice, here) for number, choice in enumerate(group.choices, 1))
    return mark_safe("".join(lines))  # noqa: S308  each is escaped


def _line(key: str, number: int, choice: Choice, here: str) -> SafeString:
    if not choice.count and not choice.is_current:
        return format_html(_NONE, key, number, choice.label)
    query = f"?{choice.query}" if choice.query else ""
    current = _CURRENT if choice.is_current else ""
    return format_html(_LINK, key, number, here, query, current, choice.label, choice.count)
