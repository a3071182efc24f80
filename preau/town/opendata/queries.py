"""What the screens and the terminal show of imports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from preau.people.organisations.models import Commune
from preau.town.opendata.enums import ImportState
from preau.town.opendata.models import ImportRun
from preau.town.opendata.running import is_interrupted
from preau.town.opendata.source import Source


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of file and what is known from it: rows present, rows gone, the last import that was not undone."""

    source: Source
    present: int
    gone: int
    last: ImportRun | None


def shelves(commune: Commune, sources: Iterable[Source]) -> list[Shelf]:
    """Two queries, and one for each kind."""
    lasts = ImportRun.objects.done().filter(commune=commune).order_by().values("source").annotate(last=Max("pk"))
    runs = {run.source: run for run in ImportRun.objects.filter(pk__in=lasts.values("last")).select_related("by")}
    return [Shelf(source, *_counts(commune, source), runs.get(source.name)) for source in sources]


def _counts(commune: Commune, source: Source) -> tuple[int, int]:
    rows = source.model._default_manager.filter(commune=commune, **source.scope)
    counted = rows.aggregate(
        present=Count("pk", filter=Q(gone_on__isnull=True)), gone=Count("pk", filter=Q(gone_on__isnull=False))
    )
    return counted["present"], counted["gone"]


def state_of(run: ImportRun) -> ImportState:
    """As it is told to people: a run whose program was killed is interrupted, even before anybody wrote it down."""
    return ImportState.INTERRUPTED if is_interrupted(run) else ImportState(run.state)
