"""Facts of a town made up for the purpose: who is known, who came, who lives there, who goes to school."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import duckdb

TABLES = """
CREATE TABLE children (child VARCHAR, household VARCHAR, school_year BIGINT, age BIGINT, sex VARCHAR, area VARCHAR,
  level VARCHAR, qf_band VARCHAR, resident BOOLEAN);
CREATE TABLE presences (child VARCHAR, day DATE, state VARCHAR, school_year BIGINT);
CREATE TABLE squares (area VARCHAR, share DOUBLE, aged_0_3 DOUBLE, aged_4_5 DOUBLE, aged_6_10 DOUBLE, aged_11_17 DOUBLE);
CREATE TABLE classes (class_group BIGINT, school_year BIGINT, pupils BIGINT);
CREATE TABLE class_levels (class_group BIGINT, school_year BIGINT, level VARCHAR);
"""


@dataclass
class MadeFacts:
    """``know`` adds children alike, of whom some came; then it is asked as facts are."""

    version: str = "made.0"
    _made: int = 0
    _base: Any = field(default_factory=lambda: duckdb.connect(":memory:"))

    def __post_init__(self) -> None:
        self._base.execute(TABLES)

    def know(
        self,
        count: int,
        came: int,
        *,
        area: str = "centre",
        age: int = 8,
        sex: str = "girl",
        qf_band: str = "800_1199",
        year: int = 2025,
        day: date = date(2025, 11, 12),
        resident: bool = True,
    ) -> MadeFacts:
        for number in range(count):
            self._made += 1
            child = f"c{self._made}"
            row = (child, "", year, age, sex, area, "", qf_band, resident)
            self._base.execute("INSERT INTO children VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            if number < came:
                self._base.execute("INSERT INTO presences VALUES (?, ?, 'present', ?)", (child, day, year))
        return self

    def live(self, area: str, **ages: float) -> MadeFacts:
        row = (area, 1.0, *(ages.get(name, 0.0) for name in ("aged_0_3", "aged_4_5", "aged_6_10", "aged_11_17")))
        self._base.execute("INSERT INTO squares VALUES (?, ?, ?, ?, ?, ?)", row)
        return self

    def teach(self, level: str, pupils: int, year: int = 2025) -> MadeFacts:
        self._made += 1
        self._base.execute("INSERT INTO classes VALUES (?, ?, ?)", (self._made, year, pupils))
        self._base.execute("INSERT INTO class_levels VALUES (?, ?, ?)", (self._made, year, level))
        return self

    def ask(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        return self._base.cursor().execute(sql, values or None).fetchall()


def a_town_that_misses_its_port(year: int = 2025) -> MadeFacts:
    """The centre comes, the port does not, its older girls least of all; a class of three, somebody of no quarter."""
    facts = MadeFacts()
    day = date(year, 10, 8)
    for sex in ("girl", "boy"):
        for age in (4, 8, 13):
            facts.know(60, 40, area="centre", age=age, sex=sex, qf_band="from_1800", year=year, day=day)
            facts.know(30, 18, area="centre", age=age, sex=sex, qf_band="600_799", year=year, day=day)
            facts.know(40, 20 if sex == "boy" else 12, area="port", age=age, sex=sex, qf_band="under_400", year=year, day=day)  # fmt: skip
            facts.know(30, 13, area="port", age=age, sex=sex, qf_band="", year=year, day=day)
    facts.know(3, 1, area="ecluse", age=8, year=year, day=day)
    facts.know(1, 1, area="", age=16, sex="", qf_band="", year=year, day=day)
    facts.live("ecluse", aged_6_10=12)
    facts.live("centre", aged_0_3=80, aged_4_5=60, aged_6_10=200, aged_11_17=260)
    facts.live("port", aged_0_3=120, aged_4_5=90, aged_6_10=240, aged_11_17=300)
    return facts.teach("cp", 62, year).teach("6e", 88, year).teach("ps", 12, year)


def everybody_alike(facts: MadeFacts, *, young: int = 4) -> MadeFacts:
    """Everybody comes alike, but little ones come less; nobody is alone of their kind."""
    for area in ("nord", "sud"):
        facts.live(area, aged_6_10=400)
        for sex in ("girl", "boy"):
            for band in ("under_400", "600_799", "from_1800", ""):
                for age, came in ((4, young), (8, 14), (13, 14)):
                    facts.know(20, came, area=area, sex=sex, age=age, qf_band=band)
    return facts
