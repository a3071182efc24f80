"""Official files taken in: one import done, one that waits for a yes."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core.files.base import ContentFile

from preau.foundation.tables import open_table
from preau.people.accounts.hand import Hand
from preau.town.calendar.sources import BANK_HOLIDAYS
from preau.town.opendata.desk import look, receive
from preau.town.opendata.models import ImportRun
from preau.town.opendata.outlook import Options, Sent
from preau.town.opendata.running import run_import
from tests.cast.people import make_commune

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HOLIDAYS = "date,nom\n2026-12-25,Noël\n2027-01-01,Jour de l’An\n2027-05-01,Fête du Travail\n2027-02-31,Rien\n"
CORRECTED = "date,nom\n2026-12-25,Fête de Noël\n2027-01-01,Jour de l’An\n2027-07-14,Fête nationale\n2027-02-31,Rien\n"


def make_import_run(text: str = HOLIDAYS, *, at: datetime = AT) -> ImportRun:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "feries.csv"
        path.write_text(text, encoding="utf-8")
        with open_table(path) as table:
            hand = Hand(None, at)
            return run_import(BANK_HOLIDAYS, table, commune=make_commune(), sent=Sent("feries.csv", 99), hand=hand)


def make_previewed_run(text: str = CORRECTED, *, at: datetime = AT + timedelta(days=3)) -> ImportRun:
    file = ContentFile(text.encode(), "feries-corriges.csv")
    run = receive(file, source=BANK_HOLIDAYS, commune=make_commune(), options=Options(), hand=Hand(None, at))
    return look(run, BANK_HOLIDAYS, now=at)
