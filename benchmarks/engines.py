"""A PostgreSQL of one's own, as a town runs it: what is committed is on the disk."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


class Postgresql:
    """``kill`` stops it as a power cut would; ``start`` brings it back on the same files and port."""

    def __init__(self, folder: Path, binaries: Path, port: int) -> None:
        self.folder, self.binaries, self.port = folder, binaries, port
        self.data = folder / "data"
        account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self._who: dict[str, Any] = (
            {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
        )
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)

    def address(self, name: str = "postgres") -> str:
        return f"postgres://preau@127.0.0.1:{self.port}/{name}"

    def create(self) -> None:
        self._run("initdb", "-D", self.data, "-U", "preau", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -h 127.0.0.1 -c max_connections=200"
        self._run("pg_ctl", "-D", self.data, "-w", "-o", options, "-l", self.folder / "log", "start")

    def kill(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")

    def add(self, name: str) -> str:
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "preau", name)
        return self.address(name)

    def _run(self, program: str, *arguments: object) -> None:
        command = [self.binaries / program, *map(str, arguments)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": self.folder}
        subprocess.run(command, check=True, **quiet, **self._who)


@contextmanager
def postgresql() -> Iterator[Postgresql | None]:
    """None where it is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = shutil.which("initdb")
    binaries = folders[-1] if folders else Path(found).resolve().parent if found else None
    if binaries is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="preau-bench-pg-"))
    server = Postgresql(folder, binaries, free_port())
    try:
        server.create()
        server.start()
        yield server
    finally:
        with suppress(subprocess.CalledProcessError):  # it was stopped already
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
