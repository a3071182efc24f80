"""Which criteria a service may use, and from what each is known. Pure: nothing here reads a family.

The engine's list is closed already; the law narrows it further, service by service (brief, c.4): a canteen is a right
of every pupil, so the work of parents never counts there.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .enums import LegalProfile as P


@dataclass(frozen=True, slots=True)
class Known:
    """``words`` complete « les enfants qui … »; ``source``: where the fact comes from, as families read it."""

    words: str | Promise
    source: str | Promise


KNOWN: dict[str, Known] = {
    "resident": Known(_("habitent la commune"), _("l’adresse du foyer")),
    "near": Known(_("habitent le quartier de l’activité"), _("l’adresse du foyer et celle du lieu")),
    "sibling_there": Known(
        _("ont un frère ou une sœur déjà inscrit dans ce lieu"), _("les inscriptions de la fratrie")
    ),
    "not_served_last_year": Known(
        _("n’ont eu aucune place l’an dernier"), _("les inscriptions de l’année scolaire précédente")
    ),
    "continues": Known(_("poursuivent cette activité commencée l’an dernier"), _("les inscriptions de l’an dernier")),
    "last_year_of_age": Known(_("n’auront plus l’âge l’an prochain"), _("la date de naissance")),
    "low_quotient": Known(
        _("ont un quotient familial parmi les plus bas"), _("le quotient familial enregistré pour le foyer")
    ),
    "inclusion": Known(
        _("sont attendus avec l’accompagnement décidé par l’équipe"), _("la décision de l’équipe d’accueil")
    ),
}
"""The criteria that Préau can read by itself from a family's file. Others wait for their source."""

_LUNCH = frozenset({"resident", "sibling_there", "inclusion", "low_quotient"})
ALLOWED: dict[str, frozenset[str]] = {
    P.LUNCH: _LUNCH,
    P.OUT_OF_CLASS: frozenset(KNOWN),
    P.SPORT_CULTURE: frozenset(KNOWN),
    P.EARLY_YEARS: frozenset(KNOWN) - {"continues", "last_year_of_age"},
}
LOW_QUOTIENT = 600
"""Euros a month, up to which a quotient counts as low; told in the rules of the campaign that uses it."""


def allowed(profile: str) -> dict[str, Known]:
    return {code: known for code, known in KNOWN.items() if code in ALLOWED[profile]}
