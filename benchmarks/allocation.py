"""The allocation as it grows: time and memory, beside the package ``matching`` and beside a bare reference of ours.

Each line is measured in a process of its own, for its memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from heapq import heappush, heappushpop
from random import Random
from time import process_time
from typing import Any

import numpy as np

WISHES = 10
SEATS = 24
"""Seats of an offer; there are seats for eight children in ten."""


def run() -> None:
    print("  children x wishes                        processor (s)   memory (MB)")
    for size in (1_000, 10_000, 100_000, 1_000_000):
        _tell(f"arrays {size}", f"{size:>9,} x {WISHES} plain, in arrays")
    for size in (1_000, 10_000, 100_000):
        _tell(f"plain {size}", f"{size:>9,} x {WISHES} plain, with lines and cut-offs")
    for size in (1_000, 10_000, 100_000):
        _tell(f"full {size}", f"{size:>9,} x {WISHES} reserves, siblings, hours")
    _tell("heaps 1000000", f"{1_000_000:>9,} x {WISHES} bare heaps (reference)")
    ours, theirs = _tell("solve 20000", "   20,000 x 5 ours"), _tell("matching 20000", "   20,000 x 5 matching")
    print(f"  matching / ours = {theirs / ours:.1f}")


def _tell(what: str, label: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.allocation", *what.split()], capture_output=True, text=True, check=True
    )
    seconds, memory = done.stdout.split()
    print(f"  {label:<44} {float(seconds):>9.2f} {int(memory):>13,}", flush=True)
    return float(seconds)


def _arrays(size: int) -> tuple[Any, Any, Any]:
    chance = np.random.default_rng(1)
    offers = max(WISHES * 2, size * 8 // (10 * SEATS))
    wishes = chance.integers(0, offers, (size, WISHES), dtype=np.int32)
    return wishes, np.full(offers, SEATS), chance.integers(0, 3, size)


def _in_arrays(size: int) -> Callable[[], object]:
    from preau.offer.allocation.plain import place

    wishes, seats, classes = _arrays(size)
    return lambda: place(wishes, seats, classes)


def _bare_heaps(size: int) -> Callable[[], object]:
    """What anybody would write: a list of wishes, a heap for each offer."""
    wishes, seats, classes = (each.tolist() for each in _arrays(size))

    def play() -> None:
        heaps: list[list[int]] = [[] for _ in seats]
        at = [0] * size
        for first in range(size):
            child = first
            while at[child] < WISHES:
                offer = wishes[child][at[child]]
                own = -(classes[child] * size + child)
                if len(heaps[offer]) < seats[offer]:
                    heappush(heaps[offer], own)
                    break
                child = -heappushpop(heaps[offer], own) % size
                at[child] += 1

    return play


def _problem(size: int, *, is_full: bool, wishes: int = WISHES) -> Any:
    from preau.offer.allocation import Application, Offer, Problem, Reserve, Rules, Span, Wish

    chance, count = Random(1), max(wishes * 2, size * 8 // (10 * SEATS))
    reserves = (Reserve("inclusion", 2), Reserve("not_served_last_year", 4)) if is_full else ()
    offers = tuple(
        Offer(
            f"o{n}",
            SEATS,
            (Span(str(1 + n % 6), 540 + n // 6 % 9 * 60, 600 + n // 6 % 9 * 60),),
            f"p{n % 50}",
            reserves,
        )
        for n in range(count)
    )
    shared: tuple[Any, ...] = ()
    applications = []
    for n in range(size):
        own = [Wish((f"o{each}",)) for each in chance.sample(range(count), wishes)]
        group = f"g{n // 2}" if is_full and n // 2 % 16 == 0 else ""
        if group and n % 2:
            own = [*shared, *(wish for wish in own if wish not in shared)][:wishes]
        shared = tuple(own[:5])
        if is_full and not group and n % 10 == 0:
            own[0] = Wish((own[0].offers[0], f"o{(int(own[0].offers[0][1:]) + 1) % count}"), n % 30 == 0)
        facts = {name for name in ("resident", "not_served_last_year") if chance.random() < 0.5}
        facts |= {"inclusion"} if chance.random() < 0.05 else set()
        most = 2 if is_full and n % 3 == 0 and not group else 1
        applications.append(Application(f"a{n}", tuple(own), frozenset(facts), (), group, bool(group), most))
    rules = Rules((("not_served_last_year", "resident"), ("resident",)) if wishes == WISHES else (), travel_minutes=10)
    return Problem(rules, offers, tuple(applications))


def _solve(problem: Any) -> Callable[[], object]:
    from preau.offer.allocation import solve

    return lambda: solve(problem, seed=b"bench")


def _matching(size: int) -> Callable[[], object]:
    """The same children, offers and order of the draw, from dictionaries to a solution."""
    from matching.games import HospitalResident

    from preau.offer.allocation.tables import draw_numbers, number_children

    problem = _problem(size, is_full=False, wishes=5)
    line = [each.key for each in number_children(problem, draw_numbers(problem, b"bench"))]
    residents = {each.key: [wish.offers[0] for wish in each.wishes] for each in problem.applications}
    hospitals: dict[str, list[str]] = {offer.key: [] for offer in problem.offers}
    for key in line:
        for offer in residents[key]:
            hospitals[offer].append(key)
    seats = {offer.key: offer.seats for offer in problem.offers}

    def play() -> None:
        HospitalResident.create_from_dictionaries(residents, hospitals, seats).solve(optimal="resident")

    return lambda: _deeply(play)


def _deeply(play: Callable[[], object]) -> None:
    """The package copies its players by recursion: it needs a stack of its own."""
    sys.setrecursionlimit(10_000_000)
    threading.stack_size(1 << 30)
    thread = threading.Thread(target=play)
    thread.start()
    thread.join()


def measure(what: str, size: int) -> None:
    makers: dict[str, Callable[[], Callable[[], object]]] = {
        "arrays": lambda: _in_arrays(size),
        "heaps": lambda: _bare_heaps(size),
        "plain": lambda: _solve(_problem(size, is_full=False)),
        "full": lambda: _solve(_problem(size, is_full=True)),
        "solve": lambda: _solve(_problem(size, is_full=False, wishes=5)),
        "matching": lambda: _matching(size),
    }
    play = makers[what]()
    start = process_time()
    play()
    print(process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        run()
