"""``preau plan export`` and ``preau plan receive`` as an operator types them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from preau.people.accounts.hand import Hand
from preau.plan.drafting.models import ReturnedDocument
from preau.plan.structure.actions import reword
from preau.plan.versions.actions import adopt, name_version
from preau.surfaces.terminal.root import main
from tests.cast import make_commune, make_person, make_plan
from tests.plan.exchange.copies import Copy

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(main, ["plan", *map(str, arguments)])


@pytest.mark.parametrize(
    ("name", "start"), [("p.docx", b"PK"), ("p.PDF", b"%PDF"), ("p.xlsx", b"PK"), ("p.csv", b"\xef\xbb\xbf")]
)
def test_operator_takes_a_copy_away(run, tmp_path, name, start):
    make_plan()
    result = run("export", tmp_path / name)
    assert result.exit_code == 0, result.output
    assert (tmp_path / name).read_bytes().startswith(start)
    assert "Grandir à Bourg-la-Fontaine" in result.stderr


def test_operator_takes_a_version_away_in_the_format_that_they_say(run, tmp_path, now):
    plan = make_plan()
    name_version(plan, "Avant", hand=Hand(None, now))
    reword(plan.items.get(code="A1.G1.O1"), "Tout autre chose", seen_version=1, hand=Hand(None, now))
    file = tmp_path / "copie"
    assert run("export", file, "--format", "csv", "--version", "1").exit_code == 0
    assert "Tout autre chose" not in file.read_text()
    assert run("export", file, "--format", "csv").exit_code == 0
    assert "Tout autre chose" in file.read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("p.exe",), "--format"),
        (("p.csv", "--version", "9"), "pas de version 9"),
        (("p.csv", "--plan", "99999"), "Aucun projet 99999"),
        (("absent/p.csv",), "ne peut pas être écrit"),
    ],
)
def test_operator_is_told_what_cannot_be_written(run, tmp_path, arguments, words):
    make_plan()
    result = run("export", tmp_path / arguments[0], *arguments[1:])
    assert result.exit_code == 1
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_operator_without_a_plan_is_told_to_import_one(run, tmp_path):
    make_commune()
    assert "preau plan import" in run("export", tmp_path / "p.csv").stderr


@pytest.fixture
def copy(tmp_path):
    plan = make_plan()
    copy = Copy(plan)
    copy.reword("A1.G1.O1", "Offrir à chaque enfant une sortie au musée par an")
    file = tmp_path / "retour.docx"
    file.write_bytes(copy.data)
    return plan, file


def test_operator_takes_a_copy_in_for_somebody(run, copy):
    awa = make_person("contributor")
    result = run("receive", copy[1], "--by", awa.email.upper())
    assert result.exit_code == 0, result.output
    assert "1 changement à examiner" in result.stderr
    returned = ReturnedDocument.objects.get()
    assert (returned.by, returned.organisation.name) == (awa, "Service des sports")
    again = run("receive", copy[1], "--by", awa.email)
    assert again.exit_code == 1
    assert "déjà été reçu le 24/11/2026" in again.stderr


@pytest.mark.parametrize("part", ["reader", "elected", "stranger"])
def test_who_may_not_send_a_copy_on_the_site_may_not_here(run, copy, part):
    result = run("receive", copy[1], "--by", make_person(part).email)
    assert result.exit_code == 1
    assert "ne peut pas renvoyer de copie" in result.stderr
    assert not ReturnedDocument.objects.exists()


def test_an_unknown_address_or_file_is_told(run, copy, tmp_path):
    assert "Aucun compte ouvert" in run("receive", copy[1], "--by", "personne@essai.example").stderr
    assert "n’existe pas" in run("receive", tmp_path / "absent.docx", "--by", "a@b.example").stderr


def test_a_file_that_is_no_copy_is_told(run, copy, tmp_path):
    file = tmp_path / "courses.txt"
    file.write_text("Une liste de courses : pommes, poires.")
    result = run("receive", file, "--by", make_person("contributor").email)
    assert result.exit_code == 2
    assert "Presque rien de ce document" in result.stderr


def test_an_adopted_plan_takes_nothing_in(run, copy, now):
    adopt(copy[0], "Adopté", adopted_on=now.date(), hand=Hand(None, now))
    result = run("receive", copy[1], "--by", make_person("contributor").email)
    assert result.exit_code == 1
    assert "adopté" in result.stderr
