"""What every Word document of the house shares: letters, language, headings, fields, pictures that can be heard."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, RGBColor

FONT = "Arial"
"""That every office suite has: a partner opens the document anywhere."""
INK = RGBColor(0x1B, 0x23, 0x40)
SOFT = RGBColor(0x4F, 0x58, 0x70)
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n"}


def set_letters(style: Any, size: float, *, bold: bool = False, colour: RGBColor = INK) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    fonts.set(qn("w:eastAsia"), FONT)
    fonts.set(qn("w:cs"), FONT)


def set_french(document: Any) -> None:
    """So that it is read aloud in French."""
    language = parse_xml(f'<w:lang {nsdecls("w")} w:val="fr-FR" w:eastAsia="fr-FR"/>')
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    document.core_properties.language = "fr-FR"


def plain(text: str) -> str:
    """Without what XML cannot hold."""
    return text.translate(_CONTROLS)


def add_field(paragraph: Any, name: str, size: float = 8.5) -> None:
    """``PAGE``, ``NUMPAGES``: worked out by whoever opens the document."""
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:rPr><w:color w:val="{SOFT}"/>'
            f'<w:sz w:val="{round(size * 2)}"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )


def add_picture(paragraph: Any, png: bytes, width: float, *, title: str, said: str) -> None:
    """``width`` in points. ``said``: what it shows, for whoever does not see it."""
    shape = paragraph.add_run().add_picture(BytesIO(png), width=Emu(round(width * 12700)))
    properties = shape._inline.docPr
    properties.set("name", plain(title))
    properties.set("title", plain(title))
    properties.set("descr", plain(said))


def add_contents(paragraph: Any, entries: list[tuple[int, str, str]], levels: str) -> None:
    """A table of contents with its lines already in it: (level, words, bookmark). Without page numbers, which only an
    office suite knows: « Mettre à jour les champs » writes them anew from the headings.
    """
    before = paragraph._p
    for rank, (level, words, mark) in enumerate(entries):
        line: Any = parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr></w:p>')
        if rank == 0:
            line.extend(_field_start(f'TOC \\o "{levels}" \\n \\h \\z \\u'))
        link: Any = parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="{mark}" w:history="1"><w:r><w:t/></w:r></w:hyperlink>'
        )
        link[0][0].text = plain(words)
        line.append(link)
        before.addnext(line)
        before = line
    if entries:
        before.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))


def _field_start(instruction: str) -> list[Any]:
    said: Any = parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"/></w:r>')
    said[0].text = f" {instruction} "
    begin, middle = (
        parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>') for kind in ("begin", "separate")
    )
    return [begin, said, middle]


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """Around all that the paragraph says."""
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>')
    end = parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>')
    properties = paragraph._p.pPr
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph._p.insert(0, start)
    paragraph._p.append(end)


def add_header_row(table: Any) -> None:
    """Its first row heads the columns, is repeated on each page, and says so to whoever hears it."""
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for each in table.rows:
        each._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        for name, said in (("firstRow", "1"), ("firstColumn", "1"), ("noHBand", "1"), ("noVBand", "1")):
            look.set(qn(f"w:{name}"), said)
        look.set(qn("w:val"), "06A0")


def add_rules(table: Any) -> None:
    """Hairlines between its rows, none around it."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="B9AF9C"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "bottom", "insideH"))
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    next(each for each in table._tbl.tblPr if each.tag in map(qn, after)).addprevious(borders)


def set_caption(table: Any, title: str) -> None:
    """Read aloud before the table."""
    caption = parse_xml(f'<w:tblCaption {nsdecls("w")} w:val=""/>')
    caption.set(qn("w:val"), plain(title))
    table._tbl.tblPr.append(caption)
