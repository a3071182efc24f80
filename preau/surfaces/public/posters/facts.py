"""What a poster says of an entry: plain data for its template."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst

from preau.foundation.design.typography import display
from preau.foundation.text.days import french_day
from preau.offer.activities.enums import Domain
from preau.offer.activities.models import Activity
from preau.offer.activities.pricing import price_on
from preau.offer.prices.rules import terms_of
from preau.offer.prices.rules import words as price_words
from preau.offer.versions.models import EntryVersion
from preau.surfaces.public.catalogue.wording import age_words

from . import words
from .qr import qr_svg


def poster_facts(activity: Activity, on: date, model: str = "affiche") -> dict[str, Any]:
    """JSON values. ``organisation``, ``commune``, ``site``, ``slots`` and ``adaptation`` are read."""
    address = f"{settings.SITE_URL}{reverse('public:entry', args=[activity.slug])}"
    return {
        "model": model,
        "town": activity.commune.name,
        "organisation": _said(activity.organisation.name),
        "domain": capfirst(str(Domain(activity.domain).label)),
        "colour": list(Domain).index(Domain(activity.domain)) % 8 + 1,
        **_titled(activity.title),
        "summary": _said(activity.summary),
        "text": _said(words.shortened(activity.description)),
        "facts": [
            {"name": name, "said": [_said(line) for line in said]} for name, said in _facts(activity, on) if said
        ],
        "access": [_said(word) for word in words.access(activity)],
        "contact": [_said(line) for line in _contact(activity)],
        "address": address,
        "shown_address": words.breakable(address.removeprefix("https://").removeprefix("http://").rstrip("/")),
        "qr": qr_svg(address),
        "qr_alt": f"Code à scanner : la fiche de l’activité « {activity.title} », {address}",
        "foot": f"Fiche vérifiée le {french_day(activity.verified_on)}" if activity.verified_on else "",
    }


def easy_facts(activity: Activity, version: EntryVersion, on: date) -> dict[str, Any]:
    """The same with the easy text, a line for each idea, and who validated it."""
    told = poster_facts(activity, on)
    readers = (
        f"Texte relu et compris par {version.validated_by}, le {french_day(version.validated_on)}."
        if version.validated_on
        else "Texte simplifié, pas encore relu par des personnes à qui il s’adresse."
    )
    lines = [_said(line) for line in version.body.splitlines() if line.strip()]
    return told | _titled(version.title) | {"model": "falc", "lines": lines, "foot": _said(readers)}


def _facts(activity: Activity, on: date) -> list[tuple[str, list[str]]]:
    rule = price_on(activity, on)
    price = [price_words(terms_of(rule), rule.unit)] if rule else []
    where = [activity.site.name, activity.site.address] if activity.site else []
    return [
        ("Pour qui", [age_words(activity.age_min, activity.age_max)]),
        ("Quand", [*words.times(activity.slots.all()), words.dates(activity)]),
        ("Où", [line for line in (*where, activity.meeting_point) if line]),
        ("Combien", [line for line in (*price, activity.price_words) if line]),
    ]


def _contact(activity: Activity) -> list[str]:
    lines = (activity.booking_words, activity.contact_name, activity.contact_phone, activity.contact_email)
    return [words.shortened(line, 120) for line in lines if line]


def _titled(title: str) -> dict[str, Any]:
    """A word is never cut in a title: the longest one says how big its letters may be."""
    said = _said(title)
    return {"title": said, "longest": max(4, *(len(word) for word in re.split(r"[\s\u200b-]+", said)))}


def _said(text: str) -> str:
    return words.breakable(display(text))
