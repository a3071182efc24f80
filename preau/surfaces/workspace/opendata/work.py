"""A small file is read while the person waits; a large one in the background."""

from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from preau.surfaces.workspace.opendata.kinds import kind_or_404
from preau.town.opendata.desk import carry_out, look
from preau.town.opendata.models import ImportRun

SMALL = 1_000_000
"""Bytes: a second or two of reading."""


def look_soon(run: ImportRun) -> None:
    if run.file_size <= SMALL:
        look_at.func(run.pk)
    else:
        look_at.enqueue(run.pk)


def carry_out_soon(run: ImportRun) -> None:
    if run.file_size <= SMALL:
        carry_out_run.func(run.pk)
    else:
        carry_out_run.enqueue(run.pk)


@task
def look_at(pk: int) -> None:
    run = _run(pk)
    look(run, kind_or_404(run.source), now=timezone.now())


@task
def carry_out_run(pk: int) -> None:
    run = _run(pk)
    carry_out(run, kind_or_404(run.source), now=timezone.now())


def _run(pk: int) -> ImportRun:
    return ImportRun.objects.select_related("commune", "by").get(pk=pk)
