"""A figure as a point of a chart: what may not be read of it is not in the point."""

from __future__ import annotations

from preau.foundation.charts import Point, Standing

from .library import Entry
from .shown import Shown
from .wording import among_words, figure_words


def point_of(name: str, each: Shown, entry: Entry, *, is_over: bool = True) -> Point:
    """``is_over`` False: of a span that is not, and is drawn so."""
    if each.is_hidden:
        return Point(name, standing=Standing.HIDDEN)
    if each.value is None:
        return Point(name, words=figure_words(each, entry), standing=Standing.MISSING)
    standing = Standing.KNOWN if is_over else Standing.UNFINISHED
    return Point(name, each.value, figure_words(each, entry), among_words(each, entry), standing=standing)
