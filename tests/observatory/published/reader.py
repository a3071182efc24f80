"""Somebody who has read all that the house tells of one measure and one year, of every day, and computes.

Apart from the house: it knows that each way of cutting splits the same children, that domains overlap, that children
are whole and not fewer than none. The unknowns are the numbers of all the tables, hidden ones too.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

type Cell = tuple[str, tuple[str, ...]]
"""Which way of cutting, and the labels: (value, answer)."""


class Reader:
    """``tables``: way of cutting → (values, answers); "" is the whole, whose only value is ""."""

    def __init__(self, tables: dict[str, tuple[list[str], list[str]]]) -> None:
        self.tables = tables
        cells = [
            (way, (value, answer))
            for way, (values, answers) in tables.items()
            for value in values
            for answer in answers
        ]
        self.at = {cell: number for number, cell in enumerate(cells)}
        self.rows: list[np.ndarray] = []
        self.numbers: list[float] = []
        for way, (values, answers) in tables.items():
            for answer in answers if way else ():
                line = self.of((way, (value, answer)) for value in values)
                self._learns(line - self.of([("", ("", answer))]), 0)

    def of(self, cells) -> np.ndarray:
        line = np.zeros(len(self.at))
        for cell in cells:
            line[self.at[cell]] = 1
        return line

    def sums(self, way: str, value: str | None, answer: str | None) -> np.ndarray:
        """None: all of them."""
        values, answers = self.tables[way]
        return self.of((way, (v, a)) for v in values for a in answers if value in (None, v) and answer in (None, a))

    def reads(self, way: str, value: str | None, answer: str | None, number: int) -> None:
        self._learns(self.sums(way, value, answer), number)

    def bounds(self, target: np.ndarray) -> tuple[int, int]:
        found = []
        for sign in (1, -1):
            answer = milp(
                sign * target,
                constraints=[LinearConstraint(np.array(self.rows), self.numbers, self.numbers)] if self.rows else [],
                bounds=Bounds(0, 10_000),
                integrality=np.ones(target.size),
            )
            assert answer.status == 0, answer.message
            found.append(round(sign * answer.fun))
        return found[0], found[1]

    def eliminates(self, target: np.ndarray) -> float | None:
        """The number, where subtraction and linear algebra give it exactly."""
        if not self.rows:
            return None
        known = np.array(self.rows)
        weights, *_rest = np.linalg.lstsq(known.T, target, rcond=None)
        if np.abs(known.T @ weights - target).max() > 1e-7:
            return None
        return float(weights @ np.array(self.numbers))

    def _learns(self, line: np.ndarray, number: float) -> None:
        self.rows.append(line)
        self.numbers.append(number)
