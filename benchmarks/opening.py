"""Opening day: 2,500 families in 60 seconds, the whole journey over HTTP: ``python -m benchmarks.opening [FAMILIES
[SECONDS]]``.

Each family opens the page of a group, then the page that says everything, confirms, and reads its receipt. A second
run kills the server, and a third the database, in the middle: what was confirmed to a family is what is written.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.asking import Client, Told
from benchmarks.crowd import SECRET
from benchmarks.engines import free_port, postgresql
from benchmarks.hot_session import rest, town, wait_for

UNITS, SHORT_BY = 12, 0.9
"""There are seats for nine families in ten: the others have a rank, which is a confirmation too."""
START = "from preau.surfaces.terminal import main; main()"


class Server:
    """The embedded server with its background work, as a town runs it; ``restart`` is what its service manager does."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment, self.port = environment, free_port()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", START, "serve", "--port", str(self.port)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, env=self.environment, **quiet)  # type: ignore[call-overload]
        wait_for(self.port, "/robots.txt", self.process)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def main() -> None:
    families = int(sys.argv[1]) if len(sys.argv) > 1 else 2500
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    print(f"{families} families in {seconds:.0f} s, {UNITS} groups, load {os.getloadavg()[0]:.1f} before")
    with postgresql() as server:
        if server is None:
            print("PostgreSQL is not installed: SQLite only.")
        else:
            day("PostgreSQL", server.add("calm"), families, seconds)
            few = max(200, families // 5)
            day("PostgreSQL, the server is killed", server.add("killed"), few, seconds / 5, _kill_server)

            def kill_database(_server: Server) -> None:
                server.kill()
                server.start()

            day("PostgreSQL, the database is killed", server.add("cut"), few, seconds / 5, kill_database)
    day("SQLite", "", families, seconds)


def _kill_server(server: Server) -> None:
    server.kill()
    time.sleep(0.5)  # as long as its children take to leave the port
    server.start()


def day(title: str, address: str, families: int, seconds: float, blow: Callable[[Server], None] | None = None) -> None:
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as folder:
        seats = max(1, int(families * SHORT_BY / UNITS))
        environment = town(address, Path(folder), families, UNITS, seats)
        crowd = json.loads((Path(folder) / "crowd.json").read_text())
        server = Server(environment)
        try:
            if address:
                rest(address)
            told, lasted = asyncio.run(_crowd(server, crowd, seconds, blow))
        finally:
            server.kill()
        written = _written(environment)
    lost = [key for key in told.places if key not in written["places"]]
    print(
        f"  {title:36} confirmed {len(told.places):5}  written {len(written['places']):5}  lost {len(lost)}  "
        f"faults {len(told.faults)}  over capacity {written['over']}  steps {written['steps']}  "
        f"confirmation p50 {told.at(0.5) * 1000:.0f} ms  p99 {told.at(0.99) * 1000:.0f} ms  done in {lasted:.0f} s",
        flush=True,
    )
    for fault in sorted(set(told.faults))[:3]:
        print(f"      {fault}")


async def _crowd(server: Server, crowd: dict[str, Any], seconds: float, blow: Any) -> tuple[Told, float]:
    """What they saw, and how long the last of them took. After two minutes, or four times ``seconds``, nobody waits."""
    chance, told = Random(1), Told()
    started = time.perf_counter()

    async def one(family: list[str], after: float, unit: str) -> None:
        await asyncio.sleep(max(0.0, after - (time.perf_counter() - started)))
        client = Client(server.port, f"sessionid={family[0]}; csrftoken={SECRET}")
        path = f"/famille/inscriptions/groupes/{unit}/{family[1]}/"
        try:
            await _asked(client, "GET", f"/inscriptions/{unit}/", told, bool(blow))
            await _asked(client, "GET", path, told, bool(blow))
            answer = await _asked(client, "POST", path, told, bool(blow))
            told.seconds.append(answer.seconds)
            if answer.status == 302:
                told.places.append(answer.location.rstrip("/").rsplit("/", 1)[-1])
                await _asked(client, "GET", answer.location, told, bool(blow))
        except OSError as fault:
            told.faults.append(type(fault).__name__)
        finally:
            client.close()

    async def strike() -> None:
        await asyncio.sleep(seconds / 2)
        await asyncio.to_thread(blow, server)

    try:
        async with asyncio.timeout(max(120, 4 * seconds)), asyncio.TaskGroup() as group:
            for family in crowd["families"]:
                group.create_task(one(family, chance.uniform(0, seconds), chance.choice(crowd["units"])))
            if blow:
                group.create_task(strike())
    except TimeoutError:
        told.faults.append("some were never done")
    return told, time.perf_counter() - started


async def _asked(client: Client, method: str, path: str, told: Told, patient: bool) -> Any:
    """A family whose page does not come asks again, for half a minute, where something is broken on purpose."""
    body = f"csrfmiddlewaretoken={SECRET}" if method == "POST" else ""
    for attempt in range(60 if patient else 1):
        try:
            answer = await client.ask(method, path, body)
            if answer.status < 500:
                if answer.status not in (200, 302):
                    told.faults.append(f"{method} {answer.status}")
                return answer
        except (OSError, asyncio.IncompleteReadError):
            if not patient:
                raise
        if patient and attempt < 59:
            await asyncio.sleep(0.5)
    told.faults.append(f"{method} never answered")
    return answer


def _written(environment: dict[str, str]) -> dict[str, Any]:
    found = subprocess.run(
        [sys.executable, "-m", "benchmarks.written"], env=environment, check=True, capture_output=True, text=True
    )
    return dict(json.loads(found.stdout))


if __name__ == "__main__":
    main()
