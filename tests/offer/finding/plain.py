"""Entries in a line each, without a database."""

from __future__ import annotations

from datetime import UTC, datetime

from preau.offer.finding.answer import Answer, answer
from preau.offer.finding.entries import Entry, Place, Tariff, Time
from preau.offer.finding.index import Index
from preau.offer.finding.selection import Selection

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""A Tuesday."""
PLACES = {
    1: Place("Piscine du Fleuve", "piscine-du-fleuve", "les-quais", "Les Quais", 2.172, 48.934),
    2: Place("Gymnase", "gymnase", "deux-rives", "Deux-Rives", 2.186, 48.943),
    3: Place("Chez l’habitant"),
}
TARIFFS = {
    1: Tariff("", 0, 0, lambda quotient: 0),
    2: Tariff("un an", 30_00, 120_00, lambda quotient: 30_00 if quotient < 800 else 120_00),
    3: Tariff("la séance", 4_00, 8_00, lambda quotient: min(max(quotient, 400), 800)),
}


def entry(pk: int, title: str = "Judo", **facts: object) -> Entry:
    told = {
        "slug": f"{title.lower().replace(' ', '-')}-{pk}",
        "domain": "arts-martiaux",
        "organisation": "club",
        "audiences": ("enfants",),
        "times": (Time("term", 2, 14),),
    } | facts
    texts = told.pop("texts", (title, "", "", "", "", ""))
    return Entry(pk=pk, title=title, texts=texts, **told)


def index(*entries: Entry) -> Index:
    return Index().changed(entries, places=PLACES, tariffs=TARIFFS).ranked(NOW)


def walk(point, place, age) -> int:
    return round(1000 * (abs(point.lon - place.lon) + abs(point.lat - place.lat)))


def ask(held: Index, **filters: object) -> Answer:
    return answer(held, Selection(**filters), now=NOW, walk=walk)


def titles(found: Answer, size: int = 50) -> list[str]:
    return [each.title for each in found.page(size)]
