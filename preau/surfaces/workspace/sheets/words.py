"""Facts of a sheet as people read them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from preau.foundation.design.typography import NARROW, WIDE
from preau.plan.sheets.enums import Audience, Theme
from preau.town.calendar.enums import TimeBand

LABELS: dict[str, Promise] = {
    "title": _("Intitulé de l’action"),
    "summary": _("En une phrase"),
    "description": _("Ce que font les enfants"),
    "means": _("Moyens"),
    "owner": _("Portée par"),
    "co_owner": _("Organisation associée"),
    "contact": _("Personne à contacter"),
    "objectives": _("Objectifs servis"),
    "audiences": _("Pour qui"),
    "bands": _("Temps de la semaine"),
    "sites": _("Lieux"),
    "starts_on": _("Premier jour"),
    "ends_on": _("Dernier jour"),
    "age_from": _("Âge le plus bas"),
    "age_to": _("Âge le plus haut"),
    "themes": _("Thèmes"),
    "partners": _("Partenaires"),
    "milestones": _("Étapes"),
    "budget": _("Budget prévu"),
    "grants": _("Montants accordés"),
    "documents": _("Documents joints"),
    "apps": _("Applications"),
    "validations": _("Validations"),
    "opinion": _("Avis"),
}


def euros(amount: Decimal | str | float) -> str:
    """``1 200,50 €`` with blanks that keep it on one line; no cents where there are none."""
    whole, cents = f"{Decimal(str(amount)):,.2f}".split(".")
    if get_language() == "en":
        return f"€{whole}{'.' + cents if int(cents) else ''}"
    return f"{whole.replace(',', NARROW)}{',' + cents if int(cents) else ''}{WIDE}€"


def labelled(key: Any) -> str:
    """The label of an audience, of a band of the week or of a theme."""
    for words in (Audience, TimeBand, Theme):
        if key in words.values:
            return str(words(key).label)
    return str(key)
