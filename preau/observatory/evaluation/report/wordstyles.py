"""How the report looks in Word: page, styles, running lines."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from preau.foundation.documents.word_house import INK, SOFT, add_field, plain, set_french, set_letters

from .model import Report

TITLE, LEAD, SMALL, ANSWER, VERDICT, SAID, CELL = (
    "PreauTitre", "PreauChapeau", "PreauPetit", "PreauReponse", "PreauVerdict", "PreauParole", "PreauCase",
)  # fmt: skip
_STYLES = (
    # id, name in the list of styles, size, bold, colour, before, after, left
    (TITLE, "Rapport – titre", 24, True, INK, 0, 8, 0),
    (LEAD, "Rapport – chapeau", 12, False, INK, 0, 6, 0),
    (SMALL, "Rapport – précision", 8.5, False, SOFT, 0, 4, 0),
    (ANSWER, "Rapport – chiffre", 16, True, INK, 2, 2, 0),
    (VERDICT, "Rapport – verdict", 10.5, True, INK, 2, 4, 0),
    (SAID, "Rapport – parole d’un partenaire", 10, False, INK, 0, 4, 12),
    (CELL, "Rapport – case", 8.5, False, INK, 1, 1, 0),
)
_HEADINGS = ((1, 18, 24, 8), (2, 13, 18, 6), (3, 11, 14, 4), (4, 10, 10, 3))
_AXES = ("A8341A", "08605F", "63349F", "6D4D00", "1B5A94", "8F2358", "3F5A12", "4D4A5E")
VERDICT_INKS = {"confirmed": "17613A", "partly": "7D4300", "refuted": "99152B", "not_measured": "4F5870"}


def axis_colour(number: int) -> RGBColor:
    return RGBColor.from_string(_AXES[(number - 1) % len(_AXES)])


def prepare(document: Any, report: Report) -> None:
    _page(document)
    _styles(document)
    _running_lines(document, report)
    set_french(document)
    core = document.core_properties
    core.title, core.author = plain(report.title), plain(report.town)
    core.subject, core.comments = "Projet éducatif de territoire", ""


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)


def _styles(document: Any) -> None:
    styles = document.styles
    set_letters(styles["Normal"], 10)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for identifier, name, size, bold, colour, before, after, left in _STYLES:
        style = styles.add_style(identifier, WD_STYLE_TYPE.PARAGRAPH)
        style.element.find(qn("w:name")).set(qn("w:val"), name)
        style.base_style, style.quick_style = styles["Normal"], True
        _spaced(style, before, after)
        style.paragraph_format.left_indent = Pt(left)
        set_letters(style, size, bold=bold, colour=colour)
    for level, size, before, after in _HEADINGS:
        style = styles[f"Heading {level}"]
        set_letters(style, size, bold=True)
        _spaced(style, before, after)
        style.paragraph_format.keep_with_next = True
    for level in (1, 2):
        style = styles.add_style(f"TOC{level}", WD_STYLE_TYPE.PARAGRAPH)
        style.element.find(qn("w:name")).set(qn("w:val"), f"toc {level}")
        style.base_style = styles["Normal"]
        _spaced(style, 4 if level == 1 else 0, 2)
        style.paragraph_format.left_indent = Pt(14 * (level - 1))
        set_letters(style, 10, bold=level == 1)
    bullets = styles["List Bullet"]
    set_letters(bullets, 10)
    _spaced(bullets, 0, 4)
    side = parse_xml(f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="12" w:space="8" w:color="B9AF9C"/></w:pBdr>')
    styles[_STYLES[5][1]].element.get_or_add_pPr().find(qn("w:spacing")).addprevious(side)


def _spaced(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.widow_control = True


def _running_lines(document: Any, report: Report) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.text = f"{plain(report.town)} · Projet éducatif de territoire"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(f"{plain(report.status)} · page ")
    add_field(footer, "PAGE")
    footer.add_run(" sur ")
    add_field(footer, "NUMPAGES")
    for paragraph in (header, footer):
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(8.5), SOFT
