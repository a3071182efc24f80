"""The holiday zone of the town, and how a site's week is made, from a day on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import WeekPattern, ZoneTerm
from .permissions import CALENDAR

TERMS = (
    DatedTerm(
        ZoneTerm,
        "zone",
        Theme.TOWN,
        _("La zone de vacances"),
        _("Elle fait le calendrier scolaire de toute la ville."),
        _("Arrêté du calendrier scolaire national"),
        screen="workspace:calendar_zone",
        may=(CALENDAR, "edit"),
    ),
    DatedTerm(
        WeekPattern,
        "semaines",
        Theme.TOWN,
        _("Les horaires de chaque école"),
        _("L’organisation de la semaine d’un lieu, d’un jour à un autre, se règle sur la page de ce lieu."),
        _("Code de l’éducation, articles D. 521-10 à D. 521-12"),
        screen="workspace:sites",
        may=(CALENDAR, "read"),
    ),
)
