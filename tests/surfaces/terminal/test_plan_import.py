"""``preau plan import`` as an operator types it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from preau.people.audit.models import AuditEvent
from preau.plan.importing.models import PlanImport
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.terminal.root import main
from tests.cast import make_commune

PLAN = """
LE SPORT ET LA CULTURE POUR TOUS

\tOBJECTIFS GENERAUX
\tOBJECTIFS OPERATIONNELS
\tEFFETS ATTENDUS

\t

Donner envie de pratiquer


\t· Ouvrir les gymnases le samedi (à préciser)

· Prêter du matériel aux centres de loisirs

\t· Plus d’enfants pratiquent un sport

· Des salles mieux utilisées

\t
"""


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(main, ["plan", "import", *map(str, arguments)])


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "projet.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_operator_sees_what_would_be_understood_and_nothing_is_written(run, file):
    """No database is even reached: the test has no access to one."""
    result = run("--dry-run", "--json", file)
    assert result.exit_code == 0, result.output
    understood = json.loads(result.stdout)
    assert understood["counts"]["operational_objectives"] == 2
    assert understood["axes"][0]["general_objectives"][0]["expected_effects"][1]["text"] == "Des salles mieux utilisées"
    assert [point["quote"] for point in understood["drafting_remnants"] if point["type"] == "placeholder"] == [
        "(à préciser)"
    ]


@pytest.mark.django_db
def test_operator_imports_a_plan_and_shows_it(run, file):
    make_commune()
    result = run("--show", "--title", "Notre projet", file)
    assert result.exit_code == 0, result.output
    plan = TerritorialEducationPlan.objects.on_display()
    assert plan is not None
    assert (plan.title, plan.items.count()) == ("Notre projet", 6)
    assert set(AuditEvent.objects.values_list("verb", flat=True)) == {
        "import.received",
        "import.confirmed",
        "plan.shown",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "part"),
    [(b"", "vide"), (b"%PDF-1.7 ...", "PDF"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "image")],
)
def test_operator_is_told_in_one_sentence_and_nothing_is_left(run, tmp_path, content, part):
    make_commune()
    path = tmp_path / "projet.docx"
    path.write_bytes(content)
    result = run(path)
    assert result.exit_code == 2
    assert part in result.stderr
    assert "Traceback" not in result.output
    assert not PlanImport.objects.exists()
    assert not TerritorialEducationPlan.objects.exists()


@pytest.mark.parametrize("where", ["absent.docx", "."])
def test_operator_who_mistypes_the_file_is_told(run, tmp_path, where):
    result = run("--dry-run", tmp_path / where)
    assert result.exit_code == 1
    assert "✗" in result.stderr


@pytest.mark.django_db
def test_operator_without_a_town_is_told_to_create_it(run, file):
    result = run(file)
    assert result.exit_code == 1
    assert "preau town" in result.stderr
