"""Small documents made by hand: the XML of a test is all there is in them."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_DECLARATIONS = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_DECLARATIONS = " ".join(
    [
        *(f'xmlns:{p}="{_ODF}{p}:1.0"' for p in ("office", "text", "table", "style")),
        f'xmlns:draw="{_ODF}drawing:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)


def package(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx_parts(body: str, **parts: str) -> dict[str, str | bytes]:
    """``parts``: the inside of styles, numbering, comments, footnotes, header, footer."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(parts)
    )
    roots = {"header": "hdr", "footer": "ftr"}
    return {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_DECLARATIONS}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{kind}.xml": f"<w:{roots.get(kind, kind)} {_DECLARATIONS}>{inside}</w:{roots.get(kind, kind)}>"
            for kind, inside in parts.items()
        },
    }


def _content_types(parts: dict[str, str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {"document": f"{word}.document.main+xml", **{kind: f"{word}.{kind}+xml" for kind in parts}}
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def docx(body: str, **parts: str) -> bytes:
    return package(docx_parts(body, **parts))


def odt_parts(body: str, styles: str = "", automatic: str = "") -> dict[str, str | bytes]:
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {_ODF_DECLARATIONS}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {_ODF_DECLARATIONS}>{styles}</office:document-styles>",
        "META-INF/manifest.xml": "<manifest/>",
    }


def odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    return package(odt_parts(body, styles, automatic))


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(*inside: str, by: str = "Awa Diallo", at: str = "2026-03-02T09:15:00Z") -> str:
    return f'<w:ins w:id="1" w:author="{by}" w:date="{at}">{"".join(inside)}</w:ins>'


def dele(text: str, by: str = "Luc Perrin", at: str = "2026-03-03T10:00:00Z") -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{by}" w:date="{at}">{run}</w:del>'


def mark(kind: str, by: str = "Luc Perrin") -> str:
    """The properties of a paragraph whose mark is inserted (``ins``), deleted (``del``) or moved."""
    return f'<w:rPr><w:{kind} w:id="3" w:author="{by}" w:date="2026-03-03T10:00:00Z"/></w:rPr>'


def tc(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
