"""How a study's templates write a count that the draw moves."""

from __future__ import annotations

from django import template

from preau.offer.laboratory.findings import Range
from preau.offer.laboratory.words import range_words

register = template.Library()


@register.filter
def as_range(count: Range) -> str:
    return range_words(count)
