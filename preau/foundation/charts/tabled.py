"""The same chart as a table: what is drawn is always written too."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .model import Chart, Point


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(chart: Chart) -> Table:
    first, number = chart.heads or (_("Sur quoi"), _("Chiffre"))
    if chart.is_alone:
        return _of_one(chart, first, number)
    heads = (first, *(series.name for series in chart.series))
    rows = [
        Row(name, tuple(_cell(series.points[rank]) for series in chart.series)) for rank, name in enumerate(chart.names)
    ]
    return Table(chart.title, heads, tuple(rows))


def _of_one(chart: Chart, first: str, number: str) -> Table:
    points = chart.series[0].points
    has_detail = any(point.detail for point in points)
    heads = (first, number, *([_("Combien sur combien")] if has_detail else []))
    rows = [Row(point.name, (_cell(point), *([point.detail or "–"] if has_detail else []))) for point in points]
    return Table(chart.title, heads, tuple(rows))


def _cell(point: Point) -> str:
    """With its interval, in the words of the point: whoever counts writes it there."""
    return point.said
