"""The files of a data set, by the ending of their name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .dataset import Dataset
from .delimited import plain_csv, spreadsheet_csv
from .documents import json_document
from .parquet import write_parquet


@dataclass(frozen=True, slots=True)
class FileKind:
    """``slug`` ends the address; ``ending`` the name of the file that is saved."""

    slug: str
    ending: str
    media_type: str
    label: str | Promise
    whom: str | Promise
    write: Callable[[Dataset], bytes]


def _parquet(dataset: Dataset) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "donnees.parquet"
        write_parquet(dataset, path)
        return path.read_bytes()


def _table(dataset: Dataset) -> bytes:
    return spreadsheet_csv(dataset.opened())


FILES: dict[str, FileKind] = {
    each.slug: each
    for each in (
        FileKind(
            "tableur",
            "csv",
            "text/csv; charset=utf-8",
            _("Tableau"),
            _("s’ouvre d’un double clic dans un tableur"),
            _table,
        ),
        FileKind(
            "csv", "csv", "text/csv; charset=utf-8", "CSV", _("virgules, noms simples, pour un programme"), plain_csv
        ),
        FileKind(
            "json",
            "json",
            "application/json",
            "JSON",
            _("les mots et les lignes en un seul document"),
            lambda dataset: json_document(dataset).encode(),
        ),
        FileKind(
            "parquet",
            "parquet",
            "application/vnd.apache.parquet",
            "Parquet",
            _("colonnes typées, pour l’analyse"),
            _parquet,
        ),
    )
}
