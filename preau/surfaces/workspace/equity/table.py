"""The quarters as a French spreadsheet program opens them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from preau.foundation.tables.french import french_csv
from preau.surfaces.workspace.equity import words
from preau.surfaces.workspace.equity.measure import Picture
from preau.surfaces.workspace.equity.rows import quarter_rows


def write_csv(picture: Picture | None) -> bytes:
    """Semicolons, UTF-8 with its mark; the question in the first line, so that a table is never read without it.

    None: a town without squares has nothing to tell, and the table says so.
    """
    return french_csv(_rows(picture) if picture else [[_("Aucun carré pour l’instant")]])


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
