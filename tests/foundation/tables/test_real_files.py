"""The files of the national canteen platform's own tests: each is read, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from preau.foundation.tables import UnreadableTable, open_table

FOLDER = "data/csv-import-robustesse"
REFUSED = {
    "LICENSE": "one_column",
    "README.md": "one_column",
    "canteens_bad_no_header.csv": "no_header",
    "canteens_update_bad_no_header.csv": "one_column",
    "diagnostics_complete_bad_no_header.csv": "no_header",
    "purchases_bad_no_header.csv": "no_header",
    "purchases_bad_no_header_old.csv": "no_header",
}
LINES = {
    "canteen_managers_bad_extra_header.csv": (5, 1),
    "canteen_managers_bad_wrong_header.csv": (3, 1),
    "canteens_bad.csv": (12, 6),
    "canteens_bad_canteen_already_exists.csv": (12, 1),
    "canteens_bad_empty_rows.csv": (12, 1),
    "canteens_bad_one_error.csv": (12, 2),
    "canteens_bad_wrong_header.csv": (12, 1),
    "canteens_create_bad_groupe_teledeclared.csv": (12, 1),
    "canteens_good.csv": (12, 3),
    "canteens_good_add_manager.csv": (12, 1),
    "canteens_good_choices_slug_values.csv": (12, 3),
    "canteens_good_line_ministry.csv": (12, 2),
    "canteens_good_max_sectors.csv": (12, 3),
    "canteens_update_bad_canteen_not_found.csv": (15, 1),
    "canteens_update_bad_groupe_teledeclared.csv": (15, 1),
    "canteens_update_bad_invalid_siret.csv": (15, 1),
    "canteens_update_bad_one_error.csv": (15, 2),
    "canteens_update_bad_permission_denied.csv": (15, 1),
    "canteens_update_good_insee.csv": (15, 1),
    "canteens_update_good_one.xlsx": (15, 1),
    "diagnostics_complete_bad_empty_rows.csv": (125, 1),
    "diagnostics_simple_bad_empty_rows.csv": (21, 2),
    "diagnostics_simple_bad_separator_semicolon_add_managers.csv": (23, 1),
    "diagnostics_simple_bad_separator_semicolon_no_total.csv": (23, 1),
    "diagnostics_simple_bad_wrong_header.csv": (21, 1),
    "diagnostics_simple_good_encoding_utf-16.csv": (23, 1),
    "diagnostics_simple_good_separator_semicolon.csv": (23, 1),
    "diagnostics_simple_good_separator_semicolon_add_managers.csv": (23, 1),
    "diagnostics_simple_good_separator_semicolon_decimal_number.csv": (23, 2),
    "diagnostics_simple_good_separator_semicolon_no_add_managers.csv": (23, 1),
    "diagnostics_simple_good_separator_semicolon_no_appro.csv": (23, 1),
    "purchases_bad_corrupt_old.csv": (8, 1),
    "purchases_bad_empty_rows.csv": (12, 2),
    "purchases_bad_empty_rows_old.csv": (8, 2),
    "purchases_bad_partial_header_old.csv": (7, 2),
    "purchases_bad_wrong_header_typo.csv": (12, 1),
    "purchases_bad_wrong_header_typo_old.csv": (8, 1),
    "purchases_good_separator_comma_old.csv": (8, 1),
    "purchases_good_separator_semicolon.csv": (12, 1),
    "purchases_good_separator_semicolon_old.csv": (8, 1),
    "purchases_good_separator_tab.tsv": (12, 1),
    "purchases_good_separator_tab_old.tsv": (8, 1),
    "purchases_good_with_empty_columns.xlsx": (12, 2),
}


@pytest.mark.parametrize(("name", "shape"), LINES.items(), ids=LINES)
def test_a_readable_file_gives_all_its_columns_and_lines(shared: Path, name: str, shape: tuple[int, int]) -> None:
    with open_table(shared / FOLDER / name, name) as table:
        rows = list(table.rows)
    assert (len(table.columns), len(rows)) == shape
    assert not [row.fault for row in rows if row.fault]
    assert all(row.values[table.columns[0]] or len(table.columns) == 15 for row in rows)


@pytest.mark.parametrize(("name", "code"), REFUSED.items(), ids=REFUSED)
def test_an_unreadable_file_is_refused_with_a_reason(shared: Path, name: str, code: str) -> None:
    with pytest.raises(UnreadableTable) as refused, open_table(shared / FOLDER / name, name) as table:
        list(table.rows)
    assert refused.value.code == code
    assert len(refused.value.sentence) > 40


def test_no_file_of_the_folder_is_left_out(shared: Path) -> None:
    assert {path.name for path in (shared / FOLDER).iterdir()} == {*LINES, *REFUSED}
