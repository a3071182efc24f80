"""Who comes, who comes back, who comes for the first time."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.observatory.indicators.enums import Breakdown

from .registry import Asked, Of, Outside, Shape, measure
from .words import BEFORE, CAME, DIGITAL, FAMILY, KIDS, cell, grouped, present, query, taking_part

_CHILD = (Breakdown.AREA, Breakdown.LEVEL, Breakdown.SEX, Breakdown.QUOTIENT, Breakdown.AGE)
_BY = (Breakdown.AREA, Breakdown.SEX, Breakdown.QUOTIENT, Breakdown.DOMAIN)
_YOUNG = "k.age BETWEEN 11 AND 17"


@measure(
    "A1.G1.E1.i1",
    breakdowns=(Breakdown.AREA, Breakdown.LEVEL, Breakdown.SEX, Breakdown.QUOTIENT, Breakdown.DOMAIN),
    outside=(Outside("residents_11_17", _("habitants de 11 à 17 ans")),),
    ages=(11, 17),
)
def active_young(asked: Asked) -> str:
    """Residents only, since the denominator is."""
    return query(
        CAME,
        KIDS,
        taking_part(asked.by),
        select=f"""SELECT {cell(asked.by)} AS cell, count(DISTINCT c.child), NULL, count(DISTINCT c.child)
FROM active c JOIN kids k USING (child) WHERE {_YOUNG} AND k.resident {grouped(asked.by)}""",
    )


@measure("A1.G1.E1.i2", breakdowns=_BY, needs_history=True)
def new_young(asked: Asked) -> str:
    return query(
        CAME,
        KIDS,
        BEFORE,
        present(asked.by),
        "recent AS (SELECT DISTINCT child FROM before WHERE day >= $before)",
        select=f"""SELECT {cell(asked.by)} AS cell, count(DISTINCT c.child) FILTER (WHERE r.child IS NULL),
  count(DISTINCT c.child), count(DISTINCT c.child)
FROM present c JOIN kids k USING (child) LEFT JOIN recent r ON r.child = c.child
WHERE {_YOUNG} {grouped(asked.by)}""",
    )


@measure(
    "A1.G1.E1.i3",
    breakdowns=_BY,
    ages=(0, 16),
    needs_next_year=True,
    yearly=True,
)
def still_there(asked: Asked) -> str:
    """Those who will be 18 by the end of the year after are left out of both."""
    next_came = """next_came AS (
  SELECT p.child, p.activity, p.domain FROM presences p
  WHERE p.state IN ('present', 'left') AND p.day BETWEEN $next_first AND $next_last
)"""
    return query(
        CAME,
        KIDS,
        taking_part(asked.by),
        next_came,
        taking_part(came="next_came", name="after"),
        select=f"""SELECT {cell(asked.by)} AS cell, count(DISTINCT c.child) FILTER (WHERE n.child IS NOT NULL),
  count(DISTINCT c.child), count(DISTINCT c.child)
FROM active c JOIN kids k USING (child) LEFT JOIN after n ON n.child = c.child
WHERE k.age <= 16 {grouped(asked.by)}""",
    )


@measure("A1.G1.E5.i1", breakdowns=_CHILD)
def new_domain(asked: Asked) -> str:
    """Among those who had come before: who has no past discovers everything, and would make it rise."""
    return query(
        CAME,
        KIDS,
        BEFORE,
        "known AS (SELECT DISTINCT child FROM before)",
        """discovers AS (SELECT DISTINCT c.child FROM came c
  WHERE NOT EXISTS (SELECT 1 FROM before b WHERE b.child = c.child AND b.domain = c.domain))""",
        present(),
        select=f"""SELECT {cell(asked.by)} AS cell, count(d.child), count(*), count(*)
FROM present c JOIN known USING (child) JOIN kids k ON k.child = c.child LEFT JOIN discovers d ON d.child = c.child
{grouped(asked.by)}""",
    )


@measure("A1.G1.E10.i2", breakdowns=_CHILD)
def varied_weeks(asked: Asked) -> str:
    return query(
        CAME,
        KIDS,
        f"""varied AS (SELECT child FROM came GROUP BY child
  HAVING count(DISTINCT {FAMILY}) >= 2 AND count(DISTINCT nullif(time_band, '')) >= 2)""",
        present(),
        select=f"""SELECT {cell(asked.by)} AS cell, count(v.child), count(*), count(*)
FROM present c JOIN kids k USING (child) LEFT JOIN varied v ON v.child = c.child {grouped(asked.by)}""",
    )


@measure("A2.G2.E2.i1", breakdowns=(Breakdown.AREA, Breakdown.QUOTIENT), needs_history=True)
def new_homes(asked: Asked) -> str:
    """A home is new when none of the children who ever lived in it came in the 24 months before."""
    return query(
        CAME,
        KIDS,
        BEFORE,
        present(),
        f"""homes AS (SELECT k.household, min({cell(asked.by)}) AS cell FROM present c JOIN kids k USING (child)
  WHERE k.household <> '' GROUP BY 1)""",
        """recent AS (SELECT DISTINCT h.household FROM before b JOIN children h ON h.child = b.child
  WHERE b.day >= $before)""",
        select=f"""SELECT {"''" if asked.by is None else "h.cell"} AS cell,
  count(*) FILTER (WHERE r.household IS NULL), count(*), count(*)
FROM homes h LEFT JOIN recent r ON r.household = h.household {grouped(asked.by)}""",
    )


@measure("A2.G2.E4.i1", breakdowns=_CHILD, ages=(3, 17))
def culture(asked: Asked) -> str:
    return query(
        CAME,
        KIDS,
        present(),
        """cultured AS (SELECT c.child FROM came c JOIN sites s ON s.site = c.site WHERE s.kind = 'culture'
  GROUP BY c.child HAVING count(DISTINCT c.site) >= 3)""",
        select=f"""SELECT {cell(asked.by)} AS cell, count(v.child), count(*), count(*)
FROM present c JOIN kids k USING (child) LEFT JOIN cultured v ON v.child = c.child
WHERE k.age BETWEEN 3 AND 17 {grouped(asked.by)}""",
    )


@measure("A3.G1.E3.i1")
def families_come_back(asked: Asked) -> str:
    return query(
        CAME,
        """family AS (SELECT c.child, count(*) AS times FROM came c
  WHERE c.activity IN (SELECT activity FROM activity_tags WHERE kind = 'audience' AND value = 'family')
  GROUP BY c.child)""",
        select="SELECT '' AS cell, count(*) FILTER (WHERE times >= 2), count(*), count(*) FROM family",
    )


@measure("A1.G1.E10.i1", of=Of.THINGS)
def variety_of_the_offer(asked: Asked) -> str:
    """Cells of places and moments that are lived: a place closed on Wednesdays lacks nothing on Wednesdays."""
    return query(
        CAME,
        f"""lived AS (SELECT DISTINCT site, time_band, {FAMILY} AS family FROM came
  WHERE site <> '' AND time_band <> '' AND {FAMILY} IS NOT NULL)""",
        select="""SELECT '' AS cell, count(*), 4 * count(DISTINCT (site, time_band)), NULL FROM lived""",
    )


@measure("A1.G1.E6.i2", of=Of.SMALLEST, shape=Shape.VALUE)
def digital_attendance(asked: Asked) -> str:
    """Sessions of the digital domain against all the others, in points. No plan is asked: another numbers otherwise.

    Four sides, as a share that nearly everybody makes tells of the few others.
    """
    return query(
        f"""expected AS (SELECT p.child, p.state IN ('present', 'left') AS came, p.domain = '{DIGITAL}' AS digital
  FROM presences p WHERE p.state <> 'expected' AND p.day BETWEEN $first AND $until)""",
        select="""SELECT '' AS cell,
  100 * (avg(came::int) FILTER (WHERE digital) - avg(came::int) FILTER (WHERE NOT digital)),
  least(count(DISTINCT child) FILTER (WHERE digital AND came),
    count(DISTINCT child) FILTER (WHERE digital AND NOT came),
    count(DISTINCT child) FILTER (WHERE NOT digital AND came),
    count(DISTINCT child) FILTER (WHERE NOT digital AND NOT came))
FROM expected""",
    )


@measure("A1.G1.E7.i3", of=Of.THINGS, shape=Shape.VALUE)
def time_to_finish_the_roll(asked: Asked) -> str:
    """By session, never by person. A roll finished before the end counts for nothing to wait."""
    return """SELECT '' AS cell, median(greatest(minutes_after, 0)), NULL
FROM roll_calls WHERE day BETWEEN $first AND $until"""
