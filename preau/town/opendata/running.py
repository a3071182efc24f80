"""An import from its table to the database: seen beforehand, done, or refused with a sentence."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.tables import Table, UnreadableTable
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.town.opendata.alone import alone, is_under_way
from preau.town.opendata.enums import ImportState
from preau.town.opendata.errors import ImportRefused, ManyWouldGo
from preau.town.opendata.models import REFUSALS_KEPT, ImportRefusal, ImportRun
from preau.town.opendata.outlook import Options, Outlook, Sent
from preau.town.opendata.source import NotThisKind, Source
from preau.town.opendata.spool import Spool
from preau.town.opendata.survey import BATCH, Progress, Survey
from preau.town.opendata.writing import Writer

REFUSALS = (UnreadableTable, NotThisKind, ImportRefused)
"""What keeps a file from being imported: each carries ``sentence``, in French, for the person who sent it."""


def preview(
    source: Source,
    table: Table,
    *,
    commune: Commune,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Outlook:
    """What importing this table would do. Writes nothing. Raises one of REFUSALS."""
    return Survey(source, table, commune=commune, options=options or Options(), progress=progress).run()


def run_import(
    source: Source,
    table: Table,
    *,
    commune: Commune,
    sent: Sent,
    hand: Hand,
    options: Options | None = None,
    progress: Progress | None = None,
    run: ImportRun | None = None,
) -> ImportRun:
    """Imports the table: all of it in one transaction, or nothing.

    Nothing is locked while the file is read; the writing comes after, in one go. ``run``: the one that was previewed.
    Raises one of REFUSALS: the run then says why, and nothing else was written.
    """
    options = options or Options()
    with alone(commune.pk, source.name):
        settle_interrupted(commune, source.name, now=hand.now)
        run = _begun(run or ImportRun(commune=commune, source=source.name), sent, hand, options)
        try:
            with Spool() as spool:
                survey = Survey(source, table, commune=commune, options=options, spool=spool, progress=progress)
                outlook = survey.run()
                if outlook.needs_consent and not options.accept_gone:
                    raise ManyWouldGo(outlook)
                _write(run, source, survey, spool, hand)
        except REFUSALS as refused:
            _close(run, ImportState.REFUSED, refused.sentence, hand.now)
            raise
        except BaseException:
            _close(run, ImportState.INTERRUPTED, interrupted_sentence(), hand.now)
            raise
    return run


def settle_interrupted(commune: Commune, source: str, *, now: datetime) -> int:
    """Runs whose program is no more: they are told so. For the one who holds the kind."""
    left = ImportRun.objects.of(commune.pk, source).filter(state=ImportState.RUNNING)
    return left.update(state=ImportState.INTERRUPTED, ended_at=now, error=interrupted_sentence())


def is_interrupted(run: ImportRun) -> bool:
    """A run that says that it is under way, while nobody works at it: it was killed. Nothing of it was written."""
    return run.state == ImportState.RUNNING and not is_under_way(run.commune_id, run.source)


def interrupted_sentence() -> str:
    return _("L’import s’est arrêté avant la fin (coupure, redémarrage). Rien n’a été changé : recommencez-le.")


def _begun(run: ImportRun, sent: Sent, hand: Hand, options: Options) -> ImportRun:
    run.state, run.started_at, run.ended_at, run.by, run.error = ImportState.RUNNING, hand.now, None, hand.by, ""
    run.file_name, run.file_size, run.sha256 = sent.name[:160], sent.size, sent.sha256
    run.options = options.to_json()
    run.save()
    return run


@transaction.atomic
def _write(run: ImportRun, source: Source, survey: Survey, spool: Spool, hand: Hand) -> None:
    outlook = survey.outlook
    today = timezone.localdate(hand.now)
    Writer(run, source, outlook).write(spool, survey.missing, today=today)
    if source.after is not None and outlook.counts.changed:
        source.after(run.commune, hand)
    told(run, outlook)
    run.state, run.ended_at = ImportState.DONE, hand.now
    run.save()
    details = {"source": run.source, "sha256": run.sha256, **asdict(outlook.counts)}
    record("opendata.imported", run, by=hand.by_id, now=hand.now, details=details)


def told(run: ImportRun, outlook: Outlook) -> None:
    """The run says what was found: its counts, and the refused lines in the place of those of an earlier look."""
    for name, count in asdict(outlook.counts).items():
        setattr(run, name, count)
    run.outlook, run.notes, run.progress = outlook.to_json(), outlook.notes, 100
    if run.refusals.exists():
        run.refusals.all().delete()
    ImportRefusal.objects.bulk_create(
        [ImportRefusal(run=run, **asdict(each)) for each in outlook.refusals[:REFUSALS_KEPT]], batch_size=BATCH
    )


def _close(run: ImportRun, state: ImportState, sentence: str, now: datetime) -> None:
    run.state, run.error, run.ended_at = state, sentence, now
    run.save(update_fields=["state", "error", "ended_at"])
