"""Places within reach: ours beside the package ``access`` on the same pairs, then a real town and a « what if ».

``access`` needs geopandas and pandas, so it runs in a Python of its own: say where it is with ``PREAU_BENCH_ACCESS``
(the path of a Python that has it). Without it, its column is missing. The real town is read from
``PREAU_BENCH_SHARED``, a folder that holds the 200 m squares of INSEE and the addresses of the BAN.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks import equity_page
from preau.observatory.equity.rules.catchment import two_step
from preau.observatory.equity.rules.deserts import WhiteRule
from preau.observatory.equity.rules.inequality import lorenz, theil
from preau.observatory.equity.rules.nearest import nearest, reached
from preau.observatory.equity.rules.neighbours import neighbours, plane
from preau.observatory.equity.rules.pairs import Pairs
from preau.observatory.equity.rules.reach import Reach
from preau.observatory.equity.rules.travel import travel, walk

PLACES_NEAR = 50
"""How many each origin reaches."""


def run() -> None:
    print("  origins x places        pairs      neighbours (s)   ours (s)   access (s)   access / ours")
    for origins, places in ((20_000, 2_000), (200_000, 5_000)):
        _beside(origins, places)
    _town()
    if shared := os.environ.get("PREAU_BENCH_SHARED"):
        equity_page.run(shared)


def _beside(origins: int, places: int) -> None:
    chance = np.random.default_rng(1)
    side = 10_000.0
    homes, halls = chance.uniform(0, side, (origins, 2)), chance.uniform(0, side, (places, 2))
    people, supply = chance.gamma(2.0, 12.0, origins), chance.integers(1, 40, places).astype(float)
    radius = side * (PLACES_NEAR / places / np.pi) ** 0.5
    seconds, (number, place, metres) = _best(lambda: neighbours(homes, halls, radius), 1)
    pairs = Pairs(number, place, metres / radius * 20, (origins, places))
    ours, found = _best(lambda: two_step(pairs, people, supply), 3)
    theirs = _access(pairs, people, supply, found.access)
    told = f"{theirs:>10.2f} {theirs / ours:>15.0f}" if theirs else "   missing               -"
    print(f"  {origins:>7,} x {places:<7,} {len(pairs):>10,} {seconds:>14.2f} {ours:>13.3f}   {told}", flush=True)


def _access(pairs: Pairs, people: Any, supply: Any, ours: Any) -> float | None:
    python = os.environ.get("PREAU_BENCH_ACCESS")
    if not python:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pairs.npz"
        held = {"origins": pairs.origins, "places": pairs.places, "minutes": pairs.minutes}
        np.savez(path, people=people, supply=supply, **held)
        peer = str(Path(__file__).with_name("access_peer.py"))
        done = subprocess.run([python, peer, "time", str(path)], capture_output=True, text=True, check=True)
    seconds, total, squares = map(float, done.stdout.split())
    if not np.allclose([total, squares], [ours.sum(), (ours**2).sum()], rtol=1e-9):
        raise SystemExit("access and ours do not answer the same")
    return seconds


def _town() -> None:
    shared = os.environ.get("PREAU_BENCH_SHARED")
    if not shared:
        print("  a real town: missing (PREAU_BENCH_SHARED)")
        return
    squares, people, doors = _squares(Path(shared)), _people(Path(shared)), _doors(Path(shared))
    sites = doors[np.random.default_rng(3).choice(len(doors), 300, replace=False)]
    supply = np.full(len(sites), 15.0)
    quarters = (squares[:, 0] > np.median(squares[:, 0])).astype(np.intp)

    def the_map() -> Reach:
        pairs = travel(squares, sites, walk(8), 25.0)
        reach = Reach(pairs, people, supply, most=15.0)
        lorenz(reach.now.access, people)
        theil(reach.now.access, people, quarters)
        WhiteRule().white(people, nearest(pairs))
        reached(pairs, 15.0)
        return reach

    def what_if() -> None:
        place = travel(squares, sites[:1] + 400.0, walk(8), 25.0)
        reach.moved(7, place.origins, place.minutes)

    seconds, reach = _best(the_map, 5)
    print(f"  a real town, {len(squares)} squares x {len(sites)} sessions: its map {seconds * 1000:.1f} ms", end=", ")
    print(f"« what if » {_best(what_if, 20)[0] * 1000:.2f} ms")
    pairs = travel(doors, sites, walk(8), 25.0)
    lived = np.full(len(doors), people.sum() / len(doors))
    seconds, reach = _best(lambda: Reach(travel(doors, sites, walk(8), 25.0), lived, supply, most=15.0), 3)
    fresh = travel(doors, sites[:1] + 400.0, walk(8), 25.0)
    again, _ = _best(lambda: reach.moved(7, fresh.origins, fresh.minutes), 10)
    print(
        f"  its {len(doors):,} addresses, {len(pairs):,} pairs: map {seconds * 1000:.0f} ms, "
        f"« what if » {again * 1000:.1f} ms"
    )


def _rows(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def _squares(shared: Path) -> Any:
    rows = _rows(shared / "insee-carreaux-200m" / "carreaux_200m_filosofi_bondy.csv", ",")
    found = [re.search(r"N(\d+)E(\d+)", row["idcar_200m"]) for row in rows]
    return np.array([(float(each[2]) + 100, float(each[1]) + 100) for each in found if each])


def _people(shared: Path) -> Any:
    rows = _rows(shared / "insee-carreaux-200m" / "carreaux_200m_filosofi_bondy.csv", ",")
    return np.array([float(row["ind_6_10"]) for row in rows])


def _doors(shared: Path) -> Any:
    """In the metres of the squares: close enough, as both stand around the middle of the same town."""
    rows = _rows(shared / "ban-adresses" / "adresses-93010_bondy.csv", ";")
    lon, lat = (np.array([float(row[name]) for row in rows if row["lon"]]) for name in ("lon", "lat"))
    return plane(lon, lat, around=(lon.mean(), lat.mean())) + _squares(shared).mean(0)


def _best[T](work: Callable[[], T], times: int) -> tuple[float, T]:
    seconds = []
    for _ in range(times):
        started = perf_counter()
        found = work()
        seconds.append(perf_counter() - started)
    return min(seconds), found


if __name__ == "__main__":
    run()
