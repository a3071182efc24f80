"""What is drawn, where. ``x`` is of a hundred, ``y`` in letters (the size of the reader's own letters): a drawing fits
any width and grows with whoever reads it. ``dx`` moves a word by so many letters.
"""

from __future__ import annotations

from dataclasses import dataclass, field

TONES = 6
SHAPES = ("circle", "square", "triangle", "diamond", "circle", "square")


@dataclass(frozen=True, slots=True)
class Line:
    """``role``: base, grid, zero, curve, pending, whisker, target."""

    role: str
    x1: float
    y1: float
    x2: float
    y2: float
    tone: int = 1


@dataclass(frozen=True, slots=True)
class Box:
    """``role``: track, void, bar, pending, share, goal."""

    role: str
    x: float
    y: float
    width: float
    height: float
    tone: int = 1
    dx: float = 0.0
    """Letters, with ``fixed`` for a box as wide as letters: the key of a legend."""
    fixed: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """``role``: dot, pending, void. ``radius`` in letters."""

    role: str
    x: float
    y: float
    tone: int = 1
    shape: str = "circle"
    radius: float = 0.38
    letter: str = ""
    dx: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """``role``: name, value, soft, on (upon a dark part), upon (upon a light one). ``anchor``: start, middle, end."""

    role: str
    x: float
    y: float
    text: str
    anchor: str = "start"
    dx: float = 0.0


Mark = Line | Box | Spot | Words


@dataclass(slots=True)
class Drawing:
    marks: list[Mark] = field(default_factory=list)
    height: float = 0.0

    def add(self, *marks: Mark) -> None:
        self.marks.extend(marks)
