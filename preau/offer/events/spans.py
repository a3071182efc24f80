"""When things happen: pairs of instants, in order, each once, on the clocks of France."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
type Span = tuple[datetime, datetime]
"""An occurrence: its first instant and its last one, both with their offset."""


def ordered(spans: Iterable[Span]) -> list[Span]:
    """Local times, an end that never comes before its beginning."""
    local = ((start.astimezone(PARIS), end.astimezone(PARIS)) for start, end in spans)
    return sorted({(start, max(start, end)) for start, end in local})


def times_of(spans: list[Span]) -> dict[str, Any]:
    """The three fields of an event that say when."""
    return {
        "times": [[start.isoformat(), end.isoformat()] for start, end in spans],
        "starts_at": spans[0][0],
        "ends_at": max(end for _start, end in spans),
    }
