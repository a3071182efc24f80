"""The report as a tagged PDF, A4: to print, to read in council, to put on line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from preau.foundation.charts import Chart
from preau.foundation.charts.paper import paper_svg
from preau.foundation.design.typography import display
from preau.foundation.pdf import typeset

from .model import (
    AxisPart,
    Count,
    EffectPart,
    FigurePart,
    GeneralPart,
    Lesson,
    ObjectivePart,
    Report,
    SurveyPart,
    VerdictPart,
)
from .sections import FRAME, WORDS

_TEMPLATE = Path(__file__).with_name("report.typ")
SIGNS = Path(__file__).with_name("signs.typ")
_WIDE, _NARROW = 504.0, 300.0
"""Points: of a chart over the page, and beside its figure."""
_CONTROLS = {code: None for code in (*range(32), 127) if chr(code) not in "\t\n"}


def write_pdf(report: Report) -> bytes:
    """PDF/UA-1. Some seconds at most for a plan of sixty effects."""
    return typeset(_TEMPLATE, polished(report_data(report)), SIGNS)


def report_data(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "town": report.town,
        "status": report.status,
        "address": report.address,
        "frame": [{"name": str(name), "text": getattr(report, key)} for key, name in FRAME if getattr(report, key)],
        "conclusion": report.conclusion,
        "counts": [_count(each) for each in report.counts] if report.concluded else [],
        "without_verdict": report.without_verdict,
        "verdicts": drawn(report.verdicts, _WIDE),
        "axes": [_axis(each) for each in report.axes],
        "surveys": [_survey(each) for each in report.surveys],
        "sources": [
            [each.key, each.title, each.words, each.span, each.origin, each.measure] for each in report.figures
        ],
        "words": {key: str(words) % {"day": report.made_on} for key, words in WORDS.items()},
    }


def drawn(chart: Chart | None, width: float) -> dict[str, Any] | None:
    """The drawing, what it shows in words, how to read its signs, and its table."""
    if chart is None:
        return None
    table = chart.table
    return {
        "svg": paper_svg(chart, width),
        "alt": f"{chart.title}. {chart.said}",
        "notes": chart.notes,
        "caption": table.caption,
        "heads": list(table.heads),
        "rows": [[row.name, *row.cells] for row in table.rows],
    }


def polished(value: Any) -> Any:
    """French typography in every sentence; a drawing has it already."""
    if isinstance(value, str):
        return display(value.translate(_CONTROLS))
    if isinstance(value, dict):
        return {key: each if key == "svg" else polished(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [polished(each) for each in value]
    return value


def _count(each: Count) -> dict[str, Any]:
    return {"kind": each.kind, "label": each.label, "sign": each.sign, "count": each.count}


def _axis(axis: AxisPart) -> dict[str, Any]:
    return {
        "number": axis.number,
        "text": axis.text,
        "counts": [_count(each) for each in axis.counts if each.count],
        "generals": [_general(each) for each in axis.generals],
        "learnt": [_lesson(each) for each in axis.learnt],
        "changes": [_lesson(each) for each in axis.changes],
    }


def _lesson(each: Lesson) -> dict[str, str]:
    return {"code": each.code, "words": each.words}


def _general(general: GeneralPart) -> dict[str, Any]:
    return {
        "code": general.code,
        "text": general.text,
        "objectives": [_objective(each) for each in general.objectives],
        "effects": [_effect(each) for each in general.told],
        "unmeasured": [
            {"why": part.why, "effects": [{"code": each.code, "text": each.text} for each in part.effects]}
            for part in general.unmeasured
        ],
        "silent": [{"code": each.code, "text": each.text} for each in general.silent],
    }


def _objective(objective: ObjectivePart) -> dict[str, Any]:
    return {
        "code": objective.code,
        "text": objective.text,
        "carrier": objective.carrier,
        "actions": [
            {"code": each.code, "title": each.title, "state": each.state, "sides": each.sides, "done": each.done}
            for each in objective.actions
        ],
        "contributions": [
            {"side": each.side, "words": [list(line) for line in each.words], "how": each.how}
            for each in objective.contributions
        ],
    }


def _effect(effect: EffectPart) -> dict[str, Any]:
    return {
        "code": effect.code,
        "text": effect.text,
        "verdict": _verdict(effect.verdict) if effect.verdict else None,
        "dissents": [{"side": each.side, "words": each.words, "signed": each.signed} for each in effect.dissents],
        "figures": [_figure(each) for each in effect.figures],
    }


def _verdict(verdict: VerdictPart) -> dict[str, Any]:
    return {
        "kind": verdict.kind,
        "label": verdict.label,
        "sign": verdict.sign,
        "strength": verdict.strength,
        "reason": verdict.reason,
        "narrative": verdict.narrative,
        "learnt": verdict.learnt,
        "change": verdict.change,
        "note": verdict.note,
    }


def _figure(figure: FigurePart) -> dict[str, Any]:
    return {
        "title": figure.title,
        "words": figure.words,
        "among": figure.among,
        "why_not": figure.why_not,
        "measure": figure.measure,
        "span": figure.span,
        "source": figure.source,
        "doubts": figure.doubts,
        "target": figure.target,
        "next_target": figure.next_target,
        "is_known": figure.is_known,
        "chart": drawn(figure.chart, _NARROW),
    }


def _survey(survey: SurveyPart) -> dict[str, Any]:
    return {
        "title": survey.title,
        "about": survey.about,
        "questions": [
            {
                "words": each.words,
                "respondents": each.respondents,
                "answers": [[answer.words, answer.count] for answer in each.answers],
            }
            for each in survey.questions
        ],
    }
