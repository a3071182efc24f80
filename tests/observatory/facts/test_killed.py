"""A program killed in the middle (SIGKILL) leaves the facts in use as they were, and the next one goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from preau.observatory.facts.manifest import in_use
from preau.observatory.facts.reading import facts_in_use

ROOT = Path(__file__).resolve().parents[3]


def _program(what: str, data: Path) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREAU_", "DATABASE_URL"))}
    told = kept | {"PREAU_DATA": str(data), "PREAU_SECRET_KEY": "tests-only"}
    words = [sys.executable, "-m", "tests.observatory.facts.killed", what]
    return subprocess.Popen(words, cwd=ROOT, env=told, text=True, stdout=subprocess.PIPE)


def test_a_killed_program_leaves_the_facts_in_use(settings, tmp_path):
    settings.FACTS = tmp_path / "data" / "facts"
    built = _program("build", tmp_path / "data")
    assert built.communicate(timeout=300)[0].split() == ["done", "0"]
    before = in_use().name

    killed = _program("wait", tmp_path / "data")
    assert killed.stdout.readline() == "waiting\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait(timeout=60)
    killed.stdout.close()

    assert in_use().name == before
    assert facts_in_use().ask("SELECT count(*) FROM presences") == [(6,)]
    after = _program("take", tmp_path / "data")
    state, kept = after.communicate(timeout=300)[0].split()
    assert state == "done"
    assert int(kept) >= 2  # presences and sessions, read before the kill
    assert in_use().name != before
    assert facts_in_use().ask("SELECT count(*) FROM presences") == [(8,)]
