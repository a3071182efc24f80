"""Somebody who has read all that the house tells of one measure and one year, of every day, and computes.

Apart from the house: it knows that each way of cutting splits the same children, that domains overlap, that children
are whole and not fewer than none. The unknowns are the numbers of all the tables, hidden ones too.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MOST = 10_000
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
        self.lows: list[float] = []
        self.highs: list[float] = []
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

    def reads_about(self, way: str, value: str | None, answer: str | None, number: int, within: int) -> None:
        """A number that was rounded."""
        self.reads_between(way, value, answer, number - within, number + within)

    def reads_between(self, way: str, value: str | None, answer: str | None, least: int, most: int) -> None:
        self._learns(self.sums(way, value, answer), least, most)

    def reads_share(self, way: str, value: str | None, least: float, most: float) -> None:
        """The part of those who answer yes, between two shares of 1."""
        yes, both = self.sums(way, value, "yes"), self.sums(way, value, None)
        self._learns(yes - least * both, 0, np.inf)
        self._learns(yes - most * both, -np.inf, 0)

    def bounds(self, target: np.ndarray) -> tuple[int, int]:
        return bounds(target, self.rows, self.lows, self.highs, np.full(target.size, MOST))

    def eliminates(self, target: np.ndarray) -> float | None:
        """The number, where subtraction and linear algebra give it exactly."""
        if not self.rows:
            return None
        known = np.array(self.rows)
        assert self.lows == self.highs, "nothing is eliminated from what was rounded"
        weights, *_rest = np.linalg.lstsq(known.T, target, rcond=None)
        if np.abs(known.T @ weights - target).max() > 1e-7:
            return None
        return float(weights @ np.array(self.lows))

    def _learns(self, line: np.ndarray, low: float, high: float | None = None) -> None:
        self.rows.append(line)
        self.lows.append(low)
        self.highs.append(low if high is None else high)


class Together:
    """Several systems side by side, and what is known of how they hang together. Each part: (rows, lows, highs, most)."""

    def __init__(self, **parts: tuple[list[np.ndarray], list[float], list[float], np.ndarray]) -> None:
        self.size = {name: most.size for name, (*_read, most) in parts.items()}
        self.most = np.concatenate([most for *_read, most in parts.values()])
        self.rows: list[np.ndarray] = []
        self.lows: list[float] = []
        self.highs: list[float] = []
        for name, (rows, lows, highs, _most) in parts.items():
            self.rows += [self.line(**{name: row}) for row in rows]
            self.lows += lows
            self.highs += highs

    def line(self, **weights: np.ndarray) -> np.ndarray:
        return np.concatenate([weights.get(name, np.zeros(size)) for name, size in self.size.items()])

    def knows(self, line: np.ndarray, low: float, high: float) -> None:
        self.rows.append(line)
        self.lows.append(low)
        self.highs.append(high)

    def bounds(self, target: np.ndarray) -> tuple[int, int]:
        return bounds(target, self.rows, self.lows, self.highs, self.most)


def bounds(target, rows, lows, highs, most) -> tuple[int, int]:
    """The least and the most of it, over every town of whole children that gives what was read."""
    found = []
    for sign in (1, -1):
        answer = milp(
            sign * target,
            constraints=[LinearConstraint(np.array(rows), lows, highs)] if rows else [],
            bounds=Bounds(0, most),
            integrality=np.ones(target.size),
        )
        assert answer.status == 0, answer.message
        found.append(round(sign * answer.fun))
    return found[0], found[1]
