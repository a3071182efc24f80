"""What goes out as a file comes back as it was: Word, .xlsx and .csv, whatever people wrote."""

from __future__ import annotations

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from preau.foundation.documents import read
from preau.plan.drafting.enums import SuggestionKind
from preau.plan.exchange.changes import changes_of
from preau.plan.exchange.cover import Cover
from preau.plan.exchange.errors import NotThisPlan
from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.returned import read_returned
from preau.plan.exchange.tables import write_csv, write_xlsx
from preau.plan.exchange.tabular import is_table, read_table
from preau.plan.exchange.word import write_word
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState
from tests.plan.exchange.plans import DAY

COVER = Cover(town="Bourg-la-Fontaine", title="Grandir ensemble", made_on=DAY, moment=12)
LETTERS = string.ascii_letters + string.digits + "éèàç’« »\u00a0\u202f.,;:!?()=+-@'\"<>&%…–\n\t"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
POINTS = st.lists(
    st.text(alphabet=LETTERS.replace("\n", ""), min_size=1, max_size=20).map(str.strip).filter(bool), max_size=2
)


@st.composite
def snapshots(draw):
    states, number = [], 0

    def state(kind, code, **facts):
        nonlocal number
        number += 1
        return ItemState(uid=f"{number:032x}", kind=kind, code=code, position=float(number), text=draw(WORDS), **facts)

    for a in range(1, draw(st.integers(1, 2)) + 1):
        states.append(state(ItemKind.AXIS, f"A{a}", is_bulleted=False))
        for g in range(1, draw(st.integers(0, 2)) + 1):
            general = f"A{a}.G{g}"
            states.append(state(ItemKind.GENERAL_OBJECTIVE, general, parent=f"A{a}", is_bulleted=False))
            count = {"O": 0, "E": 0}
            for r in range(1, draw(st.integers(0, 2)) + 1):
                for kind in (ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT):
                    for _ in range(draw(st.integers(0, 2))):
                        count[kind.letter] += 1
                        states.append(
                            state(
                                kind,
                                f"{general}.{kind.letter}{count[kind.letter]}",
                                parent=general,
                                row=f"{general}.R{r}",
                                sub_points=tuple(draw(POINTS)),
                                is_bulleted=draw(st.booleans()),
                            )
                        )
    return PlanSnapshot.of("Grandir ensemble", states)


THOROUGH = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@THOROUGH
@given(snapshots(), st.booleans())
def test_any_plan_comes_back_from_its_word_file_unchanged(snapshot, codes):
    document = read(write_word(snapshot, COVER, codes=codes), "plan.docx", bookmarks=PREFIX)
    returned = read_returned(document)
    assert changes_of(snapshot, returned).changes == []
    assert (returned.moment, returned.leftovers) == (12, [])


@THOROUGH
@given(snapshots(), st.sampled_from([write_csv, write_xlsx]))
def test_any_plan_comes_back_from_its_spreadsheet_unchanged(snapshot, write):
    data = write(snapshot, 12)
    assert is_table(data, "plan.xlsx" if data.startswith(b"PK") else "plan.csv")
    returned = read_table(data)
    for item in returned.items:
        item.owner = item.owner or ""
    assert changes_of(snapshot, returned).changes == []
    assert returned.moment == 12


def small() -> PlanSnapshot:
    return PlanSnapshot.of(
        "Grandir ensemble",
        [
            ItemState(uid="a" * 32, kind="axis", code="A1", text="Découvrir", is_bulleted=False),
            ItemState(uid="b" * 32, kind="general_objective", code="A1.G1", parent="A1", text="Ouvrir les lieux"),
            ItemState(
                uid="c" * 32,
                kind="operational_objective",
                code="A1.G1.O1",
                parent="A1.G1",
                row="A1.G1.R1",
                text="Ouvrir la piscine le soir",
                horizon_on="2027-06-30",
            ),
            ItemState(
                uid="d" * 32,
                kind="expected_effect",
                code="A1.G1.E1",
                parent="A1.G1",
                row="A1.G1.R1",
                text="Savoir nager",
            ),
        ],
    )


def test_word_file_has_one_table_by_axis_with_a_heading_row_that_repeats():
    document = read(write_word(small(), COVER), "plan.docx", bookmarks=PREFIX)
    (table,) = document.tables()
    assert table.column_count == 3
    assert [row.is_header for row in table.rows] == [True, False]
    assert [block.heading_level for block in document.blocks if getattr(block, "heading_level", None)] == [1]


def test_letters_that_xml_forbids_do_not_break_the_file():
    odd = PlanSnapshot.of("x", [item.changed(text=item.text + "\x0b\x00") for item in small().items])
    assert "piscine" in str(read(write_word(odd, COVER), "plan.docx").blocks)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda text: text.replace("Nature", "Genre"), "no_table"),
        (lambda text: "", "no_table"),
    ],
)
def test_a_table_without_our_columns_is_refused_with_a_sentence(spoil, code):
    text = write_csv(small(), 1).decode("utf-8-sig")
    with pytest.raises(NotThisPlan) as refused:
        read_table(spoil(text).encode() or b"\n")
    assert refused.value.code == code
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_saved_by_any_spreadsheet_program_is_read(encoding, separator):
    import csv
    import io

    rows = csv.reader(io.StringIO(write_csv(small(), 1).decode("utf-8-sig")), delimiter=";")
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(
        [cell.replace("2027-06-30", "30/06/2027") for cell in row] for row in rows
    )
    returned = read_table(stream.getvalue().encode(encoding))
    for item in returned.items:
        item.owner = item.owner or ""
    assert changes_of(small(), returned).changes == []


def test_a_formula_typed_as_a_text_stays_a_text():
    evil = PlanSnapshot.of("x", [item.changed(text='=HYPERLINK("http://x")') for item in small().items])
    assert b"'=HYPERLINK" in write_csv(evil, 1)
    import io
    import zipfile

    sheet = zipfile.ZipFile(io.BytesIO(write_xlsx(evil, 1))).read("xl/worksheets/sheet1.xml")
    assert not etree.fromstring(sheet).findall(".//{*}f")


def test_owner_and_day_changed_in_a_table_are_told():
    returned = read_table(write_csv(small(), 1))
    returned.items[2].owner, returned.items[2].horizon_on = "sports", "2028-01-01"
    for item in returned.items:
        item.owner = item.owner or ""
    kinds = [change.kind for change in changes_of(small(), returned).changes]
    assert kinds == [SuggestionKind.OWNING, SuggestionKind.SCHEDULING]
