"""How many live where, as INSEE counts them: squares of 200 m."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from preau.foundation.facts import CHUNK, Fact, code, decimal
from preau.people.organisations.models import Commune

from .models import GridCell
from .quarters import quarters_of

_AGES = ("aged_0_3", "aged_4_5", "aged_6_10", "aged_11_17", "aged_18_24")


def _squares(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    for town in Commune.objects.order_by("pk"):
        quarter_of = quarters_of(town)
        for each in GridCell.objects.present().filter(commune=town).order_by("pk").iterator(chunk_size=CHUNK):
            quarter = quarter_of(each.lon, each.lat)
            ages = (getattr(each, name) for name in _AGES)
            area = quarter.slug if quarter else ""
            yield (each.official_id, area, each.lon, each.lat, each.share, each.people, *ages)


SQUARES = Fact(
    "squares",
    "One row for each square of 200 m of INSEE that the town took in, with its inhabitants.",
    (
        code("square", "areas.GridCell.official_id", sentence="INSEE's own key"),
        code("area", "areas.GridCell.lon", "areas.GridCell.lat", sentence="quarter of its middle, or empty"),
        decimal("lon", "areas.GridCell.lon", sentence="degrees of its middle, WGS84"),
        decimal("lat", "areas.GridCell.lat", sentence="degrees of its middle, WGS84"),
        decimal("share", "areas.GridCell.share", sentence="part of it that is in the town, 0 to 1"),
        decimal("people", "areas.GridCell.people", sentence="inhabitants of the whole square"),
        *(decimal(name, f"areas.GridCell.{name}", sentence="inhabitants of that age") for name in _AGES),
    ),
    rows=_squares,
)

FACTS = (SQUARES,)
