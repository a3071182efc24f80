"""A snapshot from its asking to its use: taken part by part, resumed where it was cut, put in use at the very end."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.crypto.pseudonyms import current
from preau.foundation.facts import WHOLE, Derived, Fact
from preau.observatory.facts.enums import AT_WORK, SnapshotState
from preau.observatory.facts.errors import AlreadyTaking, SnapshotStopped
from preau.observatory.facts.locks import already_sentence, is_being_taken, taking, touching
from preau.observatory.facts.manifest import (
    Manifest,
    Part,
    folder_of,
    in_use,
    sha_of,
    use,
    write_manifest,
)
from preau.observatory.facts.models import FactsSnapshot
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .declared import DERIVED, FACTS
from .forgetting import erased_since, take_out
from .parquet import Writer
from .resuming import clean, folder_to_take, link, note

_PATIENCE = timedelta(hours=1)
"""After that long, nobody will begin a snapshot that was asked for."""

type Progress = Callable[[str, int, int, int], object]
"""Table, rows of it so far, parts done, all parts."""


def _silent(table: str, rows: int, done: int, parts: int) -> None:
    """Nobody watches."""


@transaction.atomic
def ask_snapshot(*, hand: Hand) -> FactsSnapshot:
    """Raises AlreadyTaking."""
    if is_being_taken():
        raise AlreadyTaking(already_sentence())
    settle_cut(now=hand.now)
    if FactsSnapshot.objects.filter(state__in=AT_WORK).exists():
        raise AlreadyTaking(already_sentence())
    snapshot = FactsSnapshot.objects.create(by=hand.by, asked_at=hand.now)
    record("facts.asked", snapshot, by=hand.by_id, now=hand.now)
    return snapshot


def settle_cut(*, now: datetime) -> int:
    """Snapshots whose program is no more are told so. Only true while nobody takes one."""
    lost = Q(state=SnapshotState.RUNNING) | Q(state=SnapshotState.WAITING, asked_at__lt=now - _PATIENCE)
    return FactsSnapshot.objects.filter(lost).update(state=SnapshotState.FAILED, error=_cut_sentence(), ended_at=now)


def cancel_snapshot(snapshot: FactsSnapshot, *, hand: Hand) -> bool:
    """Whoever takes it sees it at the next part; what was taken serves the next one. False when nothing was left."""
    with transaction.atomic():
        at_work = FactsSnapshot.objects.filter(pk=snapshot.pk, state__in=AT_WORK)
        if not at_work.update(state=SnapshotState.CANCELLED, ended_at=hand.now):
            return False
        record("facts.cancelled", snapshot, by=hand.by_id, now=hand.now)
        return True


def carry_out(
    snapshot: FactsSnapshot,
    *,
    clock: Callable[[], datetime],
    facts: Sequence[Fact] = FACTS,
    progress: Progress = _silent,
    anew: bool = False,
) -> None:
    """Takes a snapshot that waits; nothing when somebody else does already. ``anew``: no part is taken as it was.

    Raises AlreadyTaking. Parts are read one after the other, each in one question: what changes meanwhile is in the
    next snapshot.
    """
    waiting = FactsSnapshot.objects.filter(pk=snapshot.pk, state=SnapshotState.WAITING)
    running = FactsSnapshot.objects.filter(pk=snapshot.pk, state=SnapshotState.RUNNING)
    with taking():
        started = clock()
        if not waiting.update(state=SnapshotState.RUNNING, started_at=started):
            return
        try:
            with closing(_Taking(snapshot, started, facts, progress, anew=anew)) as job:
                job.run(clock)
        except SnapshotStopped:
            return
        except BaseException:
            running.update(state=SnapshotState.FAILED, error=_cut_sentence(), ended_at=clock())
            raise
        _tell_the_others(clock())


def _tell_the_others(now: datetime) -> None:
    """Rooms that show something of facts say in ``afterwards.py`` what follows a snapshot; it is in use already."""
    for config in apps.get_app_configs():
        if config.name.startswith("preau.observatory.") and find_spec(f"{config.name}.afterwards"):
            import_module(f"{config.name}.afterwards").afterwards(now=now)


class _Taking:
    """One snapshot being taken."""

    def __init__(
        self, row: FactsSnapshot, started: datetime, facts: Sequence[Fact], progress: Progress, *, anew: bool
    ) -> None:
        self.row, self.started, self.facts, self.progress = row, started, facts, progress
        self.pseudonyms = current()
        self.before = None if anew else self._usable(in_use())
        self.name, cut = folder_to_take(started, row.pk, self.pseudonyms)
        self.folder = folder_of(self.name)
        self.cut = {} if anew else cut
        self.kept = 0
        self.writer = Writer(self.folder / "spill", self.pseudonyms)

    def _usable(self, manifest: Manifest | None) -> Manifest | None:
        return manifest if manifest and manifest.key == self.pseudonyms.check else None

    def close(self) -> None:
        self.writer.close()
        shutil.rmtree(self.folder / "spill", ignore_errors=True)

    def run(self, clock: Callable[[], datetime]) -> None:
        todo = list(_parts(self.facts, self.started))
        parts: list[Part] = []
        for number, (fact, year) in enumerate(todo):
            self.progress(fact.name, 0, number, len(todo))
            parts.append(self._part(fact, year, number, len(todo)))
            self._tell((number + 1) * 100 // len(todo), parts)
        parts += self._derived(parts)
        self._tell(99, parts)
        tables: list[Fact | Derived] = [*self.facts, *DERIVED]
        columns = {each.name: [(told.name, str(told.kind), told.person) for told in each.columns] for each in tables}
        manifest = Manifest(self.name, self.started, self.pseudonyms.check, columns, parts)
        ended = clock()
        with touching():
            take_out(manifest, erased_since(self.started))
            write_manifest(manifest)
            use(self.name)
            clean()
        done = FactsSnapshot.objects.filter(pk=self.row.pk)
        with transaction.atomic():
            done.update(state=SnapshotState.DONE, progress=100, tables=manifest.rows, ended_at=ended)
            record("facts.taken", self.row, by=self.row.by_id, now=ended, details={"rows": sum(manifest.rows.values())})

    def _part(self, fact: Fact, year: int, number: int, parts: int) -> Part:
        stamp = _stamp(fact, year)
        path = self.folder / fact.name / f"{year or 'whole'}.parquet"
        if stamp and (same := self._same(fact, year, stamp)):
            self.kept += 1
            return same
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = self.writer.write(
            path,
            fact.columns,
            fact.rows(year, timezone.localdate(self.started)),
            tell=lambda rows: self.progress(fact.name, rows, number, parts),
        )
        file = str(path.relative_to(self.folder)) if rows else ""
        part = Part(fact.name, year, file, rows, sha_of(path) if rows else "", stamp)
        note(self.folder, part)
        return part

    def _derived(self, parts: Sequence[Part]) -> list[Part]:
        """Tables worked out of others: again wherever their source is another file."""
        return [
            self._derived_part(table, source)
            for table in DERIVED
            for source in parts
            if source.table == table.source and source.file
        ]

    def _derived_part(self, table: Derived, source: Part) -> Part:
        stamp = sha256(f"{table} {source.sha256}".encode()).hexdigest()
        if same := self._same(table, source.year, stamp):
            self.kept += 1
            return same
        path = self.folder / table.name / f"{source.year or 'whole'}.parquet"
        rows = self.writer.derive(path, table, self.folder / source.file)
        part = Part(table.name, source.year, str(path.relative_to(self.folder)), rows, sha_of(path), stamp)
        note(self.folder, part)
        return part

    def _same(self, fact: Fact | Derived, year: int, stamp: str) -> Part | None:
        """The part as it was taken before the program was cut, or as it is in the snapshot in use."""
        if (cut := self.cut.get((fact.name, year))) and cut.stamp == stamp:
            return cut
        before = next((each for each in self.before.of(fact.name) if each.year == year), None) if self.before else None
        if self.before is None or before is None or before.stamp != stamp:
            return None
        if before.file:
            link(folder_of(self.before.name) / before.file, self.folder / before.file)
        note(self.folder, before)
        return before

    def _tell(self, percent: int, parts: list[Part]) -> None:
        """Between two parts, when no row is being read; finds out then whether somebody cancelled."""
        running = FactsSnapshot.objects.filter(pk=self.row.pk, state=SnapshotState.RUNNING)
        if not running.update(
            folder=self.name,
            progress=min(percent, 99),
            rows=sum(part.rows for part in parts),
            made=len(parts) - self.kept,
            kept=self.kept,
        ):
            raise SnapshotStopped


def _parts(facts: Iterable[Fact], started: datetime) -> Iterable[tuple[Fact, int]]:
    for fact in facts:
        years = sorted(fact.years(timezone.localdate(started))) if fact.years else [WHOLE]
        yield from ((fact, year) for year in years)


def _stamp(fact: Fact, year: int) -> str:
    """Of the operations and of the columns: another declaration is another part."""
    if fact.stamp is None:
        return ""
    columns = [(each.name, str(each.kind), each.person, each.sources) for each in fact.columns]
    return sha256(f"{columns} {fact.stamp(year)}".encode()).hexdigest()


def _cut_sentence() -> str:
    return _("Le relevé s’est arrêté avant la fin (coupure, redémarrage) : le précédent reste en service.")
