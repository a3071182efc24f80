"""The figures of an indicator as charts of the house."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from preau.foundation.charts import Chart, Kind, Point, Standing
from preau.observatory.indicators.enums import Unit
from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.shown import Shown
from preau.observatory.indicators.wording import among_words, figure_words


def chart(kind: Kind, title: str, named: Sequence[tuple[str, Shown, bool]], entry: Entry) -> Chart:
    """(name, figure, is it a span that is not over)."""
    points = tuple(point_of(name, each, entry, is_partial=is_partial) for name, each, is_partial in named)
    heads = (_("Période") if kind == Kind.LINE else _("Sur quoi"), _("Chiffre"))
    high = 100.0 if entry.unit == Unit.SHARE and kind == Kind.BARS else None
    return Chart.of(kind, title, points, heads=heads, high=high)


def point_of(name: str, each: Shown, entry: Entry, *, is_partial: bool = False) -> Point:
    if each.is_hidden:
        return Point(name, standing=Standing.HIDDEN)
    if each.value is None:
        return Point(name, words=figure_words(each, entry), standing=Standing.MISSING)
    standing = Standing.UNFINISHED if is_partial else Standing.KNOWN
    return Point(name, each.value, figure_words(each, entry), among_words(each, entry), standing=standing)
