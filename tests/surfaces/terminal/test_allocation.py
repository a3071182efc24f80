"""``preau allocation`` as an operator, or a parent, types it. No database is there."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from preau.offer.allocation.draw import commit
from preau.surfaces.terminal.root import main

SECRET = "a secret of more than thirty-two characters"
REQUESTS = {
    "format": "preau-allocation-1",
    "draw": {"commitment": commit(SECRET), "secret": SECRET, "public_number": "123456", "source": "Loto"},
    "rules": {"classes": [["resident"]]},
    "offers": [{"key": "judo", "seats": 1}],
    "applications": [
        {"key": "k1", "wishes": [{"offers": ["judo"]}], "facts": ["resident"]},
        {"key": "k2", "wishes": [{"offers": ["judo"]}]},
    ],
}


def _run(*args: object):
    return CliRunner().invoke(main, ["allocation", *map(str, args)])


@pytest.fixture
def requests_file(tmp_path):
    file = tmp_path / "requests.json"
    file.write_text(json.dumps(REQUESTS))
    return file


def test_operator_allocates_a_file_and_anybody_verifies_it(requests_file, tmp_path):
    out = tmp_path / "published.json"
    result = _run("run", requests_file, "--out", out)
    assert (result.exit_code, "1 sur 2" in result.stderr) == (0, True)
    assert _run("run", requests_file).stdout == out.read_text()
    result = _run("verify", out)
    assert (result.exit_code, "Tout a été recalculé" in result.stderr) == (0, True)


def test_a_forged_file_is_told_line_by_line(requests_file, tmp_path):
    forged = tmp_path / "forged.json"
    forged.write_text(_run("run", requests_file).stdout.replace('"served":["k1"]', '"served":["k2"]'))
    result = _run("verify", forged)
    assert result.exit_code == 1
    assert "(résultat par offre)" in result.stderr
    assert "Ce fichier n’est pas celui que donnent ses règles" in result.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "vide"),
        ("[]", "objet JSON"),
        ("{", "pas du JSON : ligne 1"),
        (json.dumps({**REQUESTS, "rules": {"classes": [["staff_child"]]}}), "n’ont aucun avantage"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path, content, sentence):
    file = tmp_path / "bad.json"
    file.write_text(content)
    for command in ("run", "verify"):
        result = _run(command, file)
        assert result.exit_code in (1, 2)
        assert "Traceback" not in result.output
    assert sentence in _run("run", file).stderr.replace("\n", " ")


def test_a_file_without_draw_or_that_is_not_there_is_refused(requests_file, tmp_path):
    requests_file.write_text(json.dumps({key: value for key, value in REQUESTS.items() if key != "draw"}))
    assert "pas de tirage" in _run("run", requests_file).stderr
    assert "n’existe pas" in _run("verify", tmp_path / "nowhere.json").stderr


@pytest.fixture
def rules_files(tmp_path):
    near, nobody = tmp_path / "proches.json", tmp_path / "tirage seul.json"
    near.write_text(json.dumps({"classes": [["resident"]]}))
    nobody.write_text("{}")
    return near, nobody


def test_two_rules_are_compared_from_the_published_file(requests_file, rules_files, tmp_path):
    out = tmp_path / "published.json"
    _run("run", requests_file, "--out", out)
    near, nobody = rules_files
    table = _run("compare", out, "--rules", nobody, "--rules", near, "--draws", 30)
    assert table.exit_code == 0
    for words in ("tirage seul", "y gagnent", "tiennent « resident »", "Rang moyen obtenu", "1,00"):
        assert words in table.stdout
    told = json.loads(_run("compare", out, "--rules", nobody, "--rules", near, "--draws", 30, "--json").stdout)
    assert [each["name"] for each in told["rules"]] == ["tirage seul", "proches"]
    assert told["rules"][1]["served"] == [1, 1, 1] and told["better"] == told["worse"]
    again = _run("compare", out, "--rules", nobody, "--rules", near, "--draws", 30, "--json").stdout
    assert json.loads(again) == told
    alone = _run("compare", requests_file, "--rules", nobody, "--draws", 3)
    assert "règles du fichier" in alone.stdout


def test_rules_that_cannot_be_compared_are_refused_in_one_sentence(requests_file, rules_files, tmp_path):
    near, nobody = rules_files
    assert _run("compare", requests_file).exit_code == 2
    assert _run("compare", requests_file, *(["--rules", near] * 3)).exit_code == 2
    bad = tmp_path / "bad.json"
    for content, sentence in (
        ("{", "pas du JSON"),
        ('{"classes": [["staff_child"]]}', "n’ont aucun avantage"),
        ('{"classes": [["near"]]}', "ne dit pas qui tient"),
    ):
        bad.write_text(content)
        result = _run("compare", requests_file, "--rules", nobody, "--rules", bad)
        assert result.exit_code == 2 and "Traceback" not in result.output
        assert sentence in " ".join(result.stderr.split())
