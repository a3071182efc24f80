"""Which official files the town took in, and when: how old each figure from outside is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from preau.foundation.facts import Fact, code, day, whole

from .models import ImportRun


def _imports(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    for each in ImportRun.objects.order_by("pk"):
        ended = timezone.localdate(each.ended_at) if each.ended_at else None
        yield each.source, each.state, ended, each.read, each.created, each.updated, each.gone


IMPORTS = Fact(
    "imports",
    "One row for each official file that was brought.",
    (
        code("source", "opendata.ImportRun.source", sentence="kind of file"),
        code("state", "opendata.ImportRun.state", sentence="a value of ImportState"),
        day("ended_on", "opendata.ImportRun.ended_at", sentence="when it was taken in"),
        whole("read", "opendata.ImportRun.read", sentence="lines read"),
        whole("created", "opendata.ImportRun.created", sentence="added"),
        whole("updated", "opendata.ImportRun.updated", sentence="changed"),
        whole("gone", "opendata.ImportRun.gone", sentence="no longer there"),
    ),
    rows=_imports,
)

FACTS = (IMPORTS,)
