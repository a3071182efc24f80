"""The family's copy as one file: each table twice, for people (CSV) and for programs (JSON), then the papers."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable

from preau.people.files.models import StoredFile
from preau.people.households.copying import FamilyCopy, Row, Tables

_READ_ME = """Votre copie

Ce dossier contient ce que la ville sait de vous et de vos enfants, pour ce que vous avez le droit de savoir.
Chaque tableau existe en deux formes : .csv s'ouvre dans un tableur, .json dans un autre logiciel.
Le dossier « pieces » contient les documents que vous avez envoyés et que la ville garde encore.

L'adresse de l'autre foyer d'un enfant n'y est pas : elle ne vous appartient pas.
Une erreur ? Corrigez-la dans votre espace, ou écrivez à l'accueil des familles.
"""


def archive_of(copied: FamilyCopy, others: Iterable[Tables]) -> bytes:
    """A ZIP. A paper whose bytes are lost is named in a list rather than left out in silence."""
    tables = {**copied.tables, **{name: rows for each in others for name, rows in each.items()}}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("LISEZ-MOI.txt", _READ_ME)
        archive.writestr("tout.json", json.dumps(tables, ensure_ascii=False, indent=2))
        for name, rows in tables.items():
            archive.writestr(f"{name.replace(' ', '-')}.csv", _csv(rows))
        if lost := _put_files(archive, copied.files):
            archive.writestr("pieces/introuvables.txt", "\n".join(lost) + "\n")
    return kept.getvalue()


def _put_files(archive: zipfile.ZipFile, files: Iterable[tuple[str, StoredFile]]) -> list[str]:
    lost = []
    for name, stored in files:
        try:
            with stored.open() as content:
                archive.writestr(f"pieces/{name}", content.read())
        except FileNotFoundError:
            lost.append(name)
    return lost


def _csv(rows: list[Row]) -> str:
    """With a mark that spreadsheets read, and no cell that they would run."""
    written = io.StringIO()
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(written, columns, delimiter=";")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _inert(value) for name, value in row.items()})
    return "\ufeff" + written.getvalue()


def _inert(value: str) -> str:
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
