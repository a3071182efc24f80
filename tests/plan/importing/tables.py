"""Plans made by hand as Word tables: what a test writes is what a drafter sees."""

from __future__ import annotations

from datetime import date

from preau.foundation.documents import read
from preau.foundation.documents.model import SourceDocument
from preau.plan.importing.draft import PlanDraft
from preau.plan.importing.understanding import understand
from tests.foundation.documents.packages import docx

TODAY = date(2026, 11, 24)
WHO = 'w:author="Claire Aubin" w:date="2026-10-05T10:00:00Z" w:id="1"'
TITLES = ("Objectifs généraux", "Objectifs opérationnels", "Effets attendus")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text: str) -> str:
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def p(*inside: str, level: int | None = None) -> str:
    """A paragraph of runs; plain text is one run. ``level``: a list item."""
    numbered = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>' if level is not None else ""
    )
    return f"<w:p>{numbered}{''.join(part if part.startswith('<') else run(part) for part in inside)}</w:p>"


def cell(*paragraphs: str, merge: str = "", span: int = 1) -> str:
    """``merge``: "restart" or "continue" for a cell merged downwards."""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside = "".join(part if part.startswith("<w:p>") else p(part) for part in paragraphs) or p()
    return f"<w:tc><w:tcPr>{spanned}{merged}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, change: str = "") -> str:
    properties = f"<w:trPr><w:{change} {WHO}/></w:trPr>" if change else ""
    return f"<w:tr>{properties}{''.join(part if part.startswith('<') else cell(part) for part in cells)}</w:tr>"


def table(*rows: str, titles: tuple[str, ...] = TITLES) -> str:
    grid = "<w:gridCol/>" * len(titles)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{row(*titles)}{''.join(rows)}</w:tbl>"


def source(*blocks: str, **parts: str) -> SourceDocument:
    return read(docx("".join(blocks), **parts), "projet.docx")


def draft(*blocks: str, **parts: str) -> PlanDraft:
    return understand(source(*blocks, **parts), today=TODAY)


def outline(plan: PlanDraft) -> list:
    """[(axis, [(general objective, [([objectives], [effects]), …]), …]), …]"""
    return [
        (
            axis.title,
            [
                (
                    general.text,
                    [([i.text for i in r.objectives], [i.text for i in r.effects]) for r in general.rows],
                )
                for general in axis.general_objectives
            ],
        )
        for axis in plan.axes
    ]
