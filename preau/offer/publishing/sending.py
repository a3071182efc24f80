"""A spreadsheet is sent, looked at, then kept or let go of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.files.actions import discard_file
from preau.people.files.models import StoredFile
from preau.people.organisations.models import Commune
from preau.people.permissions import Actor

from .intake import Outcome, Reader
from .models import EntryTable

KEPT_FOR = timedelta(days=1)


def look_at(commune: Commune, stored: StoredFile, who: Actor, *, hand: Hand) -> EntryTable:
    """What would come of it, for its sender to read. Raises UnreadableTable, once the file is let go of."""
    assert hand.by is not None  # noqa: S101  only somebody logged in sends a table
    try:
        with _on_disk(stored) as path:
            seen = Reader(commune, who, hand).preview(path)
    except Exception:
        discard_file(stored, by=hand.by, now=hand.now)
        raise
    return EntryTable.objects.create(
        commune=commune, file=stored, sent_by=hand.by, sent_at=hand.now, outcome=seen.as_json
    )


@transaction.atomic
def keep(table: EntryTable, who: Actor, *, hand: Hand) -> Outcome:
    """Writes what is not refused; things may have changed since it was looked at. Sent twice, written once."""
    held = EntryTable.objects.select_for_update(of=("self",), no_key=True).select_related("file", "commune")
    current = held.get(pk=table.pk)
    with _on_disk(current.file) as path:
        done = Reader(current.commune, who, hand).apply(path)
    let_go(current, hand=hand)
    return done


@transaction.atomic
def let_go(table: EntryTable, *, hand: Hand) -> None:
    stored = table.file
    table.delete()
    discard_file(stored, by=hand.by, now=hand.now)


def forget_tables(*, hand: Hand) -> int:
    """Those that nobody kept. Gives how many went."""
    old = list(EntryTable.objects.filter(sent_at__lt=hand.now - KEPT_FOR).select_related("file"))
    for each in old:
        let_go(each, hand=hand)
    return len(old)


@contextmanager
def _on_disk(stored: StoredFile) -> Iterator[Path]:
    """Spreadsheets are read from a path; where files are kept may be anywhere."""
    with NamedTemporaryFile(suffix=Path(stored.name).suffix) as copy, stored.open() as kept:
        copyfileobj(kept, copy)
        copy.flush()
        yield Path(copy.name)
