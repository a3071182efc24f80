"""Requests per second of a page, by turns with an empty page, on the embedded server of a fictional town."""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

ROUNDS, REQUESTS, CLIENTS = 7, 120, 4
PAGES = {"accueil": "/", "projet": "/projet/", "objectif": "/projet/a1-g1-o1/", "json": "/api/plan"}


def run() -> None:
    with served() as port:
        for path in ("/vide/", *PAGES.values()):
            rate(port, path, 20)  # the first requests fill caches and compile templates
        print(
            f"  {'page':10} {'req/s':>8} {'empty':>8} {'ratio':>7}   ({ROUNDS} rounds of {REQUESTS}, {CLIENTS} clients)"
        )
        for name, path in PAGES.items():
            pairs = [(rate(port, path, REQUESTS), rate(port, "/vide/", REQUESTS)) for _ in range(ROUNDS)]
            ratio = statistics.median(page / empty for page, empty in pairs)
            page, empty = (statistics.median(column) for column in zip(*pairs, strict=True))
            print(f"  {name:10} {page:8.0f} {empty:8.0f} {ratio:7.2f}")


def rate(port: int, path: str, count: int) -> float:
    """Requests per second, over connections that stay open."""
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(lambda _: _ask(port, path, count // CLIENTS), range(CLIENTS)))
    return count / (time.perf_counter() - started)


def _ask(port: int, path: str, count: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(count):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
    connection.close()


@contextmanager
def served() -> Iterator[int]:
    """The embedded server on data of its own, with the fictional town; ends with the block."""
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as data:
        port = _free_port()
        environment = {**os.environ, "PREAU_DATA": data, "PREAU_PORT": str(port)}
        environment |= {"DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
        command = [sys.executable, "-c", "from preau.surfaces.terminal import main; main()", "start"]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            raise SystemExit("the server did not start")
        try:
            with socket.create_connection(("127.0.0.1", port), 0.2):
                return
        except OSError:
            time.sleep(0.25)
    raise SystemExit("the server did not answer in a minute")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
