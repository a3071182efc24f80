"""Pieces of SQL that several measures share: who came, who the children are, who takes part.

A text of SQL is made of these constants and of names of columns that the code knows; whatever comes from outside is a
parameter ($first, $until, $presences…).
"""

from __future__ import annotations

from preau.observatory.indicators.enums import Breakdown

CAME = """came AS (
  SELECT p.child, p.activity, p.day, p.domain, p.time_band, p.site
  FROM presences p
  WHERE p.state IN ('present', 'left') AND p.day BETWEEN $first AND $until
)"""
"""Presences of the span. A child came when it was marked present, whether or not it has left since."""

BEFORE = """before AS (
  SELECT p.child, p.domain, p.day
  FROM presences p
  WHERE p.state IN ('present', 'left') AND p.day < $first
)"""

AGES = {"0-2": (0, 2), "3-5": (3, 5), "6-10": (6, 10), "11-14": (11, 14), "15-17": (15, 17), "18-25": (18, 25)}
"""Bands, with their first and last age; whoever is older is in the last one."""

AGE_BAND = (
    "CASE WHEN age IS NULL THEN '' "
    + " ".join(f"WHEN age <= {last} THEN '{band}'" for band, (_first, last) in list(AGES.items())[:-1])
    + f" ELSE '{list(AGES)[-1]}' END"
)

KIDS = f"""kids AS (
  SELECT child, household, age, sex, area, level, qf_band, resident, {AGE_BAND} AS age_band
  FROM children WHERE school_year = $year
)"""
"""Children that the town knew that school year: one row each."""

FAMILY = """CASE
  WHEN domain IN ('ball_games', 'water', 'combat', 'motion') THEN 'sport'
  WHEN domain IN ('music', 'dance', 'stage', 'visual') THEN 'arts'
  WHEN domain IN ('reading', 'science', 'nature') THEN 'knowledge'
  WHEN domain IN ('play', 'citizenship', 'support') THEN 'together'
END"""
"""Families of domains: the fourteen, in four."""
FAMILIES = 4
DIGITAL = "science"
"""« Sciences et numérique »: the catalogue has no narrower domain."""

QF_ORDER = ("under_400", "400_599", "600_799", "800_1199", "1200_1799", "from_1800")
LOWEST, HIGHEST = QF_ORDER[0], QF_ORDER[-1]

TOWN_KINDS = "('town_service', 'early_years')"
SCHOOL_KINDS = "('school', 'secondary_school')"
COMMITTED = "('scheduled', 'running', 'reviewed', 'archived')"
REVIEWED = "('reviewed', 'archived')"


def cell(by: Breakdown | None) -> str:
    """The column that tells cells apart; a child in two domains is in both."""
    if by is None:
        return "''"
    return "c.domain" if by == Breakdown.DOMAIN else f"k.{by.value}"


def grouped(by: Breakdown | None) -> str:
    """The whole is one row, even when nobody came."""
    return "" if by is None else "GROUP BY 1"


def taking_part(by: Breakdown | None = None, *, came: str = "came", name: str = "active") -> str:
    """Children who came often enough, or to an activity of one day. By domain: often enough in that domain."""
    domain = ", c.domain" if by == Breakdown.DOMAIN else ""
    return f"""{name} AS (
  SELECT c.child{domain}
  FROM {came} c LEFT JOIN activities a ON a.activity = c.activity
  GROUP BY c.child{domain}
  HAVING count(*) >= $presences OR bool_or(coalesce(a.starts_on = a.ends_on, false))
)"""


def present(by: Breakdown | None = None) -> str:
    """Children who came at least once; by domain: once in that domain."""
    domain = ", domain" if by == Breakdown.DOMAIN else ""
    return f"present AS (SELECT DISTINCT child{domain} FROM came)"


def query(*parts: str, select: str) -> str:
    return f"WITH {', '.join(parts)}\n{select}"
