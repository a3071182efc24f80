"""The English interface is complete: every sentence of the product has its translation."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale/en/LC_MESSAGES/django.po"


def _catalogue(path: Path):
    with path.open("rb") as file:
        return read_po(file)


def _sentences(path: Path) -> set:
    return {(message.context, message.id) for message in _catalogue(path) if message.id}


def test_every_sentence_has_its_english():
    empty = [message.id for message in _catalogue(CATALOGUE) if message.id and not all(_texts(message))]
    assert empty == []


def test_no_translation_waits_for_a_second_look():
    assert [message.id for message in _catalogue(CATALOGUE) if message.id and message.fuzzy] == []


def test_translations_keep_the_variables_of_the_sentence():
    wrong = []
    for message in _catalogue(CATALOGUE):
        if message.id:
            wanted = _variables(message.id if isinstance(message.id, str) else message.id[1])
            wrong += [text for text in _texts(message)[-1:] if _variables(text) != wanted]
    assert wrong == []


def test_the_catalogue_holds_what_the_code_says(tmp_path):
    if not shutil.which("xgettext"):
        if os.environ.get("PREAU_REQUIRE_ALL"):
            pytest.fail("gettext is not installed")
        pytest.skip("gettext is not installed")
    copy = tmp_path / "tree"
    copy.mkdir()
    for name in ("preau", "templates", "config"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "locale").mkdir()
    command = ["makemessages", "--locale", "en", "--no-location", "--verbosity", "0"]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "django", *command], cwd=copy, env=env, check=True)
    fresh = _sentences(copy / "locale/en/LC_MESSAGES/django.po")
    assert fresh - _sentences(CATALOGUE) == set()
    assert _sentences(CATALOGUE) - fresh == set()


def _texts(message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def _variables(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s|\{(\w+)\}", text)) and set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))


def test_no_library_translates_our_french_into_its_own():
    """A French word that is also an English one may be in a library's catalogue: « Note » became « Remarque »."""
    from django.utils import translation

    with translation.override("fr"):
        changed = [
            (first, got)
            for message in _catalogue(CATALOGUE)
            if message.id
            for first in [message.id if isinstance(message.id, str) else message.id[0]]
            if (got := translation.gettext(first)) != first
        ]
    assert changed == []
