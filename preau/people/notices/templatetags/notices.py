"""How a text shows whom it calls."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from preau.people.notices.mentions import Named, mentions

register = template.Library()


@register.filter
def with_mentions(text: str, people: Sequence[Named]) -> SafeString:
    """``{{ comment.text|with_mentions:names }}``, ``names`` from ``queries.callable_names``.

    Everything is escaped; only the ``<span class="mention">`` around a call is ours. ``|linebreaksbr`` may follow.
    """
    pieces: list[str] = []
    at = 0
    for mention in mentions(text, people):
        pieces += [
            escape(text[at : mention.start]),
            format_html('<span class="mention">{}</span>', text[mention.start : mention.end]),
        ]
        at = mention.end
    return mark_safe("".join([*pieces, escape(text[at:])]))  # noqa: S308  every piece was escaped above
