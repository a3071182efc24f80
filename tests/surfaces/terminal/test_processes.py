"""A parent and its children, really killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.migrated import migrated

_LOOKED_AFTER = """
import signal, sys, time
from pathlib import Path
from preau.surfaces.terminal.processes import look_after

folder = Path(sys.argv[1])

def stop(*_):
    raise KeyboardInterrupt

def work():
    import os
    (folder / f"born-{os.getpid()}").touch()
    try:
        while True:
            time.sleep(0.05)
    finally:
        (folder / f"done-{os.getpid()}").touch()

signal.signal(signal.SIGTERM, stop)
look_after([work, work])
"""


@pytest.fixture
def parent(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", _LOOKED_AFTER, str(tmp_path)])
    until(lambda: len(born(tmp_path)) == 2)
    yield process
    process.kill()
    process.wait()


def born(folder: Path) -> set[int]:
    return {int(each.name.partition("-")[2]) for each in folder.glob("born-*")}


def lives(pid: int) -> bool:
    """A process that is dead and not yet waited for lives no more."""
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


def until(holds) -> None:
    for _attempt in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never happened")


def test_a_child_that_is_killed_is_followed_by_another(parent, tmp_path):
    first = min(born(tmp_path))
    os.kill(first, signal.SIGKILL)
    until(lambda: len(born(tmp_path)) == 3)
    assert sum(lives(each) for each in born(tmp_path)) == 2


def test_told_to_stop_every_child_finishes(parent, tmp_path):
    parent.send_signal(signal.SIGTERM)
    assert parent.wait(60) == 0
    assert len(list(tmp_path.glob("done-*"))) == 2
    assert not any(map(lives, born(tmp_path)))


def test_when_the_parent_is_killed_nobody_stays(parent, tmp_path):
    parent.kill()
    parent.wait()
    until(lambda: not any(map(lives, born(tmp_path))))


def test_two_processes_answer_on_one_port_and_leave_it_free(tmp_path):
    free_port = a_free_port()
    environment = {**migrated(tmp_path), "PREAU_PROCESSES": "2"}
    start = "from preau.surfaces.terminal import main; main()"
    command = [sys.executable, "-c", start, "serve", "--port", str(free_port)]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        until(lambda: answers(free_port))
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        assert len(children) == 3  # two for the web, one for the background work
        for child in children[:2]:
            os.kill(int(child), signal.SIGKILL)
        until(lambda: answers(free_port))
        server.send_signal(signal.SIGTERM)
        assert server.wait(60) == 0
        assert not answers(free_port)
    finally:
        server.kill()


def a_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answers(port: int) -> bool:
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/robots.txt", timeout=5).status == 200
    except OSError:
        return False
