"""Where the marks of a line stand when rules agree: side by side, none hiding another. Pure."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 5.8
"""Of a mark, of a hundred of the line."""
_MIDDLE, _HALF = 50.0, 48.0


def places_of(gaps: Sequence[int], reach: int) -> list[float]:
    """The middle of each mark, of a hundred, in the order of the gaps. Those that touch stand around their mean."""
    clusters = [([rank], _MIDDLE + gap / reach * _HALF) for rank, gap in enumerate(gaps)]
    clusters.sort(key=lambda each: (each[1], each[0]))
    at = 0
    while at + 1 < len(clusters):
        (left, one), (right, other) = clusters[at], clusters[at + 1]
        if other - one >= (len(left) + len(right)) / 2 * WIDTH - 1e-9:
            at += 1
            continue
        mean = (one * len(left) + other * len(right)) / (len(left) + len(right))
        clusters[at : at + 2] = [(left + right, _inside(mean, len(left) + len(right)))]
        at = max(at - 1, 0)
    places = [0.0] * len(gaps)
    for ranks, middle in clusters:
        for place, rank in enumerate(ranks):
            places[rank] = round(middle + (place - (len(ranks) - 1) / 2) * WIDTH, 2)
    return places


def _inside(middle: float, marks: int) -> float:
    half = marks * WIDTH / 2
    return min(max(middle, half), 100 - half)
