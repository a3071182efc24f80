"""The bands of a child's week, and who answers for the child in each (domain brief, e.1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class TimeBand(models.TextChoices):
    EARLY = "early", _("petite enfance")
    MORNING = "morning", _("accueil du matin")
    SCHOOL = "school", _("temps scolaire")
    LUNCH = "lunch", _("pause méridienne")
    EVENING = "evening", _("accueil du soir")
    WEDNESDAY = "wednesday", _("mercredi")
    HOLIDAY = "holiday", _("vacances")
    YOUTH = "youth", _("accueil de jeunes")
    CLUB = "club", _("clubs et temps libre")
