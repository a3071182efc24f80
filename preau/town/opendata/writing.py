"""What the survey found, written: by batches, inside the caller's one transaction, each change noted for undoing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import date

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from preau.town.opendata.enums import ChangeKind
from preau.town.opendata.fields import changed_fields, state_before
from preau.town.opendata.models import ImportChange, ImportRun, Register
from preau.town.opendata.outlook import Outlook, Refusal
from preau.town.opendata.source import Source
from preau.town.opendata.spool import Item, Spool
from preau.town.opendata.survey import BATCH


class Writer:
    """``outlook`` is corrected on the way where the database itself refuses a line."""

    def __init__(self, run: ImportRun, source: Source, outlook: Outlook) -> None:
        self.run, self.source, self.outlook = run, source, outlook
        self.table = source.model._meta.label
        self.rows = source.model._default_manager

    def write(self, spool: Spool, missing: list[int], *, today: date) -> None:
        for batch in itertools.batched(spool, BATCH):
            self._create([item for item in batch if not item.pk])
            self._update([item for item in batch if item.pk])
        for keys in itertools.batched(missing, BATCH):
            self._note(ChangeKind.GONE, ((pk, {"gone_on": None}) for pk in keys))
            self.rows.filter(pk__in=keys).update(gone_on=today)

    def _create(self, items: list[Item]) -> None:
        if not items:
            return
        try:
            with transaction.atomic():
                self._created([self._row(item) for item in items])
        except (IntegrityError, DataError):
            for item in items:
                self._create_one(item)

    def _create_one(self, item: Item) -> None:
        """Somewhere in its batch a line breaks a rule of the database: one after the other, to know which."""
        try:
            with transaction.atomic():
                self._created([self._row(item)])
        except (IntegrityError, DataError) as error:
            self.outlook.counts.created -= 1
            self._refuse(item, error)

    def _created(self, rows: list[Register]) -> None:
        made = self.rows.bulk_create(rows, batch_size=BATCH)
        self._note(ChangeKind.CREATED, ((row.pk, {}) for row in made))

    def _row(self, item: Item) -> Register:
        return self.source.model(
            commune_id=self.run.commune_id,
            official_id=item.key,
            fingerprint=item.fingerprint,
            **{**self.source.scope, **item.fields},
        )

    def _update(self, items: list[Item]) -> None:
        if not items:
            return
        held = {row.pk: row for row in self.rows.select_for_update(no_key=True).filter(pk__in=[i.pk for i in items])}
        try:
            with transaction.atomic():
                self._updated([(held[item.pk], item) for item in items if item.pk in held])
        except (IntegrityError, DataError):
            for item in items:
                self._update_one(item)

    def _update_one(self, item: Item) -> None:
        row = self.rows.filter(pk=item.pk).first()
        if row is None:
            return
        was_gone = row.is_gone
        try:
            with transaction.atomic():
                self._updated([(row, item)])
        except (IntegrityError, DataError) as error:
            if was_gone:
                self.outlook.counts.back -= 1
            else:
                self.outlook.counts.updated -= 1
            self._refuse(item, error)

    def _updated(self, pairs: list[tuple[Register, Item]]) -> None:
        written = {"fingerprint", "gone_on"}
        notes: dict[ChangeKind, list[tuple[int, dict[str, object]]]] = {ChangeKind.UPDATED: [], ChangeKind.BACK: []}
        for row, item in pairs:
            names = changed_fields(row, item.fields)
            if names or row.is_gone:
                kind = ChangeKind.BACK if row.is_gone else ChangeKind.UPDATED
                notes[kind].append((row.pk, state_before(row, names)))
            for name in names:
                setattr(row, name, item.fields[name])
            row.fingerprint, row.gone_on = item.fingerprint, None
            written.update(names)
        self.rows.bulk_update([row for row, _item in pairs], sorted(written), batch_size=BATCH)
        for kind, changes in notes.items():
            self._note(kind, changes)

    def _note(self, kind: ChangeKind, changes: Iterable[tuple[int, dict[str, object]]]) -> None:
        ImportChange.objects.bulk_create(
            [ImportChange(run=self.run, kind=kind, table=self.table, row=pk, before=before) for pk, before in changes],
            batch_size=BATCH,
        )

    def _refuse(self, item: Item, error: Exception) -> None:
        reason = _("Cette fiche contredit une règle de la base de données : %(error)s") % {
            "error": str(error).splitlines()[0]
        }
        self.outlook.counts.refused += 1
        self.outlook.refusals.append(Refusal(item.line, "", item.key[:200], reason))
