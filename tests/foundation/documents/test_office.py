"""What a real LibreOffice writes, and .doc files that it turns into .docx."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path

import pytest

from preau.foundation.documents import Limits, UnreadableDocument, document_text, read
from preau.foundation.documents.model import SourceDocument, View

from .packages import dele, docx, ins, mark, p, r, tbl, tc, tr
from .shapes import cell_text, grid

office = pytest.mark.office
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
COMMENT = f'<w:comment w:id="4" w:author="Nadia Benali" w:date="2026-02-01T08:00:00Z">{p(r("À voir"))}</w:comment>'
END = '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
PLAN = docx(
    p(r("Axe 1 : grandir ensemble"), properties='<w:outlineLvl w:val="0"/>')
    + tbl(
        tr(tc(p(r("Objectifs"))), tc(p(r("Actions"))), tc(p(r("Effets")))),
        tr(tc(p(r("Réussir")), properties=RESTART), tc(p(r("Lire")), p(r("Écrire"))), tc(p(r("On lit")))),
        tr(tc(properties=CONTINUE), tc(p(dele("Réfléchir"), ins(r("Développer")))), tc(p(r("On compte")))),
    )
    + p(r("Une phrase "), dele("ancienne"), ins(r("neuve")), r(" et la suite."), properties=mark("del"))
    + p('<w:commentRangeStart w:id="4"/>', r("Un mot"), END, r(" commenté."))
    + p(r("Fin.")),
    comments=COMMENT,
)
PLAN_TEXT = {
    View.REJECTED: "Réfléchir|Une phrase ancienne et la suite.|Un mot commenté.",
    View.ACCEPTED: "Développer|Une phrase neuve et la suite.Un mot commenté.",
}


@cache
def converted(extension: str) -> bytes:
    """The plan as LibreOffice saves it in another format."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.docx").write_bytes(PLAN)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        arguments = [profile, "--headless", "--convert-to", extension, "--outdir", name, str(folder / "plan.docx")]
        subprocess.run([shutil.which("soffice") or "", *arguments], check=True, capture_output=True, timeout=120)
        return (folder / f"plan.{extension}").read_bytes()


def check(document: SourceDocument) -> None:
    (table,) = document.tables()
    assert [[cell[:3] for cell in row] for row in grid(table)] == [
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        [(0, 2, 1), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
    ]
    assert cell_text(table.rows[1].cells[1].blocks) == "Lire|Écrire"
    assert table.rows[1].cells[0].blocks
    for view, expected in PLAN_TEXT.items():
        text = document_text(document, view).replace("\n", "|")
        inside, _, after = expected.partition("|")
        assert f"|{inside}|On compte|{after}|Fin." in text
    authors = {revision.author for q in document.paragraphs() for run in q.runs for revision in run.revisions}
    assert authors == {"Awa Diallo", "Luc Perrin"}
    (comment,) = document.comments
    assert (comment.author, comment.text, comment.quote) == ("Nadia Benali", "À voir", "Un mot")


def test_plan_reads_the_same_before_libreoffice_touches_it() -> None:
    check(read(PLAN, "plan.docx"))


@office
def test_plan_saved_as_odt_reads_the_same() -> None:
    document = read(converted("odt"), "plan.odt")
    assert document.format == "odt"
    assert next(document.paragraphs()).heading_level == 1
    check(document)


@office
def test_plan_saved_as_doc_reads_the_same_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = converted("doc")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document = read(data, "plan.doc")
    assert document.format == "doc"
    assert any("LibreOffice" in note for note in document.notes)
    check(document)
    assert list(tmp_path.iterdir()) == []


@office
def test_file_that_only_pretends_to_be_a_doc_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pretence = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000) + "WordDocument".encode("utf-16-le") + bytes(2_000)
    with pytest.raises(UnreadableDocument) as refused:
        read(pretence, "plan.doc")
    assert refused.value.code == "legacy_failed"
    assert list(tmp_path.iterdir()) == []


DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")


def program(folder: Path, body: str) -> str:
    """A stand-in for LibreOffice."""
    path = folder / "office"
    path.write_text(f"#!{sys.executable}\nimport pathlib, subprocess, sys, time\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def refusal_of(office: str, seconds: float = 20.0) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read(DOC, "plan.doc", office=office, limits=Limits(office_seconds=seconds))
    return refused.value.code


def test_conversion_that_hangs_is_stopped_with_the_programs_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    note = tmp_path / "pid"
    child = "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    hang = program(tmp_path, f"{child}\npathlib.Path({str(note)!r}).write_text(str(child.pid))\ntime.sleep(60)")
    assert refusal_of(hang, seconds=3.0) == "legacy_too_slow"
    assert list(work.iterdir()) == []
    # The signal was sent before the refusal; the kernel may take a moment more to end the process.
    assert any(_is_gone(int(note.read_text())) or threading.Event().wait(0.1) for _ in range(100))


def _is_gone(pid: int) -> bool:
    """Ended, or ended and waiting for somebody to notice."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] in "ZX"
    except (ProcessLookupError, FileNotFoundError):
        return True


def test_conversion_that_writes_nothing_gets_a_sentence(tmp_path: Path) -> None:
    assert refusal_of(program(tmp_path, "sys.exit(0)")) == "legacy_failed"


def test_office_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    assert refusal_of(str(tmp_path / "absent")) == "legacy_without_office"


def test_conversion_has_a_home_and_a_profile_of_its_own(tmp_path: Path) -> None:
    note = tmp_path / "seen"
    see = f"import os\npathlib.Path({str(note)!r}).write_text(os.environ['HOME'] + ' ' + ' '.join(sys.argv))"
    refusal_of(program(tmp_path, see))
    home, *arguments = note.read_text(encoding="utf-8").split(" ")
    assert home != str(Path.home())
    assert any(argument.startswith(f"-env:UserInstallation=file://{home}") for argument in arguments)
    assert not Path(home).exists()
