"""Does one take part more when one has more? Concentration by quotient, with its interval (brief i.4).

Kakwani (1980), Kakwani, Wagstaff and van Doorslaer (1997) for the index; Erreygers, Journal of Health Economics 28
(2009) for a measure that has a least and a most.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pairs import Floats, Wholes

DRAWS = 1_000


@dataclass(frozen=True, slots=True)
class Interval:
    """95 % of the draws lie within."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gradient:
    """``concentration`` above 0: the better-off take part more; below: those who have less.

    ``erreygers`` (from −1 to 1) compares years whose rates differ; None when the measure has no most. Children whose
    quotient is unknown are a class of their own, never guessed: ``unknown`` says how many, ``unknown_mean`` how much
    they take part (None for nobody).
    """

    concentration: Interval
    erreygers: Interval | None
    children: float
    unknown: float
    unknown_mean: float | None


def gradient(
    quotient: Floats, taken: Floats, children: Floats, *, most: float | None = 1.0, seed: int = 0, draws: int = DRAWS
) -> Gradient | None:
    """One row for children alike: ``quotient`` (n,), nan when unknown; ``taken`` (n,): what each of them takes, 0/1 or
    hours; ``children`` (n,): how many they are, whole numbers. ``most``: the largest that ``taken`` may be.

    Equal quotients share a rank: bands may stand for quotients. The interval is a bootstrap of the children, by
    percentiles, the same for the same ``seed``. None when nobody has a known quotient, or nobody takes anything.
    """
    known = ~np.isnan(quotient)
    unknown = float(children[~known].sum())
    unknown_mean = float(children[~known] @ taken[~known]) / unknown if unknown else None
    band = np.unique(quotient[known], return_inverse=True)[1]
    taken, children = taken[known], children[known]
    everybody = int(children.sum())
    if not everybody or not children @ taken > 0:
        return None
    dice = np.random.default_rng(seed)
    drawn = dice.multinomial(everybody, children / children.sum(), draws).astype(np.float64)
    value, mean = _index(band, taken, children[None])
    values, means = _index(band, taken, drawn)
    return Gradient(
        concentration=_interval(value[0], values),
        erreygers=_interval(4 * mean[0] * value[0] / most, 4 * means * values / most) if most else None,
        children=float(everybody),
        unknown=unknown,
        unknown_mean=unknown_mean,
    )


def erreygers(quotient: Floats, taken: Floats, children: Floats, *, most: float = 1.0) -> float | None:
    """The value alone, as ``gradient`` gives it. None when nobody has a known quotient, or nobody takes anything."""
    known = ~np.isnan(quotient)
    taken, children = taken[known], children[known]
    if not children.sum() > 0 or not children @ taken > 0:
        return None
    value, mean = _index(np.unique(quotient[known], return_inverse=True)[1], taken, children[None])
    return float(4 * mean[0] * value[0] / most)


def _index(band: Wholes, taken: Floats, children: Floats) -> tuple[Floats, Floats]:
    """C = (2/μ)·cov(h, r) and μ for each set of counts (d, n); the rank of a band is the middle of it."""
    bands = int(band.max()) + 1
    belongs = (band[:, None] == np.arange(bands)).astype(np.float64)
    sizes = children @ belongs
    ranks = ((np.cumsum(sizes, 1) - sizes / 2) / sizes.sum(1, keepdims=True)) @ belongs.T
    weights = children / children.sum(1, keepdims=True)
    mean = weights @ taken
    together = (weights * ranks * taken).sum(1) - mean * (weights * ranks).sum(1)
    return np.divide(2 * together, mean, out=np.zeros(len(mean)), where=mean > 0), mean


def _interval(value: float, drawn: Floats) -> Interval:
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Interval(float(value), float(low), float(high))
