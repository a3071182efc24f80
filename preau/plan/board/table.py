"""The board as a table that a French spreadsheet program opens as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from preau.foundation.tables.french import french_csv
from preau.plan.board.lines import Board, Line
from preau.plan.board.rules import Mark
from preau.plan.board.words import late_in_words


def write_csv(board: Board, lines: Iterable[Line]) -> bytes:
    """Semicolons, UTF-8 with its mark, a line for each objective; dates are ISO."""
    axes = {axis.number: axis.text for axis in board.axes}
    return french_csv([_headings(), *(list(_cells(line, axes)) for line in lines)])


def _headings() -> list[str]:
    return [
        _("Axe"),
        _("Intitulé de l’axe"),
        _("Repère"),
        _("Objectif"),
        _("Porteur"),
        _("Échéance"),
        _("Actions faites"),
        _("Actions en cours"),
        _("Actions prévues"),
        _("Actions en retard"),
        _("Points ouverts"),
        _("Décisions attendues"),
        _("En retard depuis le"),
        _("Pourquoi"),
    ]


def _cells(line: Line, axes: dict[int, str]) -> Iterator[str]:
    objective, counts = line.objective, line.counts
    yield str(line.axis)
    yield axes[line.axis]
    yield objective.code
    yield objective.text
    yield objective.owner
    yield objective.horizon_on.isoformat() if objective.horizon_on else ""
    yield from (str(counts[mark]) for mark in (Mark.DONE, Mark.RUNNING, Mark.PLANNED, "late"))
    yield str(len(objective.points))
    yield str(line.to_decide)
    yield min(late.since for late in line.late).isoformat() if line.late else ""
    yield " | ".join(late_in_words(late) for late in line.late)
