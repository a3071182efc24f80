"""Confirmed registrations per second on one session that everybody wants, at 64 clients: ``python -m
benchmarks.hot_session``.

Three columns, one run, one PostgreSQL that writes to its disk: Préau over HTTP with every check; a bare Django view
with ``select_for_update``; pretix's order interface, where PREAU_PEER_PYTHON is the interpreter of an environment that
has pretix, waitress and psycopg2 in it (pretix is AGPL: it is never one of our dependencies).
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from benchmarks.asking import Client, Told, hammer
from benchmarks.crowd import SECRET
from benchmarks.engines import Postgresql, free_port, postgresql

CLIENTS, FAMILIES, ROUNDS, THREADS = 64, 1000, 5, 2
PEER, PEER_ORDERS, PEER_ROUNDS = os.environ.get("PREAU_PEER_PYTHON", ""), 220, 3
CORES = min(len(os.sched_getaffinity(0)), 4)
"""Processes of both servers, which work on as many requests each: what `preau serve` does by itself. More threads make
the bare view slower, not faster: all of them wait for one row."""


def main() -> None:
    with postgresql() as server:
        if server is None:
            raise SystemExit("PostgreSQL is not installed: nothing was measured.")
        print(f"{CLIENTS} clients, {FAMILIES} registrations each round, {ROUNDS} rounds by turns, fsync on")
        rounds: list[tuple[float, float]] = []
        peers = [peer(server, f"peer{number}") for number in range(PEER_ROUNDS)] if PEER else []
        print(f"  pretix: {', '.join(f'{each:.1f}/s' for each in peers)}" if peers else "  pretix: not installed here")
        for number in range(ROUNDS):
            ours = preau(server, f"preau{number}")
            bare = plain(server, f"bare{number}")
            rounds.append((ours, bare))
            print(f"  round {number + 1}: Préau {ours:7.0f}/s   bare view {bare:7.0f}/s   ratio {ours / bare:5.2f}")
        ratio = statistics.median(ours / bare for ours, bare in rounds)
        print(f"  median ratio to the bare view: {ratio:.2f}")
        if peers:
            times = statistics.median(ours for ours, _bare in rounds) / statistics.median(peers)
            print(f"  times pretix's order interface: {times:.0f}")


def preau(server: Postgresql, name: str) -> float:
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as folder:
        environment = town(server.add(name), Path(folder), FAMILIES, 1, FAMILIES)
        told = json.loads((Path(folder) / "crowd.json").read_text())
        with served(environment) as port:
            rest(environment["DATABASE_URL"])
            return asyncio.run(_preau(port, told))


def rest(address: str) -> None:
    """A server that was never started before makes up for its nights first, and a rush does not come in that minute;
    what is due each minute goes on while we measure. PostgreSQL only."""
    still = 0
    with psycopg.connect(address, autocommit=True) as base:
        for _attempt in range(600):
            known, done = base.execute("SELECT count(*), count(finished_at) FROM dj_queue_jobs").fetchone() or (0, 0)
            still = still + 1 if known and known == done else 0
            if still == 10:
                return
            time.sleep(0.2)
    raise SystemExit("the background work did not come to rest")


async def _preau(port: int, told: dict[str, Any]) -> float:
    unit, seen = told["units"][0], Told()
    clients = [Client(port) for _number in range(CLIENTS)]

    async def one(number: int, family: list[str]) -> None:
        client = clients[number]
        client.cookie = f"sessionid={family[0]}; csrftoken={SECRET}"
        path = f"/famille/inscriptions/groupes/{unit}/{family[1]}/"
        answer = await client.ask("POST", path, f"csrfmiddlewaretoken={SECRET}")
        if answer.status != 302 or "/famille/inscriptions/" not in answer.location:
            seen.faults.append(f"{answer.status} {answer.location}")
        seen.seconds.append(answer.seconds)

    warm, rest = told["families"][:50], told["families"][50:]
    await hammer(warm, CLIENTS, one)
    seconds = await hammer(rest, CLIENTS, one)
    if seen.faults:
        raise SystemExit(f"{len(seen.faults)} faults: {seen.faults[0]}")
    print(f"    p50 {seen.at(0.5) * 1000:.0f} ms, p99 {seen.at(0.99) * 1000:.0f} ms")
    return len(rest) / seconds


def plain(server: Postgresql, name: str) -> float:
    environment = {**os.environ, "DATABASE_URL": server.add(name), "DJANGO_SETTINGS_MODULE": "benchmarks.bare"}
    subprocess.run([sys.executable, "-m", "benchmarks.bare", "prepare", str(FAMILIES)], env=environment, check=True)
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.bare", "serve", str(port), str(THREADS), str(CORES)]
    with running(command, environment, port, "/"):
        return asyncio.run(_plain(port))


async def _plain(port: int) -> float:
    clients, faults = [Client(port) for _number in range(CLIENTS)], []

    async def one(number: int, person: int) -> None:
        answer = await clients[number].ask("POST", f"/{person}/", "")
        if answer.status != 201:
            faults.append(str(answer.status))

    await hammer(range(50), CLIENTS, one)
    rest = range(50, FAMILIES)
    seconds = await hammer(rest, CLIENTS, one)
    if faults:
        raise SystemExit(f"bare view: {len(faults)} faults, {faults[0]}")
    return len(rest) / seconds


def peer(server: Postgresql, name: str) -> float:
    """Orders of one free seat each, confirmed at once, by as many clients. Fewer of them: it takes its time."""
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as folder:
        address = urlsplit(server.add(name))
        environment = {
            **os.environ,
            "DATA_DIR": folder,
            "PRETIX_DATABASE_BACKEND": "postgresql",
            "PRETIX_DATABASE_HOST": address.hostname or "",
            "PRETIX_DATABASE_PORT": str(address.port or ""),
            "PRETIX_DATABASE_USER": address.username or "",
            "PRETIX_DATABASE_PASSWORD": address.password or "",
            "PRETIX_DATABASE_NAME": name,
            "PRETIX_DJANGO_SECRET": "bench",
            "PRETIX_PRETIX_URL": "http://127.0.0.1",
        }
        script = str(Path(__file__).with_name("peer_orders.py"))
        made = subprocess.run(
            [PEER, script, "prepare", str(FAMILIES)], env=environment, check=True, capture_output=True, text=True
        )
        token, item = made.stdout.split()[-2:]
        port = free_port()
        with running([PEER, script, "serve", str(port), str(THREADS), str(CORES)], environment, port, "/control/login"):
            return asyncio.run(_peer(port, token, int(item)))


async def _peer(port: int, token: str, item: int) -> float:
    clients, faults = [Client(port) for _number in range(CLIENTS)], []

    async def one(number: int, person: int) -> None:
        order = {
            "email": f"parent{person}@essai.example",
            "locale": "en",
            "sales_channel": "web",
            "positions": [{"item": item, "variation": None, "price": "0.00", "answers": [], "subevent": None}],
        }
        client = clients[number]
        client.fields = {"Authorization": f"Token {token}", "Content-Type": "application/json"}
        answer = await client.ask("POST", "/api/v1/organizers/ville/events/sport/orders/", json.dumps(order))
        if answer.status != 201:
            faults.append(f"{answer.status} {answer.body[:200]!r}")

    await hammer(range(20), CLIENTS, one)
    rest = range(20, PEER_ORDERS)
    seconds = await hammer(rest, CLIENTS, one)
    if faults:
        raise SystemExit(f"pretix: {len(faults)} faults, {faults[0]}")
    return len(rest) / seconds


def town(address: str, folder: Path, families: int, units: int, seats: int) -> dict[str, str]:
    """The environment of a server on a database with everybody in it."""
    environment = {**os.environ, "PREAU_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment |= {
        "DATABASE_URL": address,
        "PREAU_SECRET_KEY": "bench",
    }
    numbers = [str(families), str(units), str(seats)]
    command = [sys.executable, "-m", "benchmarks.crowd", str(folder / "crowd.json"), *numbers]
    subprocess.run(command, env=environment, check=True)
    return environment


@contextmanager
def served(environment: dict[str, str]) -> Iterator[int]:
    """The embedded server, as ``preau serve`` runs it, background work included."""
    port = free_port()
    start = "from preau.surfaces.terminal import main; main()"
    command = [sys.executable, "-c", start, "serve", "--port", str(port)]
    with running(command, environment, port, "/robots.txt"):
        yield port


@contextmanager
def running(command: list[str], environment: dict[str, str], port: int, path: str) -> Iterator[subprocess.Popen[bytes]]:
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, path, server)
        yield server
    finally:
        server.terminate()
        server.wait(90)


def wait_for(port: int, path: str, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        if server.poll() is not None:
            raise SystemExit("the server did not start")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5).read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not answer in time")


if __name__ == "__main__":
    main()
