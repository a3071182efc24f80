"""Any terms a council could vote, any family that could ask."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from preau.offer.prices.rules import (
    Aid,
    Band,
    Bands,
    Flat,
    Free,
    Household,
    Linear,
    Outsiders,
    SiblingCut,
    Terms,
)

cents = st.integers(0, 500_00)
quotients = st.none() | st.integers(0, 6000)
percents = st.decimals(0, 100, places=1).map(Decimal)


@st.composite
def grids(draw: st.DrawFn, *, rising: bool = False) -> Bands:
    bounds = sorted(draw(st.sets(st.integers(1, 5000), max_size=6)))
    amounts = draw(st.lists(cents, min_size=len(bounds) + 1, max_size=len(bounds) + 1))
    if rising:
        amounts.sort()
    bands = tuple(Band(bound, amount) for bound, amount in zip((*bounds, None), amounts, strict=True))
    return Bands(bands, max(amounts) if rising else draw(cents))


@st.composite
def lines(draw: st.DrawFn) -> Linear:
    floor, ceiling = sorted((draw(cents), draw(cents)))
    rate = draw(st.decimals(0, 2, places=4))
    return Linear(rate, floor, ceiling, draw(st.integers(floor, ceiling)))


aids = st.builds(Aid, st.sampled_from(["Pass’Sport", "bon de la Caf", "aide du CCAS"]), cents)


@st.composite
def terms(draw: st.DrawFn, base: st.SearchStrategy | None = None) -> Terms:
    return Terms(
        draw(base if base is not None else st.one_of(st.just(Free()), st.builds(Flat, cents), grids(), lines())),
        tuple(draw(st.lists(st.builds(SiblingCut, st.integers(2, 5), percents, cents), max_size=3))),
        draw(st.none() | st.builds(Outsiders, percents, cents, st.none() | cents, st.booleans())),
        draw(cents),
        tuple(draw(st.lists(aids, max_size=3, unique_by=lambda aid: aid.name))),
    )


@st.composite
def asked(draw: st.DrawFn, base: st.SearchStrategy | None = None) -> tuple[Terms, Household]:
    """Terms and a household that holds some of the aids which they take."""
    voted = draw(terms(base))
    held = tuple(aid for aid in voted.aids if draw(st.booleans()))
    return voted, Household(draw(quotients), draw(st.booleans()), draw(st.integers(0, 5)), held)


GRID = Bands((Band(400, 12_40), Band(700, 30_00), Band(None, 86_00)), 86_00)
SPORT_PASS = Aid("Pass’Sport", 70_00, date(2026, 9, 1), date(2026, 12, 31), "Sur présentation du code.")
