"""A table of questions, answers and counts, from a file that anybody can make in a spreadsheet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from preau.foundation.tables.errors import UnreadableTable
from preau.foundation.tables.model import Row
from preau.foundation.tables.reading import open_table
from preau.foundation.text.search import folded
from preau.observatory.evaluation.errors import SurveyUnreadable

MOST_QUESTIONS, MOST_ANSWERS = 60, 30
_COLUMNS = {
    "question": ("question", "intitule"),
    "answer": ("reponse", "modalite", "answer"),
    "count": ("nombre", "effectif", "total", "count"),
    "respondents": ("repondants", "repondantes", "base", "respondents"),
}


@dataclass(slots=True)
class QuestionRead:
    """``respondents``: how many answered it; all the answers together, unless the file says otherwise."""

    words: str
    respondents: int = 0
    answers: list[tuple[str, int]] = field(default_factory=list)


def read_survey(content: bytes, name: str) -> list[QuestionRead]:
    """Raises SurveyUnreadable with a sentence that says what to mend, and on which line."""
    with tempfile.TemporaryDirectory(prefix="preau-survey-") as folder:
        path = Path(folder) / "survey"
        path.write_bytes(content)
        try:
            with open_table(path, name) as table:
                columns = _columns(table.columns)
                return checked(_lines(table.rows, columns))
        except UnreadableTable as unreadable:
            raise SurveyUnreadable(unreadable.sentence) from unreadable


def checked(lines: Iterable[tuple[int, str, str, int, int | None]]) -> list[QuestionRead]:
    """(line, question, answer, count, respondents) put together by question, in their order."""
    found: dict[str, QuestionRead] = {}
    told: dict[str, int] = {}
    for number, question, answer, count, respondents in lines:
        each = found.setdefault(question, QuestionRead(question))
        if any(answer == other for other, _count in each.answers):
            raise SurveyUnreadable(
                _("Ligne %(line)d : la réponse « %(answer)s » est déjà donnée pour cette question.")
                % {"line": number, "answer": answer}
            )
        each.answers.append((answer, count))
        if respondents is not None and told.setdefault(question, respondents) != respondents:
            raise SurveyUnreadable(
                _("Ligne %(line)d : le nombre de répondants n’est pas celui des autres lignes de la question.")
                % {"line": number}
            )
    if not found:
        raise SurveyUnreadable(_("Ce tableau n’a aucune ligne de réponse."))
    if len(found) > MOST_QUESTIONS or any(len(each.answers) > MOST_ANSWERS for each in found.values()):
        raise SurveyUnreadable(
            _("Ce tableau est trop long : %(questions)d questions et %(answers)d réponses par question au plus.")
            % {"questions": MOST_QUESTIONS, "answers": MOST_ANSWERS}
        )
    for each in found.values():
        each.respondents = _respondents(each, told.get(each.words))
    return list(found.values())


def _respondents(each: QuestionRead, told: int | None) -> int:
    """Several answers may be given to one question: then the file says how many people answered."""
    given = told if told is not None else sum(count for _answer, count in each.answers)
    if any(count > given for _answer, count in each.answers):
        raise SurveyUnreadable(
            _("Question « %(question)s » : une réponse est donnée par plus de personnes qu’il n’y a de répondants.")
            % {"question": each.words}
        )
    if not given:
        raise SurveyUnreadable(_("Question « %(question)s » : personne n’y a répondu.") % {"question": each.words})
    return given


def _columns(columns: Iterable[str]) -> dict[str, str]:
    known = {folded(column).strip(): column for column in columns}
    found: dict[str, str] = {}
    for wanted, names in _COLUMNS.items():
        match = next((column for key, column in known.items() if any(key.startswith(name) for name in names)), None)
        if match is not None and match not in found.values():
            found[wanted] = match
    if missing := [wanted for wanted in ("question", "answer", "count") if wanted not in found]:
        labels = {"question": "question", "answer": "réponse", "count": "nombre"}
        raise SurveyUnreadable(
            _("Il manque une colonne : %(names)s. La première ligne doit porter les noms question, réponse et nombre.")
            % {"names": ", ".join(labels[each] for each in missing)}
        )
    return found


def _lines(rows: Iterable[Row], columns: Mapping[str, str]) -> Iterable[tuple[int, str, str, int, int | None]]:
    question = ""
    for row in rows:
        if row.fault:
            raise SurveyUnreadable(_("Ligne %(line)d : %(fault)s") % {"line": row.number, "fault": row.fault})
        question = _text(row.values[columns["question"]]) or question
        answer = _text(row.values[columns["answer"]])
        if not question and not answer:
            continue
        if not question or not answer:
            raise SurveyUnreadable(_("Ligne %(line)d : il manque la question ou la réponse.") % {"line": row.number})
        respondents = row.values[columns["respondents"]] if "respondents" in columns else ""
        count = _number(row.values[columns["count"]], row.number)
        if count is None:
            raise SurveyUnreadable(_("Ligne %(line)d : il manque le nombre.") % {"line": row.number})
        yield row.number, question[:300], answer[:200], count, _number(respondents, row.number)


def _text(value: Any) -> str:
    return " ".join(str(value or "").split())


def _number(value: Any, line: int) -> int | None:
    written = _text(value).replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not written and value != 0:
        return None
    try:
        number = float(written.replace(",", ".") or 0)
    except ValueError:
        number = -1
    if number < 0 or number != int(number) or number > 10_000_000:
        raise SurveyUnreadable(
            _("Ligne %(line)d : « %(value)s » n’est pas un nombre de personnes.") % {"line": line, "value": value}
        )
    return int(number)
