"""What a poster says of an entry: plain data for its template."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from preau.foundation.design.typography import display
from preau.foundation.text.days import french_day
from preau.offer.activities.enums import Domain
from preau.offer.activities.models import Activity, Adaptation
from preau.offer.activities.pricing import price_on
from preau.offer.prices.rules import terms_of
from preau.offer.prices.rules import words as price_words
from preau.offer.versions.models import EntryVersion

from . import words
from .qr import qr_svg


def poster_facts(activity: Activity, on: date) -> dict[str, Any]:
    """JSON values. ``organisation``, ``commune``, ``site``, ``slots`` and ``adaptation`` are read."""
    address = f"{settings.SITE_URL}{entry_path(activity)}"
    adaptation = Adaptation.objects.filter(activity=activity).first()
    return {
        "town": activity.commune.name,
        "organisation": _said(activity.organisation.name),
        "domain": str(Domain(activity.domain).label),
        "colour": list(Domain).index(Domain(activity.domain)) % 8 + 1,
        "title": _said(activity.title),
        "summary": _said(activity.summary),
        "text": _said(words.shortened(activity.description)),
        "facts": [
            {"name": name, "said": [_said(line) for line in said]} for name, said in _facts(activity, on) if said
        ],
        "access": [_said(word) for word in words.access(adaptation, ())],
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
    return told | {"title": _said(version.title), "lines": lines, "readers": _said(readers)}


def entry_path(activity: Activity) -> str:
    return reverse("public:activity", args=[activity.slug])


def _facts(activity: Activity, on: date) -> list[tuple[str, list[str]]]:
    rule = price_on(activity, on)
    price = [price_words(terms_of(rule), rule.unit)] if rule else []
    where = [activity.site.name, activity.site.address] if activity.site else []
    return [
        ("Pour qui", [words.ages(activity)]),
        ("Quand", [*words.times(activity.slots.all()), words.dates(activity)]),
        ("Où", [line for line in (*where, activity.meeting_point) if line]),
        ("Combien", [line for line in (*price, activity.price_words) if line]),
    ]


def _contact(activity: Activity) -> list[str]:
    lines = (activity.booking_words, activity.contact_name, activity.contact_phone, activity.contact_email)
    return [words.shortened(line, 120) for line in lines if line]


def _said(text: str) -> str:
    return words.breakable(display(text))
