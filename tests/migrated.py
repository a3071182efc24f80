"""A database that the real migrations made, copied for whoever needs one: they are run once for the whole suite."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.settings import ROOT

_KEPT = Path(os.environ["PREAU_DATA"]) / "migrated"


def migrated(folder: Path) -> dict[str, str]:
    """The environment of a program of the product on a migrated database of its own, which lies in ``folder``."""
    return _environment(_copy(folder), folder)


def run_on_a_migrated_database(script: str, folder: Path) -> str:
    """What a Django script prints, in a process of its own, with the product's settings. Fails with its error."""
    environment = migrated(folder)
    command = [sys.executable, "-c", f"import django; django.setup()\n{script}"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def _copy(folder: Path) -> str:
    """The address of a database of one's own."""
    _KEPT.mkdir(exist_ok=True)
    with (_KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other worker waits for the first
        if os.environ.get("PREAU_TEST_ENGINE") == "postgresql":
            return _copy_postgresql()
        made = _KEPT / "whole.sqlite3"
        if not made.exists():
            _migrate(f"sqlite:///{_KEPT / 'new.sqlite3'}")
            (_KEPT / "new.sqlite3").rename(made)
        return f"sqlite:///{shutil.copy(made, folder / 'fresh.sqlite3')}"


def _copy_postgresql() -> str:
    import psycopg

    address = os.environ["DATABASE_URL"]
    server, name = address.rpartition("/")[0], f"fresh_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        made = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'migrated'").fetchone()
        if made is None:
            connection.execute("DROP DATABASE IF EXISTS migrating")
            connection.execute("CREATE DATABASE migrating")
            _migrate(f"{server}/migrating")
            connection.execute("ALTER DATABASE migrating RENAME TO migrated")
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE migrated")
    return f"{server}/{name}"


def _migrate(address: str) -> None:
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=_environment(address, _KEPT), check=True, capture_output=True)


def _environment(address: str, data: Path) -> dict[str, str]:
    environment = {**os.environ, "DATABASE_URL": address, "PREAU_DATA": str(data)}
    return environment | {"DJANGO_SETTINGS_MODULE": "config.settings"}
