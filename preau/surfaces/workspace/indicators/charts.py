"""The figures of an indicator as a chart of the house."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from preau.foundation.charts import Chart, Kind
from preau.observatory.indicators.drawn import point_of
from preau.observatory.indicators.enums import Unit
from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.shown import Shown


def chart(kind: Kind, title: str, named: Sequence[tuple[str, Shown, bool]], entry: Entry) -> Chart:
    """(name, figure, is it a span that is not over)."""
    points = tuple(point_of(name, each, entry, is_over=not is_partial) for name, each, is_partial in named)
    heads = (_("Période") if kind == Kind.LINE else _("Sur quoi"), _("Chiffre"))
    high = 100.0 if entry.unit == Unit.SHARE and kind == Kind.BARS else None
    return Chart.of(kind, title, points, heads=heads, high=high)
