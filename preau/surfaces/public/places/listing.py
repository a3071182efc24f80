"""The list of places: what was asked, what answers, and how many each filter would show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.search import matches, stems
from preau.surfaces.public.places.cards import Card
from preau.surfaces.shell.choices import Choice
from preau.town.places.enums import SiteKind

type Test = Callable[[Card], bool]

FILTERS: Mapping[str, tuple[str | Promise, Test]] = {
    "ouvert": (_("ouvert maintenant"), lambda card: card.is_open),
    "libre": (_("accès libre"), lambda card: card.space is not None),
    "eclaire": (_("éclairé le soir"), lambda card: card.is_lit),
    "eau": (_("eau potable"), lambda card: card.has_water),
    "toilettes": (_("toilettes"), lambda card: card.has_toilets),
    "fauteuil": (_("en fauteuil ou en poussette"), lambda card: card.takes_wheels),
}
KINDS: Mapping[str, SiteKind] = {
    "ecoles": SiteKind.SCHOOL,
    "colleges-lycees": SiteKind.SECONDARY,
    "petite-enfance": SiteKind.EARLY_YEARS,
    "loisirs": SiteKind.LEISURE,
    "sport": SiteKind.SPORT,
    "culture": SiteKind.CULTURE,
    "plein-air": SiteKind.OPEN_AIR,
    "autres": SiteKind.OTHER,
}
PLURALS: Mapping[SiteKind, str | Promise] = {
    SiteKind.SCHOOL: _("Écoles et accueils"),
    SiteKind.SECONDARY: _("Collèges et lycées"),
    SiteKind.EARLY_YEARS: _("Petite enfance"),
    SiteKind.LEISURE: _("Centres de loisirs"),
    SiteKind.SPORT: _("Équipements sportifs"),
    SiteKind.CULTURE: _("Lieux de culture"),
    SiteKind.OPEN_AIR: _("Parcs et terrains"),
    SiteKind.OTHER: _("Autres lieux"),
}
_ORDER = (
    SiteKind.OPEN_AIR, SiteKind.SPORT, SiteKind.CULTURE, SiteKind.LEISURE,
    SiteKind.OTHER, SiteKind.SCHOOL, SiteKind.SECONDARY, SiteKind.EARLY_YEARS,
)  # fmt: skip
"""Where one goes without being enrolled first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks: ``names`` of filters, one ``kind`` or "", words."""

    names: tuple[str, ...] = ()
    kind: str = ""
    words: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        names = tuple(name for name in FILTERS if given.get(name) == "oui")
        kind = given.get("nature", "")
        return cls(names, kind if kind in KINDS else "", given.get("q", "").strip()[:100])

    @property
    def is_empty(self) -> bool:
        return not (self.names or self.kind or self.words)

    def query(self) -> str:
        pairs = [(name, "oui") for name in self.names]
        pairs += [(name, value) for name, value in (("nature", self.kind), ("q", self.words)) if value]
        return urlencode(pairs)

    def toggled(self, name: str) -> Asked:
        kept = (each for each in self.names if each != name) if name in self.names else (*self.names, name)
        return Asked(tuple(each for each in FILTERS if each in set(kept)), self.kind, self.words)

    def keeps(self, card: Card) -> bool:
        return (
            all(FILTERS[name][1](card) for name in self.names)
            and (not self.kind or card.site.kind == KINDS[self.kind])
            and matches(stems(self.words), f"{card.site.name} {_sports(card)} {card.site.address}")
        )


@dataclass(frozen=True, slots=True)
class Group:
    title: str | Promise
    cards: list[Card]


def groups(cards: Sequence[Card]) -> list[Group]:
    by_kind = {kind: [card for card in cards if card.site.kind == kind] for kind in _ORDER}
    return [Group(PLURALS[kind], found) for kind, found in by_kind.items() if found]


def filters(asked: Asked, cards: Sequence[Card]) -> list[Choice]:
    """Each as it would be once pressed; a filter that would show nothing is left out, unless it is on."""
    found = []
    for name, (label, _test) in FILTERS.items():
        then = asked.toggled(name)
        count = sum(then.keeps(card) for card in cards)
        if count or name in asked.names:
            found.append(Choice(label, then.query(), count, name in asked.names))
    return found


def kinds(asked: Asked, cards: Sequence[Card]) -> list[Choice]:
    """« Tous » first, then the kinds of place that the town has."""
    everywhere = Asked(asked.names, "", asked.words)
    found = [Choice(_("Tous les lieux"), everywhere.query(), sum(map(everywhere.keeps, cards)), not asked.kind)]
    for kind in _ORDER:
        slug = next(slug for slug, each in KINDS.items() if each == kind)
        then = Asked(asked.names, slug, asked.words)
        count = sum(map(then.keeps, cards))
        if count or asked.kind == slug:
            found.append(Choice(PLURALS[kind], then.query(), count, asked.kind == slug))
    return found


def _sports(card: Card) -> str:
    return " ".join(card.space.sport_labels) if card.space else ""
