"""Whether places go to everybody alike: by income, by quarter, to girls and boys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from preau.observatory.equity.rules.gradient import erreygers
from preau.observatory.equity.rules.inequality import dissimilarity
from preau.observatory.indicators.enums import Breakdown

from .registry import Asked, Of, Shape, measure
from .words import CAME, FAMILY, HIGHEST, KIDS, LOWEST, QF_ORDER, grouped, present, query, taking_part

_RANK = " ".join(f"WHEN '{band}' THEN {rank}" for rank, band in enumerate(QF_ORDER))


@measure("A1.G1.E5.i2", of=Of.SMALLEST, shape=Shape.VALUE)
def domains_by_income(asked: Asked) -> str:
    """The threshold looks at the smaller of the two bands."""
    return query(
        CAME,
        KIDS,
        "tasted AS (SELECT child, count(DISTINCT domain) AS domains FROM came GROUP BY child)",
        f"""bands AS (SELECT k.qf_band, median(t.domains) AS middle, count(*) AS people
  FROM tasted t JOIN kids k USING (child) WHERE k.qf_band IN ('{LOWEST}', '{HIGHEST}') GROUP BY 1)""",
        select=f"""SELECT '' AS cell,
  max(middle) FILTER (WHERE qf_band = '{LOWEST}') - max(middle) FILTER (WHERE qf_band = '{HIGHEST}'), min(people)
FROM bands""",
    )


@measure("A2.G2.E2.i2", of=Of.SMALLEST, shape=Shape.VALUE)
def taking_part_by_income(asked: Asked) -> str:
    return query(
        CAME,
        KIDS,
        taking_part(),
        f"""bands AS (SELECT k.qf_band, 100 * avg((a.child IS NOT NULL)::int) AS rate,
    least(count(a.child), count(*) - count(a.child)) AS people
  FROM kids k LEFT JOIN active a USING (child) WHERE k.qf_band IN ('{LOWEST}', '{HIGHEST}') AND k.age BETWEEN 3 AND 17
  GROUP BY 1)""",
        select=f"""SELECT '' AS cell,
  max(rate) FILTER (WHERE qf_band = '{LOWEST}') - max(rate) FILTER (WHERE qf_band = '{HIGHEST}'), min(people)
FROM bands""",
    )


def _concentration(rows: Sequence[tuple[Any, ...]]) -> tuple[str, float | None, int | None]:
    place, people, rate = np.array(rows, np.float64).reshape(-1, 3).T
    return "", erreygers(place, rate, people), int(people.sum())


@measure("A2.G2.E2.i3", of=Of.SMALLEST, shape=Shape.VALUE, rule=_concentration)
def concentration(asked: Asked) -> str:
    """Bands of quotient, children, how many of them take part: the index is in ``equity.rules``."""
    return query(
        CAME,
        KIDS,
        taking_part(),
        select=f"""SELECT CASE k.qf_band {_RANK} END AS place, count(*) AS people,
  avg((a.child IS NOT NULL)::int) AS rate
FROM kids k LEFT JOIN active a USING (child) WHERE k.qf_band <> '' AND k.age BETWEEN 3 AND 17 GROUP BY 1 ORDER BY 1""",
    )


def _apart(rows: Sequence[tuple[Any, ...]]) -> tuple[str, float | None, int | None]:
    children, came = np.array(rows, np.float64).reshape(-1, 2).T
    share = dissimilarity(came, children)
    return "", None if share is None else 100 * share, int(came.sum())


@measure("A2.G2.E3.i1", of=Of.SMALLEST, shape=Shape.VALUE, rule=_apart)
def quarters_apart(asked: Asked) -> str:
    """Dissimilarity, in percent. Children whose quarter is unknown are in neither side."""
    return query(
        CAME,
        KIDS,
        present(),
        select="""SELECT count(*) AS children, count(p.child) AS came
FROM kids k LEFT JOIN present p USING (child) WHERE k.area <> '' AND k.resident AND k.age BETWEEN 3 AND 17
GROUP BY k.area ORDER BY k.area""",
    )


@measure("A2.G2.E3.i2", of=Of.SMALLEST, shape=Shape.VALUE, breakdowns=(Breakdown.DOMAIN,))
def girls_and_boys(asked: Asked) -> str:
    """The whole is the mean over the four families of domains; the cut is by domain. Unknown sex is left out."""
    whole = asked.by is None
    kind = FAMILY if whole else "domain"
    return query(
        CAME,
        KIDS,
        f"""kinds AS (SELECT {kind} AS kind, count(DISTINCT c.child) AS children,
    count(DISTINCT c.child) FILTER (WHERE k.sex = 'girl') AS girls
  FROM came c JOIN kids k USING (child) WHERE k.sex IN ('girl', 'boy') GROUP BY 1)""",
        select=f"""SELECT {"''" if whole else "kind"} AS cell, avg(abs(100.0 * girls / children - 50)),
  min(least(girls, children - girls))
FROM kinds WHERE kind IS NOT NULL {grouped(asked.by)}""",
    )
