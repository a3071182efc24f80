"""How the Word document looks: page, styles, bullets, header and footer. Partners may change all of it."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from preau.foundation.documents.word_house import INK, SOFT, add_field, set_french, set_letters
from preau.plan.exchange.cover import Cover

PLAN_TITLE, NOTE, HEADER = "PreauTitre", "PreauNote", "PreauEntete"
GENERAL, OBJECTIVE, EFFECT, DETAIL, CODE = "PreauGeneral", "PreauObjectif", "PreauEffet", "PreauDetail", "PreauRepere"
BULLETS = 90
WIDTHS = (3700, 5550, 5550)
"""Of the three columns, in twentieths of a point: they fill an A4 page laid on its side."""

_AXES = ("A8341A FBE7DD", "08605F D9EFEC", "63349F ECE3F8", "6D4D00 FBEEC8", "1B5A94 DFECF8", "8F2358 FAE2EC")
_PARAGRAPHS = (
    # id, name in the style list, size, bold, colour, space after, left indent
    (PLAN_TITLE, "Plan – titre", 22, True, INK, 4, 0),
    (NOTE, "Plan – note", 9.5, False, SOFT, 2, 0),
    (HEADER, "Plan – en-tête de colonne", 10, True, INK, 3, 0),
    (GENERAL, "Plan – objectif général", 10.5, True, INK, 4, 0),
    (OBJECTIVE, "Plan – objectif", 10, False, INK, 4, 0),
    (EFFECT, "Plan – effet", 10, False, INK, 4, 0),
    (DETAIL, "Plan – point de détail", 9.5, False, INK, 2, 0),
)
_BULLET_LEVELS = (("•", 227), ("–", 567))


def axis_colours(code: str) -> tuple[str, str]:
    """Ink and tint of an axis, as hexadecimal digits: the same colours as on screen."""
    ink, tint = _AXES[(int(code.removeprefix("A")) - 1) % len(_AXES)].split()
    return ink, tint


def prepare(document: Any, cover: Cover) -> None:
    _page(document)
    _styles(document)
    _bullets(document)
    _margins(document, cover)
    core = document.core_properties
    core.title, core.author = cover.title, cover.town
    core.subject, core.comments = "Projet éducatif de territoire", ""


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)


def _styles(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    set_letters(normal, 10)
    set_french(document)
    for identifier, name, size, bold, colour, after, _ in _PARAGRAPHS:
        style = styles.add_style(identifier, WD_STYLE_TYPE.PARAGRAPH)
        style.element.find(qn("w:name")).set(qn("w:val"), name)
        style.base_style = normal
        style.quick_style = True
        style.paragraph_format.space_before = Pt(0)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_together = True
        style.paragraph_format.widow_control = True
        set_letters(style, size, bold=bold, colour=colour)
    styles[_PARAGRAPHS[2][1]].paragraph_format.keep_with_next = True
    heading = styles["Heading 1"]
    set_letters(heading, 15, bold=True)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(18), Pt(6)
    heading.paragraph_format.keep_with_next = True
    code = styles.add_style(CODE, WD_STYLE_TYPE.CHARACTER)
    code.element.find(qn("w:name")).set(qn("w:val"), "Plan – repère")
    code.font.size, code.font.bold, code.font.color.rgb = Pt(8), False, SOFT


def _bullets(document: Any) -> None:
    """Two levels: an item, its points of detail."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="227"/></w:pPr></w:lvl>'
        for level, (sign, left) in enumerate(_BULLET_LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{BULLETS}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    first = numbering.find(qn("w:num"))
    first.addprevious(abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>')
    )


def _margins(document: Any, cover: Cover) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.text = f"{cover.town} · Projet éducatif de territoire"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(f"{cover.state_line} · page ")
    add_field(footer, "PAGE")
    footer.add_run(" sur ")
    add_field(footer, "NUMPAGES")
    for paragraph in (header, footer):
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(8.5), SOFT
