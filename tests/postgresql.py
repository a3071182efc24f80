"""Runs the suite on a PostgreSQL of its own: ``python -m tests.postgresql -- <pytest arguments>``.

The server lives in a temporary folder and ends with the run. Without PostgreSQL: a skip that says why, or a failure
where PREAU_REQUIRE_ALL is set.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def main() -> int:
    arguments = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    binaries = _binaries()
    if binaries is None:
        print("PostgreSQL is not installed: the suite was not run on it.")
        return 1 if os.environ.get("PREAU_REQUIRE_ALL") else 0
    with _server(binaries) as address:
        environment = {**os.environ, "DATABASE_URL": address, "PREAU_TEST_ENGINE": "postgresql"}
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], env=environment, check=False).returncode


def _binaries() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if folders:
        return folders[-1]
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def _server(binaries: Path) -> Iterator[str]:
    """A server refuses to run as root: it is given an account of its own when we are."""
    account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    folder = Path(tempfile.mkdtemp(prefix="preau-postgresql-"))
    port = _free_port()
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"
    quiet = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, **who}
    try:
        command = [
            binaries / "initdb",
            "-D",
            data,
            "-U",
            "preau",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]
        subprocess.run(command, **quiet)
        fast = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=100"
        options = f"-p {port} -k {folder} -h 127.0.0.1 {fast}"
        subprocess.run([binaries / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], **quiet)
        try:
            yield f"postgres://preau@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main())
