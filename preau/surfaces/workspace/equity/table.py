"""The quarters as a French spreadsheet program opens them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext as _

from preau.plan.exchange.tables import guarded
from preau.surfaces.workspace.equity import words
from preau.surfaces.workspace.equity.measure import Picture
from preau.surfaces.workspace.equity.rows import quarter_rows


def write_csv(picture: Picture | None) -> bytes:
    """Semicolons, UTF-8 with its mark; the question in the first line, so that a table is never read without it.

    None: a town without squares has nothing to tell, and the table says so.
    """
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for row in _rows(picture) if picture else [[_("Aucun carré pour l’instant")]]:
        writer.writerow([guarded(str(cell)) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def _rows(picture: Picture) -> Iterator[list[object]]:
    question = picture.measured.question
    yield [words.answer(picture), *words.filters(question)]
    yield [
        _("Quartier"),
        _("Enfants de %(band)s") % {"band": words.band(question)},
        _("Ont une activité assez près, sur cent"),
        _("Par rapport à la ville"),
        _("Temps médian"),
        _("Places à portée pour 100 enfants"),
        _("Places-heures par semaine sur place, pour 100 enfants"),
        _("Enfants en zone blanche"),
    ]
    for row in quarter_rows(picture):
        told = (
            row.quarter.name,
            row.quarter.children,
            row.share if row.share is not None else "",
            row.ratio,
            row.minutes,
            row.seats,
            row.week,
        )
        yield [*told, row.quarter.white_children]
