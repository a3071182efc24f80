"""Files that a person might send by mistake, or to do harm: name → (bytes, the word its sentence must hold).

Each is built here; none is a file of somebody else.
"""

from __future__ import annotations

import io
import zipfile
import zlib

import docx

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _zip(parts: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _word(body: str | bytes, **more: bytes | str) -> bytes:
    return _zip({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": body, **more})


def _written(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _locked_word() -> bytes:
    """The shape of a Word file with a password: an OLE compound that holds an EncryptedPackage stream."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return header + "EncryptedPackage".encode("utf-16-le") + bytes(1024)


def _locked_odt() -> bytes:
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": manifest}
    return _zip({**parts, "content.xml": b"\x01\x02\x03"})


def _bomb() -> bytes:
    return _word(b"<?xml version='1.0'?><w:document " + _W.encode() + b">" + b" " * 60_000_000 + b"</w:document>")


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    return _word(
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>'
        f"<w:document {_W}><w:body><w:p><w:r><w:t>&l8;</w:t></w:r></w:p></w:body></w:document>"
    )


def _outside() -> bytes:
    return _word(
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        f"<w:document {_W}><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>"
    )


def _english() -> bytes:
    return _written(
        "Our education plan",
        table=[
            ["General aims", "Actions", "Expected results"],
            [
                "Help every child to succeed at school",
                "Open the library on Wednesday",
                "More children read for pleasure",
            ],
            ["Work with the families", "Meet the parents every month", "The parents know whom they can talk to"],
        ],
    )


def _other_columns() -> bytes:
    head = ["Date de la réunion", "Lieu", "Personnes présentes"]
    rows = [["12 octobre", "Salle des fêtes", "Les élus"], ["3 novembre", "École", "Les parents"]]
    return _written("Calendrier des réunions de quartier", table=[head, *rows])


BAD_INPUTS: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("projet.docx", b"", "vide"),
    "only blanks": ("projet.txt", b"   \n\t\n  ", "blanc"),
    "a picture named as a Word file": ("projet.docx", b"\x89PNG\r\n\x1a\n" + bytes(64), "image"),
    "a PDF": ("projet.pdf", b"%PDF-1.7\n1 0 obj\n", "PDF"),
    "an RTF": ("projet.doc", b"{\\rtf1\\ansi Bonjour}", "RTF"),
    "a web page": ("projet.html", b"<!doctype html><html><body>Projet</body></html>", "web"),
    "a program": ("projet.docx", b"\x7fELF\x02\x01\x01" + bytes(64), "pas un document"),
    "a spreadsheet": ("projet.xlsx", _zip({"[Content_Types].xml": _TYPES, "xl/workbook.xml": "<w/>"}), "tableur"),
    "a slide show": ("projet.pptx", _zip({"[Content_Types].xml": _TYPES, "ppt/presentation.xml": "<p/>"}), "diaporama"),
    "a zip of something else": ("projet.docx", _zip({"photo.txt": "bonjour"}), "archive"),
    "a Word file with a password": ("projet.docx", _locked_word(), "mot de passe"),
    "an ODT with a password": ("projet.odt", _locked_odt(), "mot de passe"),
    "a Word file cut in the middle": ("projet.docx", _written("Bonjour")[:9000], "abîmé"),
    "a Word file without its body": (
        "projet.docx",
        _zip({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS}),
        "manque",
    ),
    "a body that is not XML": ("projet.docx", _word("<w:document><w:body>"), "mal formé"),
    "a zip bomb": ("projet.docx", _bomb(), "enfle"),
    "entities that multiply": ("projet.docx", _laughs(), "entités"),
    "an entity that reads a file": ("projet.docx", _outside(), "entités"),
    "a file name that climbs out": ("projet.docx", _word("<x/>", **{"../../etc/passwd": "x"}), "trompeurs"),
    "too many parts": ("projet.docx", _word("<x/>", **{f"word/p{n}.xml": "" for n in range(6000)}), "morceaux"),
    "a document without a plan": ("projet.docx", _written("Chers parents,", "La fête aura lieu samedi."), "projet"),
    "a table about something else": ("projet.docx", _other_columns(), "colonnes"),
    "a plan in another language": ("plan.docx", _english(), "français"),
    "compressed noise": ("projet.txt", zlib.compress(bytes(range(256)) * 40), "document"),
    "sixty megabytes": ("projet.docx", b"PK\x03\x04" + bytes(60_000_001), "lourd"),
}
