"""Workbooks, JSON, and what only looks like a table."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from preau.foundation.tables import Row, Table, UnreadableTable, open_table
from preau.foundation.tables.converters import day

from .files import as_csv, as_ods, as_xls, as_xlsx, as_zip, written

LINES = [["clé", "nom", "ouvert le"], [1, "École", date(2026, 9, 1)], [2, "Stade", datetime(2026, 9, 2, 8)]]


def read(path: Path, **options: object) -> tuple[Table, list[Row]]:
    with open_table(path, path.name, **options) as table:  # type: ignore[arg-type]
        return table, list(table.rows)


def refused(path: Path) -> str:
    with pytest.raises(UnreadableTable) as error:
        read(path)
    assert error.value.sentence
    return error.value.code


def test_an_excel_workbook_keeps_the_type_of_its_cells(tmp_path: Path) -> None:
    table, rows = read(as_xlsx(tmp_path, {"Lieux": LINES}))
    assert (table.format, table.sheet, table.columns) == ("xlsx", "Lieux", ("clé", "nom", "ouvert le"))
    assert [row.number for row in rows] == [2, 3]
    assert rows[0].values["nom"] == "École"
    assert [day(row.values["ouvert le"]) for row in rows] == [date(2026, 9, 1), date(2026, 9, 2)]
    assert table.share() == 1.0


def test_empty_lines_of_a_sheet_keep_their_number(tmp_path: Path) -> None:
    _, rows = read(as_xlsx(tmp_path, {"Lieux": [[], [], *LINES[:2], [], LINES[2], []]}))
    assert [row.number for row in rows] == [4, 6]


def test_the_first_filled_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    table, _ = read(as_xlsx(tmp_path, {"Notice": [], "Lieux": LINES, "Anciens": LINES}))
    assert table.sheet == "Lieux"
    assert "« Anciens »" in table.notes[0]


def test_a_libreoffice_sheet_is_read(tmp_path: Path) -> None:
    table, rows = read(as_ods(tmp_path, [["clé", "nom"], ["1", "École"]]))
    assert (table.format, rows[0].values) == ("ods", {"clé": "1", "nom": "École"})


def test_an_excel_97_workbook_is_read_and_its_dates_are_numbers(tmp_path: Path) -> None:
    table, rows = read(as_xls(tmp_path, [["clé", "nom", "ouvert le"], [1.0, "École", 46266.0], [2.0, "Stade", ""]]))
    assert (table.format, table.sheet, rows[0].values["nom"]) == ("xls", "Lieux", "École")
    assert [day(row.values["ouvert le"]) for row in rows] == [date(2026, 9, 1), None]


def test_the_name_of_a_file_counts_for_nothing(tmp_path: Path) -> None:
    table, _ = read(as_xlsx(tmp_path, {"Lieux": LINES}, name="lieux.csv"))
    assert table.format == "xlsx"
    table, _ = read(written(tmp_path, as_csv([["clé", "nom"], ["1", "École"]]), "lieux.xlsx"))
    assert table.format == "csv"


ITEMS = [{"id": 1, "nom": "École", "lat": 48.5}, {"id": 2, "nom": "Stade", "lat": None}]


@pytest.mark.parametrize(
    ("whole", "options"),
    [
        (ITEMS, {}),
        ({"type": "FeatureCollection", "features": ITEMS}, {}),
        ({"total": 2, "results": ITEMS}, {}),
        ({"meta": {"n": 2}, "lieux": {"liste": ITEMS}}, {"json_paths": ("lieux.liste.item",)}),
        ({"records": [{"fields": each} for each in ITEMS]}, {"json_paths": ("records.item.fields", "records.item")}),
    ],
)
def test_the_items_of_a_json_file_are_found_where_they_are(
    tmp_path: Path, whole: object, options: dict[str, object]
) -> None:
    table, rows = read(written(tmp_path, json.dumps(whole, ensure_ascii=False), "t.json"), **options)
    assert [row.values for row in rows] == ITEMS
    assert [row.number for row in rows] == [1, 2]
    assert table.columns == ("id", "nom", "lat")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_json_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    _, rows = read(written(tmp_path, json.dumps(ITEMS, ensure_ascii=False), "t.json", encoding))
    assert rows[0].values["nom"] == "École"


def test_lines_that_are_each_an_object_are_read(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, "\n".join(json.dumps(each) for each in ITEMS), "t.jsonl"))
    assert [row.values for row in rows] == ITEMS


def test_an_item_that_is_no_object_is_reported(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, json.dumps([ITEMS[0], "École", ITEMS[1]]), "t.json"))
    assert [bool(row.fault) for row in rows] == [False, True, False]
    assert "École" in rows[1].fault


def test_a_json_file_cut_off_is_refused_when_the_end_is_met(tmp_path: Path) -> None:
    many = json.dumps(ITEMS * 5000)
    with (
        open_table(written(tmp_path, many[: len(many) // 2], "t.json")) as table,
        pytest.raises(UnreadableTable) as error,
    ):
        list(table.rows)
    assert error.value.code == "truncated_json"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "no_line"),
        ('{"features": []}', "no_line"),
        ('[{"a": 1}, {"a": }]', "broken_json"),
        ('[{"a": 1, "b": [1, 2', "truncated_json"),
        ('{"a": tru}', "broken_json"),
    ],
)
def test_json_without_items_is_refused(tmp_path: Path, text: str, code: str) -> None:
    assert refused(written(tmp_path, text, "t.json")) == code


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"%PDF-1.7 \n" + bytes(99), "t.csv", "pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "t.csv", "picture"),
        (b"clef;nom\n\0\1\2\3\4", "t.csv", "binary"),
        (b"<html><table><tr><td>nom</td></tr></table></html>", "lieux.xls", "html"),
        (b"<?xml version='1.0'?><Workbook/>", "lieux.xls", "xml"),
        (b"\x1f\x8b\x08\x00 gz", "t.csv.gz", "archive"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "t.xlsx", "password_protected"),
        (OLE + "WordDocument".encode("utf-16-le"), "t.xls", "word"),
        (OLE + "Workbook".encode("utf-16-le"), "t.xls", "broken_workbook"),
        (b"PK\x03\x04 broken", "t.xlsx", "broken_workbook"),
    ],
)
def test_what_is_not_a_table_is_named(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    assert refused(written(tmp_path, data, name)) == code


def test_packages_that_are_not_workbooks_are_named(tmp_path: Path) -> None:
    assert refused(as_zip(tmp_path, {"lieux.csv": "a;b"})) == "archive"
    assert refused(as_zip(tmp_path, {"word/document.xml": "<w/>"})) == "word"
    assert refused(as_zip(tmp_path, {"xl/workbook.bin": ""})) == "binary_workbook"
    assert refused(as_zip(tmp_path, {"mimetype": "application/vnd.oasis.opendocument.text"})) == "word"


def test_a_workbook_without_lines_is_refused(tmp_path: Path) -> None:
    assert refused(as_xlsx(tmp_path, {"Vide": []})) == "no_sheet"


def test_a_lone_cell_at_the_end_of_the_sheet_doesn_t_fill_the_memory(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path, {"Lieux": LINES})
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.active["XFD1048576"] = "x"
    book.save(path)
    assert refused(path) == "huge_workbook"


def test_a_part_that_swells_is_refused(tmp_path: Path) -> None:
    path = as_zip(tmp_path, {"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": " " * 60_000_000}, "t.xlsx")
    assert refused(path) == "workbook_bomb"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.csv") == "missing"
    assert refused(tmp_path) == "folder"
