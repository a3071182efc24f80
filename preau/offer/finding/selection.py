"""What somebody asked of the catalogue, read from an address and written back in one order only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import starmap
from typing import Protocol
from urllib.parse import quote

from .needs import NEEDS
from .vocabulary import DAYS, DOMAINS, EXTRAS, LEVELS, MOMENTS, PERIODS, PILLARS, PUBLICS, VIEWS

OLDEST, LONGEST_WALK, DEAREST, HIGHEST_QUOTIENT = 25, 90, 500, 20_000
FREE = 0
"""``price`` of what costs nothing."""
LONGEST_QUERY = 100
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Given(Protocol):
    """The values of an address: Django's ``QueryDict`` is one."""

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Point:
    """Where one starts from, rounded to a hundred metres: an address that is shared tells nobody's door."""

    lon: float
    lat: float

    def __str__(self) -> str:
        return f"{self.lon:.3f},{self.lat:.3f}"


@dataclass(frozen=True, slots=True)
class Selection:
    """Every filter, in the order of the address. An empty tuple, "" or None leaves nothing out.

    ``price`` is in whole euros a session. ``quotient`` is of the family: it is left out of what is shared.
    """

    query: str = ""
    age: int | None = None
    days: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    hour: int | None = None
    periods: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    publics: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    price: int | None = None
    quotient: int | None = None
    quarters: tuple[str, ...] = ()
    near: Point | None = None
    minutes: int | None = None
    needs: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    literal: bool = False
    view: str = "liste"
    page: int = 1

    @property
    def is_empty(self) -> bool:
        """Nothing was asked: the whole catalogue, whatever the way it is shown."""
        return self.shared == Selection()

    @property
    def shared(self) -> Selection:
        """What a link, a feed or a poster may carry: neither the quotient nor how it was being read."""
        return replace(self, quotient=None, view="liste", page=1, literal=False)

    def but(self, **changes: object) -> Selection:
        """With other values, from the first page on."""
        return replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]

    def without(self, name: str, value: str | None = None) -> Selection:
        """One filter less, or one value less of a filter that has several."""
        held = getattr(self, name)
        if isinstance(held, tuple):
            return self.but(**{name: tuple(each for each in held if each != value) if value else ()})
        gone: dict[str, object] = {name: "" if name == "query" else None}
        return self.but(**(gone | {"minutes": None} if name == "near" else gone))

    def toggled(self, name: str, value: str) -> Selection:
        held: tuple[str, ...] = getattr(self, name)
        return self.without(name, value) if value in held else self.but(**{name: (*held, value)})

    @property
    def query_string(self) -> str:
        """What follows the "?": one spelling for one selection. Empty for the whole catalogue."""
        return "&".join(starmap(_written, self.pairs))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(part.word, value) for part in PARTS for value in part.write(getattr(self, part.name))]


@lru_cache(4096)
def _written(word: str, value: str) -> str:
    """Kept: a page writes some hundred and thirty addresses out of the same few words."""
    return f"{word}={quote(value, safe=',')}"


@dataclass(frozen=True, slots=True)
class Part:
    """How a filter is written in the address: ``read`` takes the values given, and gives those refused beside."""

    name: str
    word: str
    read: Callable[[list[str]], tuple[object, list[str]]]
    write: Callable[[object], Iterable[str]]


def read_selection(given: Given) -> tuple[Selection, list[tuple[str, str]]]:
    """The selection, and the (word, value) pairs that mean nothing here. Never raises."""
    read, ignored = {}, []
    for part in PARTS:
        values = [value.strip() for value in given.getlist(part.word)]
        known, refused = part.read([value for value in values if value])
        read[part.name] = known
        ignored += [(part.word, value[:40]) for value in refused]
    selection = Selection(**read)  # type: ignore[arg-type]
    return (selection if selection.near else replace(selection, minutes=None)), ignored


def _several(name: str, word: str, known: Mapping[str, object]) -> Part:
    def read(values: list[str]) -> tuple[object, list[str]]:
        wanted = {value.lower() for value in values}
        return tuple(each for each in known if each in wanted), sorted(wanted - set(known))

    return Part(name, word, read, lambda held: [each for each in known if each in held])  # type: ignore[operator]


def _slugs(name: str, word: str) -> Part:
    """Words that only the catalogue knows: quarters and organisations come and go."""

    def read(values: list[str]) -> tuple[object, list[str]]:
        good = {value for value in values if len(value) <= 80 and _SLUG.fullmatch(value)}
        return tuple(sorted(good)[:20]), [value for value in values if value not in good]

    return Part(name, word, read, lambda held: sorted(held))  # type: ignore[call-overload]


def _number(name: str, word: str, first: int, last: int, default: int | None = None) -> Part:
    def read(values: list[str]) -> tuple[object, list[str]]:
        if not values:
            return default, []
        text = values[-1]
        is_good = len(text) <= 6 and text.isascii() and text.isdigit() and first <= int(text) <= last
        return (int(text), []) if is_good else (default, [text])

    return Part(name, word, read, lambda held: [] if held == default else [str(held)])


def _query(values: list[str]) -> tuple[object, list[str]]:
    return " ".join(" ".join(values[-1:]).replace("\x00", " ").split())[:LONGEST_QUERY].strip(), []


def _near(values: list[str]) -> tuple[object, list[str]]:
    if not values:
        return None, []
    found = re.fullmatch(r"(-?\d{1,3}(?:\.\d{1,8})?),(-?\d{1,2}(?:\.\d{1,8})?)", values[-1])
    if found is None or abs(float(found[1])) > 180 or abs(float(found[2])) > 90:
        return None, values[-1:]
    return Point(round(float(found[1]), 3) + 0.0, round(float(found[2]), 3) + 0.0), []


def _price(values: list[str]) -> tuple[object, list[str]]:
    if values[-1:] == ["gratuit"]:
        return FREE, []
    return _EUROS.read(values)


_EUROS = _number("price", "prix", 1, DEAREST)


def _free_or_euros(held: object) -> list[str]:
    return [] if held is None else ["gratuit" if held == FREE else str(held)]


def _literal(values: list[str]) -> tuple[object, list[str]]:
    return values[-1:] == ["exacts"], [value for value in values if value != "exacts"]


def _view(values: list[str]) -> tuple[object, list[str]]:
    last = values[-1] if values else "liste"
    return (last, []) if last in VIEWS else ("liste", [last])


PARTS: tuple[Part, ...] = (
    Part("query", "q", _query, lambda held: [str(held)] if held else []),
    _number("age", "age", 0, OLDEST),
    _several("days", "jour", DAYS),
    _several("moments", "moment", MOMENTS),
    _number("hour", "heure", 0, 23),
    _several("periods", "periode", PERIODS),
    _several("domains", "domaine", DOMAINS),
    _several("publics", "public", PUBLICS),
    _several("levels", "niveau", LEVELS),
    _several("pillars", "pilier", PILLARS),
    Part("price", "prix", _price, _free_or_euros),
    _number("quotient", "quotient", 0, HIGHEST_QUOTIENT),
    _slugs("quarters", "quartier"),
    Part("near", "pres", _near, lambda held: [str(held)] if held else []),
    _number("minutes", "minutes", 1, LONGEST_WALK),
    _several("needs", "besoin", NEEDS),
    _several("extras", "avec", EXTRAS),
    _slugs("organisations", "organisateur"),
    Part("literal", "mots", _literal, lambda held: ["exacts"] if held else []),
    Part("view", "vue", _view, lambda held: [] if held == "liste" else [str(held)]),
    _number("page", "page", 1, 9999, default=1),
)
WORDS = {part.name: part.word for part in PARTS}
assert [part.name for part in PARTS] == [each.name for each in fields(Selection)]  # noqa: S101  one order, said twice
