"""The filters beside the results: plain links, each with what it would show, and the chips of those in use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from preau.offer.finding.answer import Answer
from preau.offer.finding.needs import NEEDS
from preau.offer.finding.selection import FREE, Selection
from preau.offer.finding.vocabulary import DAYS, DOMAINS, EXTRAS, LEVELS, MOMENTS, PERIODS, PILLARS, PUBLICS
from preau.surfaces.shell.choices import Choice

from .wording import hour_words

PRICES = (FREE, 2, 5, 10, 20)
WALKS = (5, 10, 15, 20, 30)
MOST_ORGANISERS = 40
type Words = Mapping[str, str | Promise]


@dataclass(frozen=True, slots=True)
class Group:
    """The filters that answer one question. ``chosen`` counts those in use."""

    key: str
    title: str
    choices: list[Choice]

    @property
    def chosen(self) -> int:
        return sum(choice.is_current for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use; ``query`` is the address without it, ``count`` what it would show then."""

    name: str
    label: str
    query: str
    count: int


def groups_of(found: Answer) -> list[Group]:
    """In the order in which families choose."""
    asked = found.selection
    index = found.index
    quarters = dict(sorted(index.quarters.items(), key=lambda each: each[1]))
    groups = [
        Group(
            "quand",
            _("Quand"),
            [
                *_choices(asked, "days", DAYS, found.days()),
                *_choices(asked, "moments", MOMENTS, found.moments()),
                *_choices(asked, "periods", PERIODS, found.periods()),
            ],
        ),
        Group("quoi", _("Quoi"), _choices(asked, "domains", DOMAINS, found.values("domains"))),
        Group("prix", _("Prix"), _prices(found)),
        Group("ou", _("Où"), [*_walks(found), *_choices(asked, "quarters", quarters, found.values("quarters"))]),
        Group("adapte", _("Adapté"), _choices(asked, "needs", NEEDS, found.values("needs"))),
        Group(
            "plus",
            _("Maintenant, à l’essai"),
            _choices(asked, "extras", EXTRAS, found.values("extras")),
        ),
        Group("qui", _("Pour qui"), _whom(found)),
        Group("organisateur", _("Organisateur"), _organisers(found)),
    ]
    return [group for group in groups if group.choices]


def _whom(found: Answer) -> list[Choice]:
    asked = found.selection
    choices = _choices(asked, "publics", PUBLICS, found.values("publics"))
    if asked.levels or "classes" in asked.publics:
        choices += _choices(asked, "levels", LEVELS, found.values("levels"))
    if asked.pillars or {"classes", "professionnels"} & set(asked.publics):
        choices += _choices(asked, "pillars", PILLARS, found.values("pillars"))
    return choices


def _choices(asked: Selection, name: str, words: Words, counts: Mapping[str, int]) -> list[Choice]:
    chosen: tuple[str, ...] = getattr(asked, name)
    return [
        Choice(str(label), asked.toggled(name, value).query_string, counts.get(value, 0), value in chosen)
        for value, label in words.items()
    ]


def _prices(found: Answer) -> list[Choice]:
    asked = found.selection
    return [
        Choice(
            price_label(step),
            asked.but(price=None if step == asked.price else step).query_string,
            count,
            step == asked.price,
        )
        for step, count in found.prices(PRICES).items()
    ]


def _walks(found: Answer) -> list[Choice]:
    """Only once one has said where from."""
    asked = found.selection
    if asked.near is None:
        return []
    return [
        Choice(
            walk_label(step),
            asked.but(minutes=None if step == asked.minutes else step).query_string,
            count,
            step == asked.minutes,
        )
        for step, count in found.within(WALKS).items()
    ]


def _organisers(found: Answer) -> list[Choice]:
    """Those that have most to show; those in use always."""
    counts = found.values("organisations")
    chosen = found.selection.organisations
    names = found.index.organisers
    first = sorted(counts, key=lambda slug: (slug not in chosen, -counts[slug], names.get(slug, "")))
    words = {slug: names.get(slug, slug) for slug in first[:MOST_ORGANISERS]}
    words = dict(sorted(words.items(), key=lambda each: each[1].casefold()))
    return _choices(found.selection, "organisations", words, counts)


def price_label(step: int) -> str:
    if step == FREE:
        return _("gratuit")
    return _("%(euros)d € la séance au plus") % {"euros": step}


def walk_label(minutes: int) -> str:
    return _("à moins de %(minutes)d min à pied") % {"minutes": minutes}


def chips_of(found: Answer) -> list[Chip]:
    """Every filter in use, in the order of the address, with what would be found without it."""
    return [
        Chip(name, label, found.selection.without(name, value).query_string, found.without(name, value))
        for name, value, label in _in_use(found)
    ]


def _in_use(found: Answer) -> list[tuple[str, str | None, str]]:
    asked = found.selection
    used: list[tuple[str, str | None, str]] = []
    if asked.query:
        used.append(("query", None, _("« %(words)s »") % {"words": asked.query}))
    if asked.age is not None:
        used.append(("age", None, age_label(asked.age)))
    used += _each(asked, "days", DAYS) + _each(asked, "moments", MOMENTS)
    if asked.hour is not None:
        used.append(("hour", None, _("à %(hour)s") % {"hour": _hour(asked.hour)}))
    used += _each(asked, "periods", PERIODS) + _each(asked, "domains", DOMAINS) + _each(asked, "publics", PUBLICS)
    used += _each(asked, "levels", LEVELS) + _each(asked, "pillars", PILLARS)
    if asked.price is not None:
        used.append(("price", None, price_label(asked.price)))
    if asked.quotient is not None:
        used.append(("quotient", None, _("quotient %(quotient)d") % {"quotient": asked.quotient}))
    used += _each(asked, "quarters", found.index.quarters)
    if asked.near is not None:
        used.append(("near", None, walk_label(asked.minutes) if asked.minutes else _("du plus près au plus loin")))
    used += _each(asked, "needs", NEEDS) + _each(asked, "extras", EXTRAS)
    return used + _each(asked, "organisations", found.index.organisers)


def _each(asked: Selection, name: str, words: Words) -> list[tuple[str, str | None, str]]:
    return [(name, value, str(words.get(value, value))) for value in getattr(asked, name)]


def age_label(age: int) -> str:
    return _("%(age)d ans") % {"age": age} if age > 1 else _("%(age)d an") % {"age": age}


def _hour(hour: int) -> str:
    return hour_words(time(hour))
