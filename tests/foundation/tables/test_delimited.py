"""CSV files in the state in which they come."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.tables import Row, Table, UnreadableTable, open_table

from .files import as_csv, written

HEADER = ["identifiant", "nom", "ville"]
ROWS = [["0921", "École des Tilleuls", "Clairval"], ["0922", "Crèche « À petits pas », l’été", "Orée-sur-Œuvre"]]
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]


def read(path: Path) -> tuple[Table, list[Row]]:
    with open_table(path, path.name) as table:
        return table, list(table.rows)


def cells(rows: list[Row]) -> list[list[str]]:
    return [list(row.values.values()) for row in rows]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_encoding_and_any_separator_give_the_same_lines(tmp_path: Path, encoding: str, separator: str) -> None:
    table, rows = read(written(tmp_path, as_csv([HEADER, *ROWS], separator), encoding=encoding))
    assert table.columns == tuple(HEADER)
    assert table.separator == separator
    assert cells(rows) == ROWS
    assert [row.number for row in rows] == [2, 3]
    assert not any(row.fault for row in rows)


def test_latin_1_letters_are_read(tmp_path: Path) -> None:
    table, rows = read(written(tmp_path, "clé;nom\n1;Élodie Muñoz\n2;Crèche à côté\n", encoding="latin-1"))
    assert rows[0].values["nom"] == "Élodie Muñoz"
    assert table.encoding == "cp1252"


_WORDS = st.text(st.sampled_from("abcdefgh éèàçùœ€’\"';,|\t\n0123456789-"), min_size=1, max_size=12).filter(
    lambda word: word.strip() == word and word
)


@given(
    rows=st.lists(st.tuples(_WORDS, _WORDS, _WORDS), min_size=1, max_size=8),
    separator=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(ENCODINGS),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_what_a_csv_writer_writes_is_read_back_equal(
    rows: list[tuple[str, str, str]], separator: str, encoding: str, quoting: int
) -> None:
    told = f"sep={separator}\r\n" + as_csv([HEADER, *rows], separator, quoting)
    with tempfile.TemporaryDirectory() as folder:
        _, found = read(written(Path(folder), told, encoding=encoding))
    assert [tuple(line) for line in cells(found)] == rows
    assert not any(row.fault for row in found)


@given(
    rows=st.lists(st.tuples(*[st.text(st.sampled_from("abcdé 01"), min_size=1, max_size=9)] * 3), min_size=2),
    separator=st.sampled_from(";,\t|"),
)
def test_the_separator_is_found_without_being_told(rows: list[tuple[str, str, str]], separator: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        table, found = read(written(Path(folder), as_csv([HEADER, *rows], separator)))
    assert table.separator == separator
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert [tuple(line) for line in cells(found)] == filled


def test_decimal_commas_don_t_pass_for_separators(tmp_path: Path) -> None:
    table, rows = read(written(tmp_path, "nom;lon;lat\nÉcole;2,170;48,942\nStade;2,186;48,943\n"))
    assert table.separator == ";"
    assert rows[0].values == {"nom": "École", "lon": "2,170", "lat": "48,942"}


def test_a_few_lines_of_an_older_encoding_in_a_utf_8_file_are_read_too(tmp_path: Path) -> None:
    data = "clé;nom\n".encode() + "1;Élémentaire\n".encode() * 20 + "2;Crèche\n".encode("cp1252")
    _, rows = read(written(tmp_path, data))
    assert rows[0].values["nom"] == "Élémentaire"
    assert rows[-1].values["nom"] == "Crèche"


def test_letters_encoded_twice_are_put_right_and_said(tmp_path: Path) -> None:
    twice = "clé;nom\n1;École élémentaire\n2;Crèche\n".encode().decode("cp1252")
    table, rows = read(written(tmp_path, twice))
    assert rows[1].values["nom"] == "Crèche"
    assert "mal encodées" in table.notes[0]


def test_a_file_cut_in_the_middle_of_a_letter_is_read(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, "clé;nom\n1;École\n2;Lycé".encode() + "é".encode()[:1]))
    assert rows[0].values["nom"] == "École"


def test_a_quote_never_closed_costs_its_own_line_only(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, 'clé;nom;ville\n1;École;Clairval\n2;"Crèche;Clairval\n3;Stade;Clairval\n'))
    assert [(row.number, bool(row.fault)) for row in rows] == [(2, False), (3, True), (4, False)]
    assert "guillemet" in rows[1].fault
    assert rows[1].values == {"clé": "2", "nom": "Crèche", "ville": "Clairval"}


def test_two_broken_quotes_don_t_swallow_the_lines_between_them(tmp_path: Path) -> None:
    text = 'clé;nom;ville\n1;"École;Clairval\n2;Stade;Clairval\n3;"Crèche";Clairval\n4;Parc;Clairval\n'
    _, rows = read(written(tmp_path, text))
    assert [row.number for row in rows] == [2, 3, 4, 5]
    assert [bool(row.fault) for row in rows] == [True, False, False, False]


def test_a_quoted_text_may_cover_several_lines_and_counts_as_one(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, 'clé;nom\n1;"Deux\nlignes"\n2;Une\n'))
    assert [(row.number, row.values["nom"]) for row in rows] == [(2, "Deux\nlignes"), (3, "Une")]


def test_inches_and_other_lone_quotes_are_letters(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, 'clé;nom\n1;Écran de 12" et 14"\n2;L"étoile\n'))
    assert [row.values["nom"] for row in rows] == ['Écran de 12" et 14"', 'L"étoile']
    assert not any(row.fault for row in rows)


def test_lines_wrapped_in_quotes_by_a_spreadsheet_are_unwrapped_and_said(tmp_path: Path) -> None:
    inner = as_csv([HEADER, *ROWS], ",")
    wrapped = "".join('"{}"\r\n'.format(line.replace('"', '""')) for line in inner.splitlines())
    table, rows = read(written(tmp_path, wrapped))
    assert cells(rows) == ROWS
    assert "entre guillemets" in table.notes[0]


def test_a_line_too_long_is_reported_and_its_cells_are_kept(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, "clé;nom\n1;École\n2;Stade;municipal\n3;Parc;\n"))
    assert "3 cellules pour 2 colonnes" in rows[1].fault
    assert rows[1].values == {"clé": "2", "nom": "Stade", "colonne 3": "municipal"}
    assert not rows[2].fault


def test_a_line_too_short_has_empty_cells(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, "clé;nom;ville\n1;École;Clairval\n2;Stade\n"))
    assert rows[1].values == {"clé": "2", "nom": "Stade", "ville": ""}
    assert not rows[1].fault


def test_empty_lines_and_empty_columns_are_left_out_and_lines_keep_their_number(tmp_path: Path) -> None:
    table, rows = read(written(tmp_path, "\n;;;\nclé;nom;;\n;;;\n1;École;;\n\n2;Stade;;\n;;;\n"))
    assert table.columns == ("clé", "nom")
    assert [(row.number, row.values["nom"]) for row in rows] == [(5, "École"), (7, "Stade")]


def test_a_column_without_a_name_keeps_what_it_holds(tmp_path: Path) -> None:
    _, rows = read(written(tmp_path, "clé;;nom\n1;x;École\n2;;Stade\n"))
    assert rows[0].values == {"clé": "1", "nom": "École", "colonne 2": "x"}
    assert rows[1].values == {"clé": "2", "nom": "Stade"}


def test_two_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    table, rows = read(written(tmp_path, "clé;nom;nom\n1;École;Tilleuls\n"))
    assert rows[0].values == {"clé": "1", "nom": "École", "nom (2)": "Tilleuls"}
    assert "« nom »" in table.notes[0]


def test_a_title_above_the_columns_is_not_the_header(tmp_path: Path) -> None:
    table, rows = read(written(tmp_path, "Écoles au 1er septembre;;\n;;\nclé;nom;ville\n1;École;Clairval\n"))
    assert table.columns == ("clé", "nom", "ville")
    assert rows[0].number == 4
    assert "avant les titres" in table.notes[0]


def test_years_may_name_columns(tmp_path: Path) -> None:
    table, _ = read(written(tmp_path, "école;2024;2025;2026\nTilleuls;120;118;121\n"))
    assert table.columns == ("école", "2024", "2025", "2026")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_file"),
        ("\n\n ;; \n", "blank"),
        ("21340172201787;École;12;700\n21340172201788;Stade;13;800\n", "no_header"),
        ("50;50;10;10\n", "no_header"),
        ("Bonjour, voici\n", "no_header_or_table"),
        ("une seule colonne\nrien d’autre\n", "one_column"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path, text: str, code: str) -> None:
    if code == "no_header_or_table":
        assert read(written(tmp_path, text))[1] == []
        return
    with pytest.raises(UnreadableTable) as refused:
        read(written(tmp_path, text))
    assert refused.value.code == code
    assert refused.value.sentence.endswith((".", "»."))


def test_a_line_that_never_ends_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable) as refused:
        read(written(tmp_path, "clé;nom\n" + "x" * 4_100_000))
    assert refused.value.code == "endless_line"


def test_the_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    with open_table(written(tmp_path, "clé;nom\n" + "1;École\n" * 50_000)) as table:
        seen = [table.share() for _ in table.rows]
    assert 0 < seen[0] < 0.2
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
