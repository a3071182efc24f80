"""Facts of an entry as people read them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.design.templatetags.preau_design import long_date
from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.enums import Booking, Domain, Pillar, Public, Rhythm, SchoolLevel, Season

LABELS: dict[str, Promise] = {
    "title": gettext_lazy("Titre de l’activité"),
    "summary": gettext_lazy("En une phrase"),
    "description": gettext_lazy("Présentation de l’activité"),
    "domain": gettext_lazy("Domaine"),
    "keywords": gettext_lazy("Mots pour la trouver"),
    "audiences": gettext_lazy("Pour qui"),
    "age_min": gettext_lazy("À partir de (ans)"),
    "age_max": gettext_lazy("Jusqu’à (ans)"),
    "levels": gettext_lazy("Niveaux scolaires"),
    "pillars": gettext_lazy("Parcours artistique et culturel"),
    "site": gettext_lazy("Lieu"),
    "meeting_point": gettext_lazy("Point de rendez-vous"),
    "starts_on": gettext_lazy("Premier jour"),
    "ends_on": gettext_lazy("Dernier jour"),
    "slots": gettext_lazy("Créneaux"),
    "capacity": gettext_lazy("Nombre de places"),
    "staff": gettext_lazy("Adultes qui encadrent"),
    "price_rule": gettext_lazy("Tarif"),
    "price_words": gettext_lazy("Précision sur le tarif"),
    "has_taster": gettext_lazy("Séance d’essai"),
    "booking": gettext_lazy("Inscription"),
    "booking_words": gettext_lazy("Comment s’inscrire"),
    "contact_name": gettext_lazy("Personne à joindre"),
    "contact_phone": gettext_lazy("Téléphone"),
    "contact_email": gettext_lazy("Adresse électronique"),
    "website": gettext_lazy("Site web"),
    "adaptation": gettext_lazy("Ce qui est adapté"),
    "adaptation_contact": gettext_lazy("Personne à joindre pour l’adaptation"),
    "objectives": gettext_lazy("Objectifs servis"),
}
_LISTS = (Public, SchoolLevel, Pillar, Domain, Booking, Sensory, Communication, Premises)


def hour(at: time) -> str:
    """``14 h``, ``14 h 15``."""
    return f"{at.hour} h" + (f" {at.minute:02d}" if at.minute else "")


def when(slot: Any) -> str:
    """``mercredi, de 14 h à 15 h 15``, then in which weeks when they are not those of school."""
    hours = _("de %(start)s à %(end)s") % {"start": hour(slot.starts_at), "end": hour(slot.ends_at)}
    day = WEEKDAYS[slot.weekday] if slot.weekday is not None else ""
    match slot.rhythm:
        case Rhythm.ONCE:
            return _("le %(day)s, %(hours)s") % {"day": long_date(slot.first_on), "hours": hours}
        case Rhythm.HOLIDAYS:
            return _("chaque jour des vacances, %(hours)s") % {"hours": hours} + _between(slot)
        case Rhythm.FORTNIGHTLY:
            said = _("un %(day)s sur deux, %(hours)s") % {"day": day, "hours": hours}
        case _:
            said = _("le %(day)s, %(hours)s") % {"day": day, "hours": hours}
    if slot.season != Season.TERM:
        said += f", {Season(slot.season).label}"
    return said + _between(slot)


def _between(slot: Any) -> str:
    if slot.first_on and slot.last_on:
        days = {"first": long_date(slot.first_on), "last": long_date(slot.last_on)}
        return _(", du %(first)s au %(last)s") % days
    if slot.first_on:
        return _(", à partir du %(day)s") % {"day": long_date(slot.first_on)}
    return _(", jusqu’au %(day)s") % {"day": long_date(slot.last_on)} if slot.last_on else ""


def said(name: str, value: Any) -> str:
    """A value that the history kept."""
    match name, value:
        case _, None | "" | []:
            return _("rien")
        case (("starts_on" | "ends_on"), str(day)):
            return long_date(date.fromisoformat(day))
        case "slots", list(lines):
            return " · ".join(_slot(each) for each in lines)
        case _, bool(truth):
            return _("oui") if truth else _("non")
        case _, list(values):
            return ", ".join(labelled(each) for each in values)
        case _:
            return labelled(value)


def labelled(key: Any) -> str:
    for words in _LISTS:
        if key in words.values:
            return str(words(key).label)
    return str(key)


def _slot(line: dict[str, Any]) -> str:
    day = _("le %(day)s") % {"day": long_date(date.fromisoformat(line["first_on"]))} if line["first_on"] else ""
    day = str(WEEKDAYS[line["weekday"]]) if line["weekday"] is not None else day
    hours = f"{hour(time.fromisoformat(line['starts_at']))} – {hour(time.fromisoformat(line['ends_at']))}"
    return " ".join(filter(None, (day, hours, line["label"])))
