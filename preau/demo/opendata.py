"""Official files of the story: the school directory, taken in by the real engine."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from preau.demo.content import opendata, town
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune
from preau.town.opendata.outlook import Options, Sent
from preau.town.opendata.running import run_import
from preau.town.places.sources import SCHOOLS


def take_in_official_files(commune: Commune, by: User) -> None:
    """Twice: the second shows what a new file changes, what it no longer names, and two lines that it lost."""
    _take_in(commune, opendata.FIRST, opendata.FIRST_NAME, by, opendata.FIRST_AT)
    _take_in(commune, opendata.SECOND, opendata.SECOND_NAME, by, opendata.SECOND_AT)


def _take_in(commune: Commune, lines: list[str], name: str, by: User, at: datetime) -> None:
    data = "\r\n".join(lines).encode("utf-8-sig")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        with SCHOOLS.open(path, name, today=timezone.localdate(at)) as table:
            run_import(
                SCHOOLS,
                table,
                commune=commune,
                sent=Sent(name, len(data), hashlib.sha256(data).hexdigest()),
                hand=Hand(by, at),
                options=Options(communes=(town.INSEE,)),
            )
