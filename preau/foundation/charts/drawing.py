"""Which marks a chart is made of."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .bars import draw_bars
from .dots import draw_dots
from .lines import draw_line
from .marks import Drawing, Words
from .model import Chart, Kind
from .shares import draw_shares

_DRAWERS = {Kind.LINE: draw_line, Kind.BARS: draw_bars, Kind.SHARES: draw_shares, Kind.DOTS: draw_dots}


def draw(chart: Chart) -> Drawing:
    if chart.is_empty:
        return Drawing([Words("soft", 0, 1.1, _("Rien à montrer pour l’instant."))], 1.8)
    return _DRAWERS[chart.kind](chart)
