"""Children whom the town knows, by quarter, age, sex and band of quotient, and whether they came: one cube of facts.

Residents of a quarter, from 3 to 17 years old. One came when one presence at least was marked between the two days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django.utils.translation import gettext_lazy as _

from preau.observatory.disclosure import Cube, Dimension
from preau.observatory.disclosure.model import Table
from preau.offer.outreach.groups import Means, Stage

AREA, CAME, MEANS, SEX, STAGE = "area", "came", "means", "sex", "stage"
YES, NO = "yes", "no"
GIRLS, OTHERS = "girl", "other"
NOWHERE = "-"
"""The whole town, where no quarter may be told."""
_LIVED_IN = 100
"""A quarter with fewer children by INSEE is not told, nor are its children counted: a public number decides of it,
never who is known. For a few children set apart, each table would have to hide as many again."""

SEXES = {GIRLS: _("filles"), OTHERS: _("garçons, ou non renseigné")}

TABLES: tuple[Table, ...] = tuple(
    (*each, CAME) for each in ((AREA, STAGE), (AREA, SEX), (MEANS, STAGE), (SEX, STAGE), (MEANS, SEX))
)
"""Each crossed with « came »; single ones are their margins. Income is never told quarter by quarter (brief, i.5)."""

_ASKED = f"""WITH came AS (
  SELECT DISTINCT child FROM presences WHERE state IN ('present', 'left') AND day BETWEEN $first AND $until
)
SELECT k.area AS area,
  CASE WHEN k.age <= 5 THEN '{Stage.NURSERY.value}' WHEN k.age <= 10 THEN '{Stage.PRIMARY.value}'
    ELSE '{Stage.SECONDARY.value}' END AS stage,
  CASE WHEN k.sex = 'girl' THEN '{GIRLS}' ELSE '{OTHERS}' END AS sex,
  CASE WHEN k.qf_band = '' THEN '{Means.UNKNOWN.value}'
    WHEN k.qf_band IN ('under_400', '400_599') THEN '{Means.LOW.value}'
    WHEN k.qf_band IN ('600_799', '800_1199') THEN '{Means.MIDDLE.value}' ELSE '{Means.HIGH.value}' END AS means,
  CASE WHEN c.child IS NULL THEN '{NO}' ELSE '{YES}' END AS came, count(*)
FROM children k LEFT JOIN came c USING (child)
WHERE k.school_year = $year AND k.resident AND k.age BETWEEN 3 AND 17
GROUP BY 1, 2, 3, 4, 5"""  # noqa: S608  made of the house's own words

_AROUND = """SELECT area, sum(share * (aged_4_5 + aged_0_3 / 4)), sum(share * aged_6_10), sum(share * aged_11_17)
FROM squares GROUP BY 1"""
_QUARTERS = """SELECT area FROM squares WHERE area <> '' GROUP BY area
HAVING sum(share * (aged_4_5 + aged_0_3 / 4 + aged_6_10 + aged_11_17)) >= $least"""
_ROLLS = """SELECT l.level, sum(c.pupils) FROM classes c JOIN (
  SELECT class_group, min(level) AS level FROM class_levels WHERE school_year = $year GROUP BY 1) l USING (class_group)
WHERE c.school_year = $year GROUP BY 1"""
_LEVELS = {
    Stage.NURSERY: ("ps", "ms", "gs"),
    Stage.PRIMARY: ("cp", "ce1", "ce2", "cm1", "cm2"),
    Stage.SECONDARY: ("6e", "5e", "4e", "3e", "2de", "1re", "term"),
}
_ROUNDED = 5
_LEAST = 20
"""Numbers from elsewhere are estimates: told by fives, and from twenty on."""


class Facts(Protocol):
    @property
    def version(self) -> str: ...
    def ask(self, sql: str, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]: ...


def known_children(facts: Facts, *, year: int, first: date, until: date) -> Cube | None:
    """None where the town knows nobody that year."""
    rows = facts.ask(_ASKED, {"year": year, "first": first, "until": until})
    if not rows:
        return None
    told = {row[0] for row in facts.ask(_QUARTERS, {"least": _LIVED_IN})}
    dimensions = (
        Dimension(AREA, tuple(sorted(told)) or (NOWHERE,)),
        Dimension(STAGE, tuple(Stage.values)),
        Dimension(SEX, tuple(SEXES)),
        Dimension(MEANS, tuple(Means.values), sensitive=True),
        Dimension(CAME, (YES, NO)),
    )
    columns: dict[str, list[str]] = {each.name: [] for each in dimensions}
    for area, *others, count in rows:
        if told and area not in told:
            continue
        values = (area if told else NOWHERE, *others)
        for each, value in zip(dimensions, values, strict=True):
            columns[each.name] += [value] * count
    return Cube.of_rows(dimensions, columns)


def told_elsewhere(facts: Facts, *, year: int) -> dict[str, dict[str, int]]:
    """Inhabitants by quarter and stage (``quarter/stage``) and by stage, as INSEE counts squares; pupils by stage.

    Of children from 0 to 3 years, a quarter is three years old. A class of several levels counts in one of them.
    """
    residents: dict[str, float] = {}
    for area, *ages in facts.ask(_AROUND, {}):
        for stage, number in zip(Stage, ages, strict=True):
            for key in (f"{area or NOWHERE}/{stage.value}", f"{area or NOWHERE}/", f"/{stage.value}", "/"):
                residents[key] = residents.get(key, 0.0) + float(number or 0)
    pupils: dict[str, float] = {}
    for level, number in facts.ask(_ROLLS, {"year": year}):
        for stage, levels in _LEVELS.items():
            if level in levels:
                pupils[stage.value] = pupils.get(stage.value, 0.0) + float(number or 0)
    return {"residents": _rounded(residents), "pupils": _rounded(pupils)}


def _rounded(numbers: Mapping[str, float]) -> dict[str, int]:
    return {key: _ROUNDED * round(number / _ROUNDED) for key, number in numbers.items() if number >= _LEAST}
