"""What the steering committee has before it: a page of figures, what is late, what it must decide, room to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.pdf import typeset
from preau.plan.board.lines import AxisBoard, Board, Line
from preau.plan.board.words import counts_in_words, late_in_words, statement

_TEMPLATE = Path(__file__).with_name("committee.typ")


@dataclass(frozen=True, slots=True)
class Decision:
    """A point that waits for the town: what the text says, why it is open, who looks after it."""

    code: str
    quote: str
    reason: str
    owner: str
    due_on: date | None


def write_pdf(board: Board, decisions: Sequence[Decision], *, town: str, title: str) -> bytes:
    """PDF/UA-1, A4 on its side."""
    return typeset(_TEMPLATE, committee_data(board, decisions, town=town, title=title))


def committee_data(board: Board, decisions: Sequence[Decision], *, town: str, title: str) -> dict[str, Any]:
    figures = board.figures
    return {
        "title": _("Où en est le projet ?"),
        "town": town,
        "plan": title,
        "day": long_date(board.today),
        "statement": " ".join(statement(board)),
        "figures": [
            {"name": name, "value": value}
            for name, value in (
                (_("objectifs"), figures.objectives),
                (_("ont une action"), figures.with_action),
                (_("ont un porteur"), figures.owned),
                (_("ont du retard"), figures.late),
                (_("décisions attendues"), figures.decisions),
            )
        ],
        "axes": [_axis(axis) for axis in board.axes],
        "late": [_late(line) for line in board.late_lines],
        "decisions": [
            {
                "code": each.code,
                "axis": _axis_of(each.code),
                "quote": each.quote,
                "reason": each.reason,
                "owner": each.owner,
                "due": _before(each.due_on),
            }
            for each in decisions
        ],
        "words": _words(),
    }


def _axis(axis: AxisBoard) -> dict[str, Any]:
    figures = axis.figures
    return {
        "number": axis.number,
        "text": axis.text,
        "objectives": figures.objectives,
        "owned": figures.owned,
        "with_action": figures.with_action,
        "late": figures.late,
        "decisions": figures.decisions,
        "actions": counts_in_words(axis.counts) or _("aucune"),
    }


def _late(line: Line) -> dict[str, Any]:
    oldest = min(late.since for late in line.late)
    return {
        "code": line.objective.code,
        "axis": line.axis,
        "text": line.objective.text,
        "owner": line.objective.owner or _("sans porteur"),
        "since": long_date(oldest),
        "why": [late_in_words(late) for late in line.late],
    }


def _words() -> dict[str, Any]:
    """The fixed words of the page; the template has none of its own."""
    return {
        "foot": _("Comité de pilotage"),
        "axes": _("Axe par axe"),
        "axis": _("Axe"),
        "axis_heads": [
            _("Axe"),
            _("Objectifs"),
            _("Avec porteur"),
            _("Avec action"),
            _("En retard"),
            _("Décisions"),
            _("Les actions"),
        ],
        "late": _("Ce qui a du retard"),
        "late_heads": [_("Objectif"), _("Porteur"), _("Depuis le"), _("Pourquoi"), _("Ce que le comité demande")],
        "no_late": _("Rien n’est en retard."),
        "decisions": _("Ce qui attend une décision"),
        "decision_heads": [
            _("Où"),
            _("Ce que dit le texte"),
            _("Pourquoi c’est ouvert"),
            _("Suivi par"),
            _("Décision"),
        ],
        "no_decisions": _("Aucun point n’attend de décision."),
        "notes": _("Ce que le comité retient"),
        "present": _("Présentes et présents :"),
        "next": _("Prochaine réunion le :"),
    }


def _before(day: date | None) -> str:
    return _("avant le %(day)s") % {"day": long_date(day)} if day else ""


def _axis_of(code: str) -> int:
    digits = code.split(".")[0].lstrip("A")
    return int(digits) if digits.isdecimal() else 0
