"""Showing a series, knowing all that it showed before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from preau.observatory.disclosure import Safe, Thresholds
from preau.observatory.disclosure.kept import plain
from preau.people.organisations.models import Commune
from preau.people.smallnumbers.deciding import small_numbers_on

from .models import Release

type WorkedOut = Mapping[str, Any]
type WorkOut = Callable[[Safe, WorkedOut], WorkedOut]
"""From what may be shown, and what was worked out before: by cell, what is written of it."""
type Protect = Callable[[Sequence[Safe]], Safe | None]
"""Given what was shown before, what may be shown now; None: what is shown stays."""


def thresholds_on(commune: Commune, day: date) -> Thresholds:
    return Thresholds(**asdict(small_numbers_on(commune, day)))


@transaction.atomic
def release(
    commune: Commune,
    series: str,
    protect: Protect,
    *,
    now: datetime,
    work_out: WorkOut = lambda _safe, _before: {},
    besides: Sequence[Safe] = (),
) -> Release | None:
    """The last release of the series, new where something may be shown that was not; None where nothing ever was.

    ``besides``: what another series told of the same children.
    """
    before = list(Release.objects.select_for_update(no_key=True).filter(commune=commune, series=series))
    last = before[-1] if before else None
    safe = protect([*besides, *(each.safe for each in before)])
    if safe is None or (last is not None and not _is_news(safe, last.safe)):
        return last
    told = work_out(safe, last.worked_out if last else {})
    if last is not None:
        Release.objects.filter(pk=last.pk).update(is_last=False)
    return Release.objects.create(
        commune=commune, series=series, day=safe.day, tables=plain(safe), worked_out=dict(told), at=now
    )


def last_of(commune: Commune, series: Sequence[str]) -> dict[str, Release]:
    rows = Release.objects.filter(commune=commune, series__in=series, is_last=True)
    return {each.series: each for each in rows}


def last_under(commune: Commune, prefix: str) -> dict[str, Release]:
    """Of all series whose name begins so."""
    rows = Release.objects.filter(commune=commune, series__startswith=prefix, is_last=True)
    return {each.series: each for each in rows}


def told_of(commune: Commune, series: str) -> list[Safe]:
    """All that it ever showed, the oldest first."""
    return [each.safe for each in Release.objects.filter(commune=commune, series=series)]


def _is_news(safe: Safe, last: Safe) -> bool:
    """Figures that are kept, or the same, are no news; nor is one that hides again: it can't be taken back."""
    for names, table in safe.tables.items():
        known = last.tables[names].figures if names in last.tables else {}
        for labels, figure in table.figures.items():
            before = known.get(labels)
            if figure.value is not None and (before is None or before.value != figure.value):
                return True
    return False
