"""The package ``access`` (BSD) on inputs of ours. Runs in a Python of its own that has it (``pip install access``):
Préau does not need it.

    PYTHON_WITH_ACCESS benchmarks/access_peer.py record tests/observatory/equity/access.json
    PYTHON_WITH_ACCESS benchmarks/access_peer.py time PAIRS.npz

``record`` writes what it answers for a small invented town; ``time`` prints its seconds, then the sum and the sum of
squares of its answers, for the arrays of a file.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

import numpy as np
import pandas as pd
from access.fca import two_stage_fca
from access.weights import step_fn

STEPS = {10: 1.0, 15: 0.68, 20: 0.22}
FLAT = 15.0


def answers(origins, places, minutes, people, supply, *, steps=None, most=None):
    """By origin; 0 for one that reaches nothing, which the package leaves out."""
    demand = pd.DataFrame({"demand": people}, index=pd.RangeIndex(len(people), name="geoid"))
    offer = pd.DataFrame({"supply": supply}, index=pd.RangeIndex(len(supply), name="geoid"))
    costs = pd.DataFrame({"origin": origins, "dest": places, "cost": minutes})
    found = two_stage_fca(
        demand, offer, costs, max_cost=most, demand_index=True, weight_fn=step_fn(steps) if steps else None
    )
    return found.reindex(range(len(people))).fillna(0.0).to_numpy()


def record(path: Path) -> None:
    chance = np.random.default_rng(2026)
    people = np.round(chance.gamma(2.0, 12.0, 60), 1)
    people[7] = 0.0
    supply = chance.integers(0, 40, 14).astype(float)
    supply[3] = 0.0
    homes, halls = chance.uniform(0, 2600, (60, 2)), chance.uniform(300, 2300, (14, 2))
    homes[11] = (9000.0, 9000.0)
    table = np.round(np.hypot(*(homes[:, None] - halls[None]).transpose(2, 0, 1)) * 1.3 / (4000 / 60), 2)
    table[0, 0], table[1, 1] = 10.0, 20.0
    origins, places = np.nonzero(table <= 22)
    minutes = table[origins, places]
    told = {
        "made_with": f"access {version('access')}, two_stage_fca",
        "made_by": "benchmarks/access_peer.py record",
        "steps": {str(bound): weight for bound, weight in STEPS.items()},
        "flat": FLAT,
        "origins": origins.tolist(),
        "places": places.tolist(),
        "minutes": minutes.tolist(),
        "people": people.tolist(),
        "supply": supply.tolist(),
        "enhanced": answers(origins, places, minutes, people, supply, steps=STEPS).tolist(),
        "plain": answers(origins, places, minutes, people, supply, most=FLAT).tolist(),
    }
    path.write_text(json.dumps(told) + "\n")


def measure(path: Path) -> None:
    held = np.load(path)
    started = perf_counter()
    found = answers(*(held[name] for name in "origins places minutes people supply".split()), steps=STEPS)
    print(perf_counter() - started, found.sum(), (found**2).sum())


if __name__ == "__main__":
    {"record": record, "time": measure}[sys.argv[1]](Path(sys.argv[2]))
