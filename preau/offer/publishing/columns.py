"""The columns of the catalogue as a spreadsheet: what each is called, how it is written, how it is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from preau.foundation.tables import converters
from preau.foundation.text.search import folded
from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.enums import Booking, Domain, Pillar, Public, SchoolLevel
from preau.offer.activities.models import Activity, Adaptation
from preau.offer.activities.said import adaptation_of
from preau.offer.activities.slots import lines_of
from preau.offer.activities.slotwords import read_slots, write_slots


@dataclass(frozen=True, slots=True)
class Column:
    """``fact`` is that of ``change_activity``; ``write`` takes an entry, ``read`` a cell (None: never read back).

    ``read`` raises ValueError with the sentence that says what was expected.
    """

    heading: str
    fact: str
    write: Callable[[Activity], str]
    read: Callable[[Any], Any] | None = None
    width: int = 18


def _plain(heading: str, fact: str, *, width: int = 18, longest: int | None = None) -> Column:
    def read(cell: Any) -> str:
        told = converters.text(cell)
        if longest is not None and len(told) > longest:
            raise ValueError(f"{len(told)} caractères : {longest} au plus.")
        return told

    return Column(heading, fact, lambda each: str(getattr(each, fact)), read, width)


def _count(heading: str, fact: str) -> Column:
    def read(cell: Any) -> int | None:
        told = converters.whole(cell)
        if told is not None and not 0 <= told <= 32_000:
            raise ValueError(f"« {told} » n’est pas un nombre possible ici.")
        return told

    return Column(heading, fact, lambda each: _number(getattr(each, fact)), read, 8)


def _day(heading: str, fact: str) -> Column:
    return Column(heading, fact, lambda each: f"{getattr(each, fact):%d/%m/%Y}", converters.day, 12)


def _truth(heading: str, fact: str) -> Column:
    return Column(heading, fact, lambda each: _yes(getattr(each, fact)), lambda cell: bool(converters.truth(cell)), 8)


def _choices(heading: str, fact: str, words: type[models.TextChoices]) -> Column:
    return Column(heading, fact, lambda each: labels(words, getattr(each, fact)), several(words), 24)


def _adapted(heading: str, fact: str, words: type[models.TextChoices] | None = None, *, truth: bool = False) -> Column:
    def write(activity: Activity) -> str:
        value = getattr(adaptation_of(activity) or Adaptation(), fact)
        return labels(words, value) if words else _yes(value) if truth else str(value)

    read = several(words) if words else (lambda cell: bool(converters.truth(cell))) if truth else converters.text
    return Column(heading, f"adaptation.{fact}", write, read, 24)


def one(words: type[models.TextChoices]) -> Callable[[Any], str]:
    """A cell that holds one label of a list."""

    def read(cell: Any) -> str:
        told = converters.text(cell)
        for each in words:
            if folded(told) in (folded(str(each.label)), each.value):
                return str(each.value)
        known = " ; ".join(str(each.label) for each in words)
        raise ValueError(f"« {told} » n’est pas dans la liste : {known}.")

    return read


def several(words: type[models.TextChoices]) -> Callable[[Any], list[str]]:
    """A cell that holds labels separated by « ; »."""
    read = one(words)
    return lambda cell: [read(part) for part in converters.text(cell).split(";") if part.strip()]


def labels(words: type[models.TextChoices], values: list[str]) -> str:
    return " ; ".join(str(each.label) for each in words if each.value in values)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _yes(value: bool) -> str:
    return "oui" if value else "non"


CODE, OWNER, YEAR = "Code", "Organisation", "Année scolaire"
COLUMNS: tuple[Column, ...] = (
    Column(CODE, "slug", lambda each: each.slug, width=24),
    Column(OWNER, "organisation", lambda each: each.organisation.name, width=24),
    Column(YEAR, "school_year", lambda each: each.year_name, width=12),
    Column("État", "state", lambda each: str(each.get_state_display()), width=12),
    _plain("Titre", "title", width=32, longest=120),
    Column("Domaine", "domain", lambda each: str(Domain(each.domain).label), one(Domain), 26),
    _plain("En une phrase", "summary", width=40, longest=240),
    _plain("Présentation", "description", width=60),
    _plain("Mots pour la trouver", "keywords", longest=240),
    _choices("Pour qui", "audiences", Public),
    _count("De (ans)", "age_min"),
    _count("À (ans)", "age_max"),
    _choices("Niveaux scolaires", "levels", SchoolLevel),
    _choices("Parcours artistique", "pillars", Pillar),
    Column("Lieu", "site", lambda each: each.site.name if each.site else "", converters.text, 26),
    _plain("Point de rendez-vous", "meeting_point", longest=200),
    _day("Du", "starts_on"),
    _day("Au", "ends_on"),
    Column(
        "Créneaux",
        "slots",
        lambda each: write_slots(lines_of(each)),
        lambda cell: read_slots(converters.text(cell)),
        60,
    ),
    _count("Nombre de places", "capacity"),
    _count("Adultes qui encadrent", "staff"),
    Column("Tarif", "price_rule", lambda each: each.price_rule.name if each.price_rule else "", converters.text, 26),
    _plain("Précision sur le tarif", "price_words", longest=200),
    _truth("Séance d’essai", "has_taster"),
    Column("Inscription", "booking", lambda each: str(Booking(each.booking).label), one(Booking)),
    _plain("Comment s’inscrire", "booking_words", width=40, longest=240),
    _plain("Personne à joindre", "contact_name", longest=120),
    _plain("Téléphone", "contact_phone", longest=40),
    _plain("Courriel", "contact_email", longest=254),
    _plain("Site web", "website", longest=300),
    _adapted("Adapté : équipe formée", "staff_trained"),
    _adapted("Adapté : encadrement", "ratio"),
    _adapted("Adapté : bruit, lumière, affluence", "sensory", Sensory),
    _adapted("Adapté : communication", "communication", Communication),
    _adapted("Adapté : locaux", "premises", Premises),
    _adapted("Adapté : matériel", "material"),
    _adapted("Adapté : accompagnant gratuit", "companion_is_free", truth=True),
    _adapted("Adapté : séance d’essai accompagnée", "has_trial", truth=True),
    _adapted("Adapté : réservé aux personnes en situation de handicap", "is_specialised", truth=True),
    _adapted("Adapté : ce qui n’est pas possible", "not_possible"),
)
BY_HEADING: Mapping[str, Column] = {folded(each.heading): each for each in COLUMNS}
