"""An import taken back: every row as it was before."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.town.opendata.alone import alone
from preau.town.opendata.enums import ChangeKind, ImportState
from preau.town.opendata.errors import NotUndoable, UndoLaterFirst
from preau.town.opendata.fields import put_back
from preau.town.opendata.models import ImportChange, ImportRun, Register
from preau.town.opendata.source import Source
from preau.town.opendata.survey import BATCH


@dataclass(frozen=True, slots=True)
class Undoing:
    """What undoing does: ``removed`` of the rows it had added, ``kept`` those that something else uses by now."""

    removed: int = 0
    kept: int = 0
    restored: int = 0


def undo_import(run: ImportRun, source: Source, *, hand: Hand) -> Undoing:
    """Raises NotUndoable (UndoLaterFirst when a later import built on this one), AlreadyRunning."""
    with alone(run.commune_id, run.source), transaction.atomic():
        held = ImportRun.objects.select_for_update(of=("self",), no_key=True).get(pk=run.pk)
        refuse_undoing(held)
        undoing = _undo(held, hand)
        held.state, held.undone_at, held.undone_by = ImportState.UNDONE, hand.now, hand.by
        if undoing.kept:
            held.notes = [*held.notes, kept_sentence(undoing.kept)]
        held.save()
        if source.after is not None:
            source.after(held.commune, hand)
        details = {"source": held.source, "removed": undoing.removed, "kept": undoing.kept}
        record("opendata.undone", held, by=hand.by_id, now=hand.now, details=details)
    run.refresh_from_db()
    return undoing


def refuse_undoing(run: ImportRun) -> None:
    """Raises NotUndoable where the import can't be undone now."""
    if run.state != ImportState.DONE:
        raise NotUndoable(_("Cet import n’est pas de ceux qui s’annulent : il n’a rien changé, ou plus rien."))
    if later := later_than(run):
        raise UndoLaterFirst(later)
    if run.changed and not run.changes.exists():
        raise NotUndoable(_("Cet import est trop ancien : ce qu’il faut pour l’annuler n’est plus gardé."))


def later_than(run: ImportRun) -> ImportRun | None:
    """The latest import of the same kind that changed something after this one."""
    later = ImportRun.objects.of(run.commune_id, run.source).done().filter(started_at__gte=run.started_at)
    changing = models.Q(created__gt=0) | models.Q(updated__gt=0) | models.Q(back__gt=0) | models.Q(gone__gt=0)
    return later.filter(changing).exclude(pk=run.pk).exclude(started_at=run.started_at, pk__lt=run.pk).first()


def kept_sentence(count: int) -> str:
    return ngettext(
        "%(count)d fiche ajoutée sert déjà ailleurs : elle reste, marquée comme disparue.",
        "%(count)d fiches ajoutées servent déjà ailleurs : elles restent, marquées comme disparues.",
        count,
    ) % {"count": count}


def _undo(run: ImportRun, hand: Hand) -> Undoing:
    removed = kept = restored = 0
    changes = run.changes.order_by("pk").iterator(chunk_size=BATCH)
    for batch in itertools.batched(changes, BATCH):
        for table, group in _by_table(batch).items():
            model = apps.get_model(table)
            created = [change.row for change in group if change.kind == ChangeKind.CREATED]
            used = _used(model, created)
            model._default_manager.filter(pk__in=set(created) - used).delete()
            model._default_manager.filter(pk__in=used).update(gone_on=timezone.localdate(hand.now), fingerprint="")
            removed, kept = removed + len(created) - len(used), kept + len(used)
            restored += _restore(model, [change for change in group if change.kind != ChangeKind.CREATED])
    return Undoing(removed, kept, restored)


def _by_table(changes: tuple[ImportChange, ...]) -> dict[str, list[ImportChange]]:
    groups: dict[str, list[ImportChange]] = defaultdict(list)
    for change in changes:
        groups[change.table].append(change)
    return groups


def _restore(model: type[Register], changes: list[ImportChange]) -> int:
    rows = model._default_manager.select_for_update(no_key=True).in_bulk([change.row for change in changes])
    by_fields: dict[tuple[str, ...], list[Register]] = defaultdict(list)
    for change in changes:
        if (row := rows.get(change.row)) is not None:
            by_fields[tuple(sorted(put_back(row, change.before)))].append(row)
    for names, group in by_fields.items():
        fields = [model._meta.get_field(name).name for name in names]
        model._default_manager.bulk_update(group, fields, batch_size=BATCH)
    return len(rows)


def _used(model: type[Register], keys: list[int]) -> set[int]:
    """Those that somebody points at, or that somebody tied to something of the town since."""
    used: set[int] = set()
    for relation in model._meta.related_objects:
        name = relation.field.attname if relation.field.concrete else ""
        if name:
            pointing = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": keys})
            used |= set(pointing.values_list(name, flat=True))
    for field in model._meta.concrete_fields:
        if field.is_relation and field.null:
            tied = model._default_manager.filter(pk__in=keys, **{f"{field.name}__isnull": False})
            used |= set(tied.values_list("pk", flat=True))
    return used
