"""How fast children walk, as the town decides it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Theme

from .models import WalkingPace
from .permissions import AREAS

TERMS = (
    DatedTerm(
        WalkingPace,
        "marche",
        Theme.TOWN,
        _("La vitesse de marche"),
        _("Elle fait les temps de trajet, et donc les activités qu’un enfant peut enchaîner."),
        _("Choix de la ville"),
        screen="workspace:areas",
        may=(AREAS, "decide_pace"),
    ),
)
