"""Where the marks of a line stand when rules agree: side by side, none hiding another. Pure."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 5.8
"""Of a mark, of a hundred of the line."""
_MIDDLE, _HALF, _START = 50.0, 48.0, 6.0


def places_of(gaps: Sequence[int], reach: int) -> list[float]:
    """The middle of each mark, of a hundred, in the order of the gaps."""
    return spread([_MIDDLE + gap / reach * _HALF for gap in gaps])


def rank_places(ranks: Sequence[int | None], most: int, width: float) -> list[float | None]:
    """The same for mean ranks, in hundredths, from the first wish to ``most``; None where one is not told."""
    ends = _START, 100 - _START
    known = [rank for rank in ranks if rank is not None]
    centres = [ends[0] + (rank - 100) / (most - 100) * (ends[1] - ends[0]) for rank in known]
    placed = iter(spread(centres, width))
    return [None if rank is None else next(placed) for rank in ranks]


def spread(centres: Sequence[float], width: float = WIDTH) -> list[float]:
    """Where marks of that width stand, in the order given. Those that touch stand around their mean."""
    clusters = [([rank], centre) for rank, centre in enumerate(centres)]
    clusters.sort(key=lambda each: (each[1], each[0]))
    at = 0
    while at + 1 < len(clusters):
        (left, one), (right, other) = clusters[at], clusters[at + 1]
        if other - one >= (len(left) + len(right)) / 2 * width - 1e-9:
            at += 1
            continue
        mean = (one * len(left) + other * len(right)) / (len(left) + len(right))
        clusters[at : at + 2] = [(left + right, _inside(mean, (len(left) + len(right)) * width))]
        at = max(at - 1, 0)
    places = [0.0] * len(centres)
    for ranks, middle in clusters:
        for place, rank in enumerate(ranks):
            places[rank] = round(middle + (place - (len(ranks) - 1) / 2) * width, 2)
    return places


def _inside(middle: float, width: float) -> float:
    half = width / 2
    return min(max(middle, half), 100 - half)
