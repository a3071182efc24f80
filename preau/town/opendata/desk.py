"""A file that somebody sends through a screen: kept until they say yes or no, then deleted."""

from __future__ import annotations

import hashlib
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from preau.foundation.tables import Table
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.names import cleaned
from preau.people.files.storage import files_storage
from preau.people.organisations.models import Commune
from preau.town.opendata.enums import WAITING, ImportState
from preau.town.opendata.errors import AlreadyRunning, ImportMoved, ManyWouldGo
from preau.town.opendata.models import ImportChange, ImportRefusal, ImportRun
from preau.town.opendata.outlook import Options, Sent
from preau.town.opendata.running import (
    REFUSALS,
    interrupted_sentence,
    is_interrupted,
    preview,
    run_import,
    told,
)
from preau.town.opendata.source import Source

FOLDER = "imports"
KEPT_UPLOADS = timedelta(days=2)
"""How long a file waits for somebody's answer."""
KEPT_CHANGES = timedelta(days=365)
"""How long an import can be undone, and its refused lines be read."""


def receive(file: File[bytes], *, source: Source, commune: Commune, options: Options, hand: Hand) -> ImportRun:
    """Keeps the file, a piece at a time, and the row that will say what is in it."""
    path = f"{FOLDER}/{uuid.uuid4()}"
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    files_storage().save(path, file)
    with transaction.atomic():
        run = ImportRun.objects.create(
            commune=commune,
            source=source.name,
            file_name=cleaned(file.name or ""),
            file_size=file.size,
            sha256=digest.hexdigest(),
            upload=path,
            state=ImportState.RECEIVED,
            started_at=hand.now,
            by=hand.by,
            options=options.to_json(),
        )
        details = {"source": source.name, "sha256": run.sha256, "size": run.file_size}
        record("opendata.received", run, by=hand.by_id, now=hand.now, details=details)
    return run


def look(run: ImportRun, source: Source, *, now: datetime) -> ImportRun:
    """Reads the file and keeps what importing it would do. A refusal is kept in its sentence."""
    if run.state != ImportState.RECEIVED:
        return run
    try:
        with _table(run, source, now) as table:
            options = Options.from_json(run.options)
            outlook = preview(source, table, commune=run.commune, options=options, progress=_Teller(run))
    except REFUSALS as refused:
        return _end(run, ImportState.REFUSED, refused.sentence, now)
    except BaseException:
        _end(run, ImportState.INTERRUPTED, interrupted_sentence(), now)
        raise
    with transaction.atomic():
        held = _hold(run, ImportState.RECEIVED)
        told(held, outlook)
        held.state = ImportState.PREVIEWED
        held.save()
    return held


@transaction.atomic
def confirm(run: ImportRun, *, accept_gone: bool, hand: Hand) -> ImportRun:
    """Somebody says yes; ``carry_out`` follows. Raises ImportMoved, ManyWouldGo when that had to be accepted too."""
    held = ImportRun.objects.select_for_update(of=("self",), no_key=True).get(pk=run.pk)
    if not may_start(held):
        raise ImportMoved
    options = Options.from_json(held.options)
    held.options = Options(options.communes, accept_gone).to_json()
    held.state, held.by, held.error, held.progress = ImportState.CONFIRMED, hand.by, "", 0
    held.save()
    return held


def may_start(run: ImportRun) -> bool:
    """A file still there, that was looked at, or whose import was cut short."""
    if not run.upload:
        return False
    return run.state in (ImportState.PREVIEWED, ImportState.INTERRUPTED) or is_interrupted(run)


def carry_out(run: ImportRun, source: Source, *, now: datetime) -> ImportRun:
    """Imports a confirmed file and deletes it. What can be mended leaves it waiting for another answer."""
    if run.state != ImportState.CONFIRMED and not is_interrupted(run):
        return run
    hand = Hand(run.by, now)
    sent = Sent(run.file_name, run.file_size, run.sha256)
    try:
        with _table(run, source, now) as table:
            run_import(
                source,
                table,
                commune=run.commune,
                sent=sent,
                hand=hand,
                options=Options.from_json(run.options),
                progress=_Teller(run),
                run=run,
            )
    except ManyWouldGo as asked:
        told(run, asked.outlook)
        return _wait_again(run, asked.sentence)
    except AlreadyRunning as busy:
        return _wait_again(run, busy.sentence)
    except REFUSALS as refused:
        return _end(run, ImportState.REFUSED, refused.sentence, now)
    _discard(run)
    return run


@transaction.atomic
def abandon(run: ImportRun, *, hand: Hand) -> ImportRun:
    """The file is deleted, nothing is imported. Raises ImportMoved."""
    held = ImportRun.objects.select_for_update(of=("self",), no_key=True).get(pk=run.pk)
    if not held.upload or not (held.state in WAITING or may_start(held)):
        raise ImportMoved
    held.state, held.ended_at = ImportState.ABANDONED, hand.now
    held.save(update_fields=["state", "ended_at"])
    _discard(held)
    record("opendata.abandoned", held, by=hand.by_id, now=hand.now, details={"source": held.source})
    return held


def forget(*, now: datetime) -> int:
    """Deletes files that nobody answered for, and what is no longer needed to undo or to explain old imports."""
    forgotten = 0
    stale = ImportRun.objects.filter(started_at__lt=now - KEPT_UPLOADS).exclude(upload="")
    for run in stale.filter(state__in=[*WAITING, ImportState.INTERRUPTED]):
        abandon(run, hand=Hand(None, now))
        forgotten += 1
    old = ImportRun.objects.filter(started_at__lt=now - KEPT_CHANGES)
    ImportChange.objects.filter(run__in=old).delete()
    ImportRefusal.objects.filter(run__in=old).delete()
    _sweep()
    return forgotten


class _Teller:
    """Writes how far the reading is, where the page can see it."""

    def __init__(self, run: ImportRun) -> None:
        self.run, self.told = run, -1

    def __call__(self, read: int, share: float) -> None:
        percent = min(99, int(share * 100))
        if percent > self.told:
            self.told = percent
            ImportRun.objects.filter(pk=self.run.pk).update(read=read, progress=percent)


@contextmanager
def _table(run: ImportRun, source: Source, now: datetime) -> Iterator[Table]:
    today = timezone.localdate(now)
    with _on_disk(run.upload) as path, source.open(path, run.file_name, today=today) as table:
        yield table


@contextmanager
def _on_disk(upload: str) -> Iterator[Path]:
    """Where the bytes are; a copy of them where the storage is not a disk."""
    storage = files_storage()
    with suppress(NotImplementedError):
        if (path := Path(storage.path(upload))).is_file():
            yield path
            return
    with tempfile.NamedTemporaryFile(prefix="preau-import-") as copy, storage.open(upload) as kept:
        for piece in kept.chunks():
            copy.write(piece)
        copy.flush()
        yield Path(copy.name)


def _hold(run: ImportRun, *states: ImportState) -> ImportRun:
    held = ImportRun.objects.select_for_update(of=("self",), no_key=True).select_related("commune").get(pk=run.pk)
    if held.state not in states:
        raise ImportMoved
    return held


def _wait_again(run: ImportRun, sentence: str) -> ImportRun:
    run.state, run.error, run.ended_at = ImportState.PREVIEWED, sentence, None
    run.save()
    return run


def _end(run: ImportRun, state: ImportState, sentence: str, now: datetime) -> ImportRun:
    run.state, run.error, run.ended_at = state, sentence, now
    run.save(update_fields=["state", "error", "ended_at"])
    if state == ImportState.REFUSED:
        _discard(run)
    return run


def _discard(run: ImportRun) -> None:
    """The row says first that there is no file; then the file goes."""
    path, run.upload = run.upload, ""
    run.save(update_fields=["upload"])
    if path:
        transaction.on_commit(lambda: files_storage().delete(path))


def _sweep() -> None:
    """Files that no row names: a program was killed between the two."""
    try:
        present = files_storage().listdir(FOLDER)[1]
    except FileNotFoundError:
        return
    named = set(ImportRun.objects.exclude(upload="").values_list("upload", flat=True))
    for name in present:
        if f"{FOLDER}/{name}" not in named:
            files_storage().delete(f"{FOLDER}/{name}")
