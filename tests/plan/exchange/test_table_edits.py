"""What people do to the plan in a spreadsheet program: nothing lost, nothing wrong in silence."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from preau.foundation.documents.errors import UnreadableDocument
from preau.foundation.tables.french import guarded, unguarded
from preau.people.accounts.hand import Hand
from preau.plan.drafting import deciding
from preau.plan.drafting.enums import Certainty
from preau.plan.exchange.changes import Reading, changes_of
from preau.plan.exchange.errors import NotThisPlan
from preau.plan.exchange.lines import day
from preau.plan.exchange.receiving import receive
from preau.plan.exchange.tables import write_csv, write_xlsx
from preau.plan.exchange.tabular import read_table
from preau.plan.structure.actions import detail
from preau.plan.structure.replay import moment_of, snapshot_of
from tests.cast import make_organisation, make_person, make_plan
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
CODE, UID, KIND, AXIS, GENERAL, ROW, TEXT, POINTS, OWNER, HORIZON, MOMENT = range(11)


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def lines(plan):
    text = write_csv(snapshot_of(plan), moment_of(plan)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def written(lines: list[list[str]], separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(lines)
    return stream.getvalue().encode(encoding)


def at(lines: list[list[str]], code: str) -> list[str]:
    return next(line for line in lines if line[CODE] == code)


def reading_of(plan, data: bytes) -> Reading:
    returned = read_table(data)
    for item in returned.items:
        item.owner = None
    return changes_of(snapshot_of(plan), returned)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(change.kind.value, change.place) for change in reading.changes]


def came_back(plan, data: bytes, name: str = "plan.csv"):
    return receive(plan, data, name, hand=Hand(make_person("coordinator"), NOW), organisation=None)


@pytest.mark.parametrize(
    "gone", [[POINTS], [CODE], [ROW], [AXIS, GENERAL], [OWNER, HORIZON, MOMENT], [ROW, GENERAL, CODE]]
)
def test_a_column_taken_away_tells_nothing(plan, lines, gone):
    detail(plan.items.get(code="A1.G1.O1"), ["le soir", "le midi"], seen_version=1, hand=Hand(None, NOW))
    kept = [[cell for number, cell in enumerate(line) if number not in gone] for line in lines]
    assert told(reading_of(plan, written(kept))) == [] if POINTS in gone else [("detailing", "A1.G1.O1")]


def test_columns_are_known_whatever_their_order_and_capitals(plan, lines):
    lines[0] = [
        "REPERE",
        " identifiant",
        "nature",
        "Axe",
        "OBJECTIF\u00a0GÉNÉRAL",
        "ligne",
        "texte",
        *lines[0][POINTS:],
    ]
    assert told(reading_of(plan, written([line[::-1] for line in lines]))) == []


def test_sorted_lines_move_nothing_and_are_told(plan, lines):
    shuffled = [lines[0], *sorted(lines[1:], key=lambda line: line[TEXT], reverse=True)]
    returned = came_back(plan, written(shuffled))
    assert not returned.suggestions.exists()


def test_lines_filtered_out_are_not_proposed_for_removal(plan, lines):
    returned = came_back(plan, written([line for line in lines if line[CODE][:2] != "A2"]))
    assert not returned.suggestions.exists()
    assert returned.notes[-1].startswith("Passages du projet absents de ce fichier : 7.")


def test_one_line_taken_out_is_a_removal_that_is_only_likely(plan, lines):
    lines.remove(at(lines, "A1.G1.E2"))
    (removal,) = reading_of(plan, written(lines)).changes
    assert (removal.kind, removal.place, removal.certainty) == ("removal", "A1.G1.E2", Certainty.LIKELY)


def test_a_line_copied_as_a_model_is_a_new_item(plan, lines):
    model = at(lines, "A2.G1.E2")
    model_place = lines.index(model)
    copy = list(model)
    copy[TEXT] = "Des délais plus courts"
    lines.insert(model_place, copy)
    (addition,) = reading_of(plan, written(lines)).changes
    assert addition.kind == "addition"
    assert [addition.facts[name][1] for name in ("text", "row")] == ["Des délais plus courts", "A2.G1.R1"]


def test_a_new_line_keeps_its_owner_its_day_and_its_points(plan, lines):
    make_organisation("Caf")
    lines.append(
        ["", "", "Effets attendus", "A2", "A2.G1", "A2.G1.R1", "Moins d’attente", "un\ndeux", "caf", "1/9/27", ""]
    )
    (suggestion,) = came_back(plan, written(lines)).suggestions.all()
    item = deciding.accept_suggestion(suggestion, hand=Hand(None, NOW)).item
    assert (item.owner.name, item.horizon_on, item.sub_points) == ("Caf", date(2027, 9, 1), ["un", "deux"])


def test_a_row_that_nobody_knows_is_a_new_row(plan, lines):
    at(lines, "A2.G1.E3")[ROW] = "A2.G1.R9"
    (suggestion,) = came_back(plan, written(lines)).suggestions.all()
    moved = deciding.accept_suggestion(suggestion, hand=Hand(None, NOW)).item
    assert (moved.row.code, moved.parent.code) == ("A2.G1.R2", "A2.G1")


@pytest.mark.parametrize(("column", "value"), [(GENERAL, "A1.G1"), (ROW, "A1.G1.R1")])
def test_of_two_places_that_disagree_the_one_that_was_changed_counts(plan, lines, column, value):
    at(lines, "A2.G1.E3")[column] = value
    (change,) = reading_of(plan, written(lines)).changes
    assert (change.kind, change.facts["parent"]) == ("relocation", ["A2.G1", "A1.G1"])


def test_codes_cleared_and_lines_without_text_change_nothing_and_are_told(plan, lines):
    at(lines, "A1.G1.O1")[TEXT] = ""
    for line in lines[1:]:
        if line[KIND] == "objectif général":
            line[CODE] = ""
    returned = came_back(plan, written(lines))
    assert not returned.suggestions.exists()
    assert returned.notes == ["Texte vide pour A1.G1.O1 : ses mots restent."]


def test_what_no_kind_is_given_for_is_told(plan, lines):
    lines.append(["", "", "Remarque", "", "", "", "Penser aux crèches", "", "", "", ""])
    assert "Penser aux crèches" in came_back(plan, written(lines)).notes[-1]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8"])
def test_a_title_above_the_headings_hides_neither_separator_nor_encoding(plan, lines, separator, encoding):
    data = "Projet éducatif\r\n\r\n".encode(encoding) + written(lines, separator, encoding).removeprefix(b"\xff\xfe")
    assert told(reading_of(plan, data)) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("30/06/2027", "2027-06-30"),
        ("30.6.27", "2027-06-30"),
        ("2027-06-30 00:00:00", "2027-06-30"),
        ("46568", "2027-06-30"),
        ("31/02/2027", "31/02/2027"),
        ("2027-13-45", "2027-13-45"),
        ("juin 2027", "juin 2027"),
        ("20270630", "20270630"),
        ("99999999999", "99999999999"),
    ],
)
def test_a_day_is_read_as_programs_write_it(typed, meant):
    assert day(typed) == meant


@pytest.mark.parametrize("typed", ["31/02/2027", "2027-13-45", "20270630", "0000-00-00", "juin"])
def test_a_day_that_is_none_is_told_and_changes_nothing(plan, lines, typed):
    at(lines, "A1.G1.O2")[HORIZON] = typed
    returned = came_back(plan, written(lines))
    assert not returned.suggestions.exists()
    assert typed in returned.notes[0]


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''-x", "'bonjour'", "-", "+33", "@moi", "\t=1", "'", "l’été"])
def test_a_guard_against_formulas_comes_off_again(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


# Workbooks


def workbook(plan, change=lambda book: None) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(snapshot_of(plan), moment_of(plan))))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_saved_again_with_real_days_hidden_columns_and_a_sheet_in_front_says_the_same(plan):
    def change(book):
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(min_row=2):
            if row[HORIZON].value:
                row[HORIZON].value = datetime.fromisoformat(row[HORIZON].value)
            row[MOMENT].value = float(row[MOMENT].value)
        sheet.column_dimensions["A"].hidden = True
        sheet.row_dimensions[4].hidden = True
        book.create_sheet("Lisez-moi", 0).append(["Bonjour"])

    assert told(reading_of(plan, workbook(plan, change))) == []


def test_a_cell_far_to_the_right_and_a_line_far_below_cost_nothing(plan):
    def change(book):
        book.worksheets[0]["XFD3"] = "x"
        book.worksheets[0]["A59000"] = "x"

    assert told(reading_of(plan, workbook(plan, change))) == []


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _by_hand(texts: str, row: str) -> bytes:
    """A workbook as Excel lays it out, its words in a part of their own."""
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>""",
        "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"
            Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        "xl/workbook.xml": f"""<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>
            <sheet name="Un" sheetId="1" r:id="r1"/></sheets></workbook>""",
        "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
            <Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
        "xl/worksheets/sheet1.xml": f"""<worksheet xmlns="{_SHEETS}"><sheetData>{row}</sheetData></worksheet>""",
        "xl/sharedStrings.xml": texts,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


_TITLES = f"""<sst xmlns="{_SHEETS}"><si><t>Nature</t></si><si><t>Texte</t></si><si><t>axe</t></si>"""
_ROW = """<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>
    <row r="2"><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>"""
_LAUGHS = "".join(
    [
        "<!DOCTYPE d [<!ENTITY a0 'haha'>",
        *(f"<!ENTITY a{number} '{f'&a{number - 1};' * 50}'>" for number in range(1, 8)),
        "]>",
    ]
)


def test_a_workbook_written_by_hand_is_read():
    assert read_table(_by_hand(f"{_TITLES}<si><t>Ouvrir</t></si></sst>", _ROW)).items[0].text == "Ouvrir"


@pytest.mark.parametrize(
    ("texts", "row", "code"),
    [
        ("not xml", _ROW, "unreadable_table"),
        (f"{_TITLES}</sst>", _ROW, "unreadable_table"),  # a word that is not there
        (f"{_TITLES}</sst>", "<row><c t='s'><v>x</v></c></row>", "unreadable_table"),
        (f"{_TITLES}</sst>", "<row><c", "unreadable_table"),
        (f"{_LAUGHS}{_TITLES}<si><t>&a7;</t></si></sst>", _ROW, "unreadable_table"),
        (
            "<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>" + _TITLES + "<si><t>&f;</t></si></sst>",
            _ROW,
            "unreadable_table",
        ),
        (f"{_TITLES}</sst>", _ROW + " " * 21_000_000, "too_big_table"),
        (f"{_TITLES}</sst>", "<row r='1048576'><c t='s'><v>0</v></c></row>", "no_table"),
    ],
)
def test_a_workbook_that_is_broken_or_made_to_harm_is_refused(texts, row, code):
    with pytest.raises(NotThisPlan) as refused:
        read_table(_by_hand(texts, row))
    assert refused.value.code == code


def test_a_text_of_a_hundred_thousand_lines_is_refused(plan, lines):
    with pytest.raises(NotThisPlan) as refused:
        read_table(written([*lines, *([["", "", "axe", "", "", "", "x"]] * 100_000)]))
    assert refused.value.code == "too_big_table"


def test_a_picture_named_as_a_table_is_refused_in_one_sentence(plan):
    with pytest.raises((UnreadableDocument, NotThisPlan)):
        came_back(plan, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, "plan.csv")


# Any edits


LINE = st.tuples(
    st.sampled_from(
        ["reword", "delete", "copy", "add", "uncode", "unmark", "shuffle", "swap", "rerow", "unrow", "blank"]
    ),
    st.integers(0, 99),
    st.integers(0, 99),
)


def _edit(lines: list[list[str]], act: str, one: int, two: int) -> None:
    number, other = 1 + one % (len(lines) - 1), 1 + two % (len(lines) - 1)
    line = lines[number]
    match act:
        case "reword":
            line[TEXT] += f" et {two} autres choses"
        case "delete" if len(lines) > 4:
            del lines[number]
        case "copy":
            lines.insert(other, [*line[:TEXT], f"Copie {one} {two}", *line[POINTS:]])
        case "add":
            lines.insert(other, ["", "", line[KIND], *line[AXIS:TEXT], f"Tout neuf {one} {two}", "", "", "", ""])
        case "uncode":
            line[CODE] = ""
        case "unmark":
            line[UID] = ""
        case "shuffle":
            lines[1:] = lines[1:][::-1]
        case "swap":
            lines[number], lines[other] = lines[other], lines[number]
        case "rerow":
            line[ROW] = lines[other][ROW]
        case "unrow":
            line[ROW] = ""
        case "blank":
            line[TEXT] = ""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(LINE, min_size=1, max_size=6))
def test_whatever_is_done_to_the_lines_every_word_is_in_the_plan_or_told(plan, lines, edits):
    table = [list(line) for line in lines]
    for act, one, two in edits:
        _edit(table, act, one, two)
    base = snapshot_of(plan)
    returned = read_table(written(table))
    reading = changes_of(base, returned)
    proposed = {(change.facts.get("text") or [None, None])[1] for change in reading.changes}
    kept = {item.text for item in base.items}
    for line in table[1:]:
        assert not line[TEXT] or line[TEXT].strip() in kept | proposed
    for item in returned.items:
        pair = reading.matching.pairs.get(item.key)
        if item.mark and pair and pair.certainty != Certainty.UNCERTAIN:
            assert pair.item.uid == item.mark or pair.item.text == item.text
    present = {pair.item.uid for pair in reading.matching.pairs.values()}
    gone = {change.uid for change in reading.changes if change.kind == "removal"}
    assert len(base.items) == len(present) + (len(gone) or reading.absent)
