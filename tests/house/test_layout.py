"""What the house is made of, read from its files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = [path for folder in ("preau", "config") for path in (ROOT / folder).rglob("*.py")]
TRACKED = subprocess.run(
    ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.splitlines()


def _tracked(*endings: str) -> list[Path]:
    return [ROOT / name for name in TRACKED if name.endswith(endings) and (ROOT / name).is_file()]


def test_imports_go_downwards_only():
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_import_contract_has_no_exception():
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text()


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "helpers", "common", "core", "misc"}
    assert [str(path) for path in PYTHON if drawers & {path.stem, *path.parent.parts}] == []


def test_business_flow_uses_no_signal():
    users = [
        str(path) for path in PYTHON if re.search(r"django\.dispatch|django\.db\.models\.signals", path.read_text())
    ]
    assert users == []


def test_no_clock_below_the_surfaces():
    """``today`` and ``now`` are arguments; tasks are where the clock enters."""
    clocks = re.compile(r"timezone\.now\(|timezone\.localdate\(\)|date\.today\(|datetime\.now\(|time\.time\(")
    below = [path for path in PYTHON if "surfaces" not in path.parts and path.name != "tasks.py"]
    assert [str(path.relative_to(ROOT)) for path in below if clocks.search(path.read_text())] == []


def test_a_held_row_still_lets_others_point_at_it():
    """FOR UPDATE makes whoever writes a foreign key to the row wait at commit, with the journal in hand: a deadlock.

    No verb of the house changes a key, so the weaker lock (``no_key``) always does.
    """
    held = re.compile(r"select_for_update\((?![^)]*\)?[^)]*no_key=True)")
    assert [str(path.relative_to(ROOT)) for path in PYTHON if held.search(path.read_text())] == []


def test_no_file_holds_too_many_ideas():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in _tracked(".py", ".html", ".css", ".js")
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > 400
    }
    assert long == {}


def test_no_path_of_a_machine_and_no_registry_host_is_written():
    machine = re.compile(r"(^|[^A-Za-z0-9_.])/(w[o]rk|f[a]rm|r[o]ot)/", re.MULTILINE)
    hosts = re.compile(r"[a-z0-9.-]*(py[p]i|python[h]osted|npm[j]s)[a-z0-9.-]*\.(org|com|net|io)")
    found = []
    for path in _tracked(".py", ".md", ".txt", ".in", ".toml", ".html", ".css", ".js", ".po", "Makefile", "run"):
        text = path.read_text(encoding="utf-8")
        if machine.search(text) or hosts.search(text):
            found.append(str(path.relative_to(ROOT)))
    assert found == []


def test_every_dependency_says_what_it_is_for():
    lines = [line for path in (ROOT / "requirements").glob("*.in") for line in path.read_text().splitlines()]
    silent = [line for line in lines if line and not line.startswith(("#", "-r")) and "# " not in line]
    assert silent == []


def test_templates_carry_no_inline_script_style_or_handler():
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=\"")
    allowed = re.compile(r'<script[^>]*type="application/(ld\+)?json"')
    guilty = []
    for path in _tracked(".html"):
        for match in inline.finditer(path.read_text()):
            if not allowed.match(match.group()):
                guilty.append(f"{path.relative_to(ROOT)}: {match.group()}")
    assert guilty == []


@pytest.mark.parametrize("kind", [".html"])
def test_every_template_is_used(kind):
    names = {str(path.relative_to(ROOT / "templates")): path for path in (ROOT / "templates").rglob(f"*{kind}")}
    sources = "\n".join(path.read_text() for path in [*PYTHON, *names.values()])
    by_library = re.compile(r"^(account|mfa|allauth|usersessions|django)/|^(400|403|404|429|500)\.html$")
    assert [name for name in names if not by_library.match(name) and name not in sources] == []
