"""Somebody who has read all that was published, and computes: subtraction, elimination, bounds, whole numbers.

Apart from the library: it knows what the labels mean, that children are whole and not fewer than none, and nothing else.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp


class Reader:
    """``pages``: tables of figures, each figure a number or None. The unknowns are the finest crossings."""

    def __init__(self, dimensions, possible=None):
        self.dimensions = {each.name: each for each in dimensions}
        self.names = list(self.dimensions)
        self.crossings = list(product(*(each.values for each in dimensions)))
        self.possible = np.ones(len(self.crossings)) if possible is None else possible.ravel().astype(float)
        self.rows, self.numbers = [], []

    def reads(self, safe):
        for table in safe.tables.values():
            for labels, figure in table.figures.items():
                if figure.value is not None and figure.since is None:
                    self.learns(dict(zip(table.dimensions, labels, strict=True)), figure.value)
        return self

    def learns(self, labels, number):
        self.rows.append(self.holds(labels))
        self.numbers.append(number)

    def holds(self, labels):
        """1 for each crossing that is counted under these labels. A label: a value, a group, or a set of values."""
        kept = {name: self._values(name, label) for name, label in labels.items()}
        return np.array(
            [
                float(all(value in kept.get(name, (value,)) for name, value in zip(self.names, each, strict=True)))
                for each in self.crossings
            ]
        )

    def may_hold(self, labels):
        """False where nobody can be, as everybody knows."""
        return bool((self.holds(labels) * self.possible).any())

    def _values(self, name, label):
        if isinstance(label, frozenset):
            return label
        return self.dimensions[name].groups.get(label, {label})

    def subtracts(self, labels):
        """The number, if elimination gives it exactly; None otherwise."""
        if not self.rows:
            return None
        target, known = self.holds(labels) * self.possible, np.array(self.rows) * self.possible
        weights, *_rest = np.linalg.lstsq(known.T, target, rcond=None)
        if np.abs(known.T @ weights - target).max() > 1e-7:
            return None
        return float(weights @ np.array(self.numbers))

    def bounds(self, labels, *, whole=True):
        """The least and the most children that are possible under these labels."""
        target = self.holds(labels)
        rules = [LinearConstraint(np.array(self.rows), self.numbers, self.numbers)] if self.rows else []
        limits = Bounds(0, np.where(self.possible > 0, 10_000, 0))
        found = []
        for way in (1, -1):
            answer = milp(
                way * target, constraints=rules, bounds=limits, integrality=float(whole) * np.ones(target.size)
            )
            assert answer.status == 0, answer.message
            found.append(way * answer.fun)
        return round(found[0], 6), round(found[1], 6)


class Follower(Reader):
    """Reads two dates of what only grows: the unknowns are who was there, then who came."""

    def __init__(self, dimensions):
        super().__init__(dimensions)
        self.possible = np.ones(2 * len(self.crossings))
        self.is_later = False

    def then(self):
        self.is_later = True
        return self

    def holds(self, labels):
        there = super().holds(labels)
        return np.concatenate([there, there * self.is_later])
