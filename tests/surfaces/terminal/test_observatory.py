from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from preau.observatory.facts.locks import taking
from preau.surfaces.terminal.root import main
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def facts_folder(settings, tmp_path):
    settings.FACTS = tmp_path / "facts"


def run(*arguments: str):
    return CliRunner().invoke(main, ["observatory", *arguments])


def test_facts_are_taken_then_listed():
    make_two_homes()
    asked = run("facts")
    assert asked.exit_code == 1
    assert "Aucun relevé n’a encore été fait" in asked.stderr
    taken = run("snapshot")
    assert taken.exit_code == 0, taken.output
    assert "Relevé en service" in taken.stderr
    listed = run("facts")
    assert "presences" in listed.stdout
    assert "24/11/2026" in listed.stdout
    told = json.loads(run("facts", "--json").stdout)
    assert told["tables"]["children"]["rows"] == 4
    assert told["tables"]["children"]["columns"]["qf_band"] == "code"


def test_one_snapshot_at_a_time():
    with taking():
        refused = run("snapshot")
    assert refused.exit_code == 1
    assert "déjà en cours" in refused.stderr


def test_the_reference_is_written(tmp_path):
    assert run("facts", "--write", str(tmp_path / "facts.md")).exit_code == 0
    assert (tmp_path / "facts.md").read_text(encoding="utf-8").startswith("# Facts")
