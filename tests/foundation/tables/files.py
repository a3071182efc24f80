"""Files as towns send them, made on the spot."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook


def written(folder: Path, data: bytes | str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    return path


def as_csv(rows: Sequence[Sequence[str]], separator: str = ";", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def as_xlsx(folder: Path, sheets: dict[str, Sequence[Sequence[Any]]], name: str = "table.xlsx") -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(folder / name)
    return folder / name


def as_ods(folder: Path, rows: Sequence[Sequence[str]], name: str = "table.ods") -> Path:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Lieux">{cells}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return as_zip(
        folder,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        },
        name,
    )


def as_zip(folder: Path, parts: dict[str, str], name: str = "table.zip") -> Path:
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return folder / name


def as_xls(folder: Path, rows: Sequence[Sequence[str | float]], name: str = "table.xls") -> Path:
    """A workbook of Excel 97, byte by byte ([MS-CFB] for the envelope, [MS-XLS] for what is in it)."""

    def block(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def cell(row: int, column: int, value: str | float) -> bytes:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            return block(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
        return block(0x0203, place + struct.pack("<d", value))

    def begins(what: int) -> bytes:
        return block(0x0809, struct.pack("<HHHHII", 0x0600, what, 0, 0, 0, 0))

    end = block(0x000A, b"")
    title = "Lieux"
    sheet = begins(0x0010) + b"".join(cell(r, c, v) for r, row in enumerate(rows) for c, v in enumerate(row)) + end
    named = struct.pack("<BBBB", 0, 0, len(title), 0) + title.encode()
    start = len(begins(5)) + 4 + 4 + len(named) + len(end)
    stream = begins(5) + block(0x0085, struct.pack("<I", start) + named) + end + sheet
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512

    free, last, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    chain = [table, last, *range(3, sectors + 2), last]
    allocation = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))

    def entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
        letters = title.encode("utf-16-le")
        return (
            letters.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(letters) + 2, kind, 1, free, free, child)
            + bytes(36)
            + struct.pack("<IQ", first, size)
        )

    directory = entry("Root Entry", 5, 1, last, 0) + entry("Workbook", 2, free, 2, len(stream)) + bytes(256)
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)
        + struct.pack("<109I", 0, *[free] * 108)
    )
    return written(folder, header + allocation + directory + stream, name)
