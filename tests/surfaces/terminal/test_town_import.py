"""An operator takes official files in from the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from preau.surfaces.terminal.root import main
from preau.town.calendar.models import BankHoliday
from preau.town.opendata.models import ImportRun
from tests.cast import make_commune

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["town", *arguments])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    make_commune()
    path = tmp_path / "feries.csv"
    path.write_text("date,nom\n2026-12-25,Noël\n2027-01-01,Jour de l’An\n2027-02-31,Rien\n", encoding="utf-8")
    return path


def test_a_file_is_imported_and_the_refused_line_is_explained(file: Path) -> None:
    result = run("import", "bank-holidays", str(file))
    assert result.exit_code == 0, result.stderr
    assert BankHoliday.objects.count() == 2
    assert "3 lignes lues : 2 ajoutées, 1 refusées" in result.stderr
    assert "ligne 4" in result.stderr
    assert "import-undo" in result.stderr
    assert not result.stdout


def test_a_dry_run_writes_nothing(file: Path) -> None:
    result = run("import", "bank-holidays", str(file), "--dry-run")
    assert result.exit_code == 0
    assert "Rien n’a été écrit" in result.stderr
    assert not BankHoliday.objects.exists()
    assert not ImportRun.objects.exists()


def test_the_report_may_be_read_by_a_program(file: Path) -> None:
    report = json.loads(run("import", "bank-holidays", str(file), "--json").stdout)
    assert report["counts"]["created"] == 2
    assert report["import"] == ImportRun.objects.get().pk
    assert report["refusals"][0]["line"] == 4


def test_what_can_t_be_imported_is_said_in_a_sentence_with_a_code(file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "vide.csv"
    empty.write_bytes(b"")
    other = tmp_path / "autre.csv"
    other.write_text("ville;maire\nClairval;Une personne\n", encoding="utf-8")
    for path in (empty, other, tmp_path / "absent.csv", tmp_path):
        result = run("import", "bank-holidays", str(path))
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1), result.stderr
        assert result.stderr.startswith("✗")


def test_a_kind_that_nobody_knows_is_answered_with_the_nearest(file: Path) -> None:
    result = run("import", "bank-holiday", str(file))
    assert result.exit_code == 1
    assert "Vouliez-vous dire « bank-holidays » ?" in result.stderr


def test_the_help_lists_the_kinds() -> None:
    assert "bank-holidays" in run("import", "--help").stdout


def test_most_rows_go_only_when_the_operator_says_so(file: Path) -> None:
    file.write_text("date,nom\n" + "".join(f"2027-01-{day:02},Jour\n" for day in range(1, 11)), encoding="utf-8")
    run("import", "bank-holidays", str(file))
    file.write_text("date,nom\n2027-01-01,Jour\n", encoding="utf-8")
    asked = run("import", "bank-holidays", str(file))
    assert (asked.exit_code, BankHoliday.objects.filter(gone_on__isnull=False).count()) == (3, 0)
    assert "--accept-gone" in asked.stderr
    assert run("import", "bank-holidays", str(file), "--accept-gone").exit_code == 0
    assert BankHoliday.objects.filter(gone_on__isnull=False).count() == 9


def test_imports_are_listed_and_undone_from_the_last(file: Path) -> None:
    run("import", "bank-holidays", str(file))
    file.write_text("date,nom\n2026-12-25,Noël\n2027-01-01,Premier de l’an\n", encoding="utf-8")
    run("import", "bank-holidays", str(file))
    second, first = ImportRun.objects.values_list("pk", flat=True)
    listed = json.loads(run("imports", "--json").stdout)
    assert [(each["import"], each["state"]) for each in listed] == [(second, "done"), (first, "done")]
    assert "feries.csv" in run("imports").stdout
    early = run("import-undo", str(first))
    assert (early.exit_code, f"import {second}" in early.stderr) == (1, True)
    assert run("import-undo", str(second)).exit_code == 0
    assert BankHoliday.objects.get(official_id="2027-01-01").name == "Jour de l’An"
    assert run("import-undo", str(first)).exit_code == 0
    assert not BankHoliday.objects.exists()
    assert run("import-undo", "999").exit_code == 1


def test_an_empty_list_teaches(file: Path) -> None:
    assert "preau town import --help" in run("imports").stderr


def test_without_a_town_the_operator_is_told_to_create_it(tmp_path: Path) -> None:
    result = run("import", "bank-holidays", str(tmp_path / "a.csv"))
    assert (result.exit_code, "preau town" in result.stderr) == (1, True)


def test_the_town_is_still_created_by_its_name_alone() -> None:
    assert run("--insee", "99996", "Bourg-sous-Bois").exit_code == 0
    assert run("create", "Autre", "--insee", "99995").exit_code == 1
