"""Seconds to read and understand a plan, as it grows ×1, ×10, ×100; the ratio per line tells whether it is linear."""

from __future__ import annotations

import statistics
import time
from datetime import date

from preau.foundation.documents import read
from preau.plan.importing.understanding import understand

SIZES = (1, 10, 100)


def run() -> None:
    understand(read(_document(1), "plan.txt"), today=date(2026, 11, 24))  # loads the dictionary
    base = None
    print(f"  {'size':>5} {'objectives':>11} {'seconds':>9} {'per ×1':>8}")
    for size in SIZES:
        data = _document(size)
        seconds = statistics.median(_timed(data) for _ in range(5 if size < 100 else 3))
        base = base or seconds
        print(f"  {'×' + str(size):>5} {54 * size:>11} {seconds:9.3f} {seconds / base / size:8.2f}")


def _timed(data: bytes) -> float:
    started = time.perf_counter()
    understand(read(data, "plan.txt"), today=date(2026, 11, 24))
    return time.perf_counter() - started


def _document(size: int) -> bytes:
    """A flattened plan of 54 objectives and 60 effects, ``size`` times over, every sentence different."""
    lines: list[str] = []
    for copy in range(size):
        for axis in range(2):
            lines += _axis(copy * 2 + axis)
    return "\n".join(lines).encode()


def _axis(number: int) -> list[str]:
    head = ["", f"GRANDIR ENSEMBLE DANS LE QUARTIER NUMERO {number}", ""]
    head += ["\tOBJECTIFS GENERAUX", "\tOBJECTIFS OPERATIONNELS", "\tEFFETS ATTENDUS", "", "\t"]
    lines = [*head, "", f"Faire vivre le quartier {number} avec ses habitants", ""]
    for row in range(9):
        first = "\t" if row == 0 else "\t\n\t"
        objectives = [
            f"· Ouvrir le lieu {number}-{row}-{n} aux enfants de tous les âges (ex : jeux, lecture…)" for n in range(3)
        ]
        effects = [f"· Plus d’enfants connaissent le lieu {number}-{row}-{n}" for n in range(3)]
        lines += (first + "\n".join(objectives)).split("\n")
        lines += ["", *("\t" + "\n".join(effects)).split("\n"), ""]
    return [*lines, "\t"]
