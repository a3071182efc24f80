"""The same plan as text, Word, ODT and legacy Word is the same plan."""

from __future__ import annotations

import io
import shutil
import subprocess

import docx
import pytest

from preau.demo.content.axes import AXES
from preau.demo.content.document import flattened
from preau.foundation.documents import read
from preau.plan.importing.coverage import unaccounted
from preau.plan.importing.understanding import understand
from tests.plan.importing.tables import TITLES, TODAY, outline

EXPECTED = [
    (
        axis.title.upper(),
        [
            (
                general.text,
                [([objective.text for objective in row.objectives], list(row.effects)) for row in general.rows],
            )
            for general in axis.generals
        ],
    )
    for axis in AXES
]


def word_file() -> bytes:
    """A table per axis, the general objective merged over its rows, bullets as Word makes them."""
    document = docx.Document()
    for axis in AXES:
        document.add_paragraph(axis.title.upper())
        table = document.add_table(1, 3)
        for cell, title in zip(table.rows[0].cells, TITLES, strict=True):
            cell.text = title
        for general in axis.generals:
            first = len(table.rows)
            for row in general.rows:
                cells = table.add_row().cells
                for cell, texts in ((cells[1], [o.text for o in row.objectives]), (cells[2], list(row.effects))):
                    cell.paragraphs[0].text = texts[0]
                    cell.paragraphs[0].style = "List Bullet"
                    for text in texts[1:]:
                        cell.add_paragraph(text, style="List Bullet")
            table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0)).text = general.text
    document.add_paragraph()  # a Word document ends with a paragraph, never with a table
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def understood(data: bytes, name: str):
    document = read(data, name)
    plan = understand(document, today=TODAY)
    assert unaccounted(document, plan) == []
    return plan


def test_pasted_text_is_the_plan():
    assert outline(understood(flattened().encode(), "projet.txt")) == EXPECTED


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16", "utf-16-le"])
def test_pasted_text_in_another_encoding_is_the_plan(encoding):
    text = flattened() if encoding.startswith("utf") else flattened().replace("\u202f", " ")
    assert outline(understood(text.encode(encoding), "projet.txt")) == EXPECTED


def test_word_file_is_the_plan_with_its_bullets():
    plan = understood(word_file(), "projet.docx")
    assert outline(plan) == EXPECTED
    assert all(
        item.bulleted for axis in plan.axes for g in axis.general_objectives for r in g.rows for item in r.objectives
    )


@pytest.mark.office
@pytest.mark.parametrize("kind", ["odt", "doc"])
def test_file_saved_by_a_real_word_processor_is_the_plan(tmp_path, kind):
    (tmp_path / "projet.docx").write_bytes(word_file())
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [shutil.which("soffice"), profile, "--headless", "--convert-to", kind, "projet.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert outline(understood((tmp_path / f"projet.{kind}").read_bytes(), f"projet.{kind}")) == EXPECTED
