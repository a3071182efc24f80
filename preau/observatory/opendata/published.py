"""The data sets that anybody may take: what the town told of its indicators, year by year, rounded.

One for each measure of people that the plan looks at, each school year and each way of cutting that tells something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from preau.foundation.schoolyears import year_name
from preau.observatory.disclosure import SafeTable, renamed, rounded
from preau.observatory.indicators.cells import names_of
from preau.observatory.indicators.counted import ANSWER, NO, YES, has_answers
from preau.observatory.indicators.enums import Breakdown
from preau.observatory.indicators.library import BY_CODE, Entry
from preau.observatory.indicators.measures import MEASURES, Of
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.releasing import prefix_of
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import last_under, thresholds_on
from preau.plan.structure.models import TerritorialEducationPlan

from .dataset import Dataset, Heading

LICENCE = "Licence Ouverte 2.0"
LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_CUTS = {
    Breakdown.AREA: "quartier",
    Breakdown.LEVEL: "niveau-scolaire",
    Breakdown.SEX: "filles-et-garcons",
    Breakdown.QUOTIENT: "quotient-familial",
    Breakdown.AGE: "age",
}
"""Words of addresses. Domains overlap: what is told of each is on the page of the indicator."""
_WHOLE = "ensemble"


@dataclass(frozen=True, slots=True)
class Open:
    """A data set before its figures are read. ``by`` None: the town as a whole."""

    plan: TerritorialEducationPlan
    entry: Entry
    year: int
    by: Breakdown | None
    release: Release

    @property
    def slug(self) -> str:
        return f"{self.entry.slug}-{_CUTS[self.by] if self.by else _WHOLE}-{self.year}"

    @property
    def title(self) -> str:
        facts = {"title": self.entry.title, "year": self.year_name, "by": self.by.label if self.by else ""}
        if self.by is None:
            return _("%(title)s, %(year)s") % facts
        return _("%(title)s, par %(by)s, %(year)s") % facts

    @property
    def year_name(self) -> str:
        return year_name(self.year)

    @property
    def day(self) -> date:
        return self.release.day

    @property
    def cut(self) -> str:
        return str(self.by.label) if self.by else _("toute la ville")


def open_datasets(plan: TerritorialEducationPlan) -> list[Open]:
    """In the order of the library, the last year first. Two queries."""
    kept = Indicator.objects.kept().filter(plan=plan).exclude(code="").values_list("code", flat=True)
    codes = {BY_CODE[code].same_as or code for code in kept}
    released = last_under(plan.commune, "indicators/")
    return [
        each
        for code in sorted(codes, key=list(BY_CODE).index)
        if code in MEASURES and MEASURES[code].of is Of.PEOPLE
        for each in _of_measure(plan, code, released)
    ]


def open_dataset(plan: TerritorialEducationPlan, slug: str) -> Open | None:
    return next((each for each in open_datasets(plan) if each.slug == slug), None)


def dataset_of(told: Open, today: date) -> Dataset:
    """Rounded to the step that the town has today, and named in French."""
    commune, entry = told.plan.commune, told.entry
    headings = _headings(told)
    safe = rounded(told.release.safe, thresholds_on(commune, today))
    table = safe.table(*headings)
    names: dict[str, Mapping[str, str]] = {ANSWER: {YES: "oui", NO: "non"}}
    if told.by is not None:
        names[told.by.value] = _apart(names_of(told.by, commune), _labels(table, told.by))
    return Dataset(
        slug=told.slug,
        title=told.title,
        says=_("On compte : %(counted)s.") % {"counted": entry.counted} + _among(entry),
        source=_("Ville de %(town)s, observatoire du projet éducatif") % {"town": commune.name},
        licence=LICENCE,
        table=renamed(table, names),
        headings=headings,
        measure=Heading("nombre", _("Nombre, arrondi"), _("Combien de personnes distinctes.")),
    )


def _of_measure(plan: TerritorialEducationPlan, code: str, released: Mapping[str, Release]) -> Iterator[Open]:
    start = prefix_of(code)
    found = []
    for series, release in released.items():
        year, _slash, cut = series.removeprefix(start).partition("/")
        if not series.startswith(start) or cut not in ("", *_CUTS) or not _tells(release):
            continue
        found.append(Open(plan, BY_CODE[code], int(year), Breakdown(cut) if cut else None, release))
    order = [None, *_CUTS]
    yield from sorted(found, key=lambda each: (-each.year, order.index(each.by)))


def _tells(release: Release) -> bool:
    """Whether its finest table has a figure."""
    table = max(release.tables, key=lambda each: len(each["dimensions"]))
    return any(figure["value"] for figure in table["figures"])


def _headings(told: Open) -> dict[str, Heading]:
    headings = {}
    if told.by is not None:
        label = str(told.by.label)
        says = _("Ce que la ville sait de la personne cette année-là ; « non connu » quand personne ne l’a dit.")
        headings[told.by.value] = Heading(_CUTS[told.by].replace("-", "_"), capfirst(label), says)
    if has_answers(MEASURES[told.entry.code]):
        says = _("« oui » : %(counted)s ; « non » : les autres.") % {"counted": told.entry.counted}
        headings[ANSWER] = Heading("reponse", _("Réponse"), says)
    return headings


def _among(entry: Entry) -> str:
    return " " + _("Parmi : %(among)s.") % {"among": entry.among} if entry.among else ""


def _labels(table: SafeTable, by: Breakdown) -> list[str]:
    place = table.dimensions.index(by.value)
    return sorted({labels[place] for labels in table.figures})


def _apart(names: Mapping[str, str], values: Sequence[str]) -> dict[str, str]:
    """A name that two values have is told with its value."""
    told = {value: names.get(value, value) for value in values}
    every = list(told.values())
    return {value: name if every.count(name) == 1 else f"{name} ({value})" for value, name in told.items()}
