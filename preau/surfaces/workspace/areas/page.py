"""What the page of areas shows: a map by age, the same figures as a table, and what must not be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _

from preau.foundation.maps import Map
from preau.people.organisations.models import Commune
from preau.town.areas.distance import DEFAULTS, Pace, pace_for
from preau.town.areas.enums import AreaKind
from preau.town.areas.mapping import Ground, ground, outline_of
from preau.town.areas.models import GridCell
from preau.town.areas.population import AGES, Population

MINORS = "mineurs"
_LEVELS = 5
_SHOWN_KINDS = (AreaKind.QUARTER, AreaKind.PRIORITY, AreaKind.IRIS, AreaKind.CATCHMENT)


@dataclass(frozen=True, slots=True)
class Choice:
    query: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Row:
    """``counts`` in the order of the columns; None is « not told »."""

    name: str
    counts: list[int | None]


def ages() -> dict[str, str]:
    """What the address bar says → what a person reads; the whole first."""
    named = {
        age.removeprefix("aged_").replace("_", "-"): str(getattr(GridCell, age).field.verbose_name) for age in AGES
    }
    return {MINORS: _("moins de 18 ans"), **named}


def count_of(population: Population, age: str) -> int | None:
    if age == MINORS:
        return population.minors
    return population.ages[f"aged_{age.replace('-', '_')}"]


def choices(current: str, kind: str) -> list[Choice]:
    return [Choice(f"age={key}&decoupage={kind}", label, key == current) for key, label in ages().items()]


def kinds(present: Sequence[str], current: str, age: str) -> list[Choice]:
    """Nothing to choose when the town has one way of being cut."""
    known = [kind for kind in _SHOWN_KINDS if kind in present]
    if len(known) < 2:
        return []
    return [Choice(f"age={age}&decoupage={kind.value}", str(kind.label), kind == current) for kind in known]


def chosen_kind(asked: str, present: Sequence[str]) -> AreaKind:
    known = [kind for kind in _SHOWN_KINDS if kind in present]
    return AreaKind(asked) if asked in known else (known[0] if known else AreaKind.QUARTER)


def rows(populations: Sequence[Population]) -> list[Row]:
    return [Row(each.area.name, [count_of(each, age) for age in ages()]) for each in populations]


def totals(listed: Sequence[Row]) -> list[int | None]:
    """Of each column; None as soon as one of its figures is not told, which the sum would give away."""
    columns = zip(*(row.counts for row in listed), strict=True)
    return [None if None in column else sum(count or 0 for count in column) for column in columns]


def area_map(commune: Commune, populations: Sequence[Population], age: str) -> Map | None:
    drawn: Ground = ground(commune)
    corners = [(each.area.west, each.area.south) for each in populations]
    corners += [(each.area.east, each.area.north) for each in populations]
    box = drawn.frame(corners)
    if box is None:
        return None
    most = max((count_of(each, age) or 0 for each in populations), default=0)
    told = tuple(
        outline_of(each.area, level=level(count_of(each, age), most), note=_note(count_of(each, age)))
        for each in populations
    )
    under = tuple(outline for outline in drawn.outlines if outline.kind == AreaKind.COMMUNE)
    water = tuple(outline for outline in drawn.outlines if outline.kind == AreaKind.WATER)
    title = _("Où vivent les enfants et les jeunes : %(age)s") % {"age": ages()[age]}
    text = _("Plus la teinte est forte, plus ils sont nombreux. Le tableau sous la carte dit les mêmes nombres.")
    return Map(box, title, text, key="territoires", outlines=under + water + told, is_listed=False)


def level(count: int | None, most: int) -> int:
    """1 to 5 by fifths of the largest; 0 for what is not told."""
    if count is None or not most:
        return 0
    return min(_LEVELS, 1 + int(_LEVELS * count / most - 1e-9))


def _note(count: int | None) -> str:
    return _("non communiqué") if count is None else intcomma(count)


@dataclass(frozen=True, slots=True)
class Walk:
    """A pace as people read it. ``is_of_town`` when the town decided it."""

    label: str
    pace: Pace
    is_of_town: bool


def walks(paces: Sequence[Pace], today: date) -> list[Walk]:
    """Each age once, with what counts today."""
    limits = sorted({pace.age_under for pace in (*paces, *DEFAULTS) if pace.age_under is not None})
    found = [(_("moins de %(age)d ans") % {"age": limit}, pace_for(limit - 1, today, paces)) for limit in limits]
    found.append((_("les autres"), pace_for(None, today, paces)))
    return [Walk(label, pace, pace in paces) for label, pace in found]
