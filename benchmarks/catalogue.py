"""The catalogue's answer, page included, for two hundred combinations of filters, as the catalogue grows.

Each engine runs in a process of its own. Milliseconds on the clock, and those of the processor alone: others may
share the machine. ``python -m benchmarks.catalogue`` runs this part only.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

SIZES = (200, 2_000, 20_000)
ASKED = 200
LIMITS = {"sqlite": 120, "postgresql": 60}
"""Milliseconds under which nineteen answers out of twenty are wanted, at the largest size."""


def run() -> None:
    print(f"  {'engine':11} {'activities':>10} {'sessions':>9} {'p50 ms':>8} {'p95 ms':>8} {'p95 cpu':>8}", end="")
    print(f" {'queries':>8} {'cold s':>7} {'follow ms':>9} {'index MB':>9}   ({ASKED} combinations of filters)")
    _child("sqlite", "")
    from tests.postgresql import _binaries, _server

    if (binaries := _binaries()) is None:
        print("  PostgreSQL is not installed: not measured.")
        return
    with _server(binaries) as address:
        _child("postgresql", address)


def _child(engine: str, address: str) -> None:
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as data:
        environment = {**os.environ, "PREAU_DATA": data, "PREAU_HOSTS": "testserver", "DATABASE_URL": address}
        environment |= {"DJANGO_SETTINGS_MODULE": "config.settings"}
        command = [sys.executable, "-m", "benchmarks.catalogue", engine]
        subprocess.run(command, env=environment, check=True)


def measure(engine: str) -> None:
    """In the process of one engine: a line for each size, then how the answer grew."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    import time_machine

    from benchmarks.offers import NOW, SESSIONS, grow, make_town

    town, grew = make_town(), []
    for size in SIZES:
        grow(town, size)
        with time_machine.travel(NOW, tick=True):
            cold, weight = _built(town)
            follow = _followed(town)
            clock, busy, queries = _answers()
        middle, late = statistics.median(clock), _p95(clock)
        grew.append(late)
        told = f"   over {LIMITS[engine]} ms" if size == SIZES[-1] and late > LIMITS[engine] else ""
        print(
            f"  {engine:11} {size:>10} {size * SESSIONS:>9} {middle:8.1f} {late:8.1f} {_p95(busy):8.1f} {queries:>8} "
            f"{cold:7.2f} {follow:9.0f} {weight:9.0f}{told}",
            flush=True,
        )
    print(f"  {engine:11} p95 from {SIZES[0]} to {SIZES[-1]}: × {grew[-1] / grew[0]:.1f}", flush=True)


def _built(town: object) -> tuple[float, float]:
    """Seconds and megabytes of the first index, from nothing."""
    from django.utils import timezone

    from preau.offer.finding.catalogue import forget, index_of

    forget()
    before, started = _resident(), time.perf_counter()
    index_of(town, now=timezone.localtime())
    return time.perf_counter() - started, _resident() - before


def _followed(town: object) -> float:
    """Milliseconds to follow one entry that changed."""
    from django.utils import timezone

    from preau.offer.activities.models import Activity
    from preau.offer.activities.revisions import touch
    from preau.offer.finding.catalogue import index_of

    touch(town, [Activity.objects.first()])
    started = time.perf_counter()
    index_of(town, now=timezone.localtime())
    return (time.perf_counter() - started) * 1000


def _answers() -> tuple[list[float], list[float], str]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, asked = Client(), addresses(ASKED)
    for path in asked[:5]:
        client.get(path)
    clock, busy = [], []
    for path in asked:
        started, worked = time.perf_counter(), time.process_time()
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        clock.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - worked) * 1000)
    counts = set()
    for path in asked[:40]:
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        counts.add(len(captured))
    return clock, busy, f"{min(counts)}-{max(counts)}"


def addresses(count: int) -> list[str]:
    """Combinations of filters, the same every time; the three views; words and a point now and then."""
    from preau.offer.finding.needs import NEEDS
    from preau.offer.finding.selection import Point, Selection
    from preau.offer.finding.vocabulary import DAYS, DOMAINS, EXTRAS, LEVELS, MOMENTS, PERIODS, PUBLICS

    chance = Random(2026)

    def few(words: object, most: int) -> tuple[str, ...]:
        known = list(words)  # type: ignore[call-overload]
        return tuple(word for word in known if word in set(chance.sample(known, chance.randint(1, most))))

    def sometimes(share: float, make: Callable[[], object], otherwise: object) -> object:
        return make() if chance.random() < share else otherwise

    paths = []
    for _ in range(count):
        near = sometimes(0.3, lambda: Point(round(2.15 + chance.random() * 0.04, 3), 48.943), None)
        asked = Selection(
            query=sometimes(0.4, lambda: chance.choice(_TYPED), ""),
            age=sometimes(0.5, lambda: chance.randint(3, 16), None),
            days=sometimes(0.4, lambda: few(DAYS, 3), ()),
            moments=sometimes(0.3, lambda: few(MOMENTS, 2), ()),
            periods=sometimes(0.1, lambda: few(PERIODS, 1), ()),
            domains=sometimes(0.3, lambda: few(DOMAINS, 4), ()),
            publics=sometimes(0.2, lambda: few(PUBLICS, 2), ()),
            levels=sometimes(0.1, lambda: few(LEVELS, 3), ()),
            price=sometimes(0.3, lambda: chance.choice([0, 2, 5, 10]), None),
            quotient=sometimes(0.2, lambda: chance.randint(200, 2000), None),
            quarters=sometimes(0.2, lambda: few([f"quartier-{n}" for n in range(8)], 2), ()),
            near=near,
            minutes=sometimes(0.7, lambda: chance.choice([5, 10, 15, 30]), None) if near else None,
            needs=sometimes(0.2, lambda: few(NEEDS, 2), ()),
            extras=sometimes(0.2, lambda: few(EXTRAS, 1), ()),
            view=chance.choices(["liste", "semaine", "carte"], [8, 1, 1])[0],
        )
        paths.append(f"/activites/?{asked.query_string}")
    return paths


_TYPED = ("judo", "piscine", "theatre", "natasion", "ensemble", "cours de danse", "musique instrument", "ballon", "jeu")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _resident() -> float:
    """Megabytes of this process in memory; 0 where the system does not say."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * 4096 / 1e6 if told.exists() else 0.0


if __name__ == "__main__":
    measure(sys.argv[1]) if len(sys.argv) > 1 else run()
