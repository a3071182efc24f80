"""When children are in a collective care of minors (accueil collectif de mineurs, CASF R. 227-1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Setting(models.TextChoices):
    AROUND_SCHOOL = "around_school", _("périscolaire : les jours d’école et le mercredi")
    OUT_OF_SCHOOL = "out_of_school", _("extrascolaire : vacances, samedi et dimanche")
    WALK = "walk", _("trajet entre l’école et un autre lieu")


class RatioCase(models.TextChoices):
    """The cases that the law tells apart. A plan is an education plan signed by the town and the State."""

    OUT_OF_SCHOOL = "out_of_school", _("extrascolaire")
    AROUND = "around", _("périscolaire sans projet éducatif, cinq heures au plus")
    AROUND_LONG = "around_long", _("périscolaire sans projet éducatif, plus de cinq heures de suite")
    AROUND_PLAN = "around_plan", _("périscolaire avec projet éducatif, cinq heures au plus")
    AROUND_PLAN_LONG = "around_plan_long", _("périscolaire avec projet éducatif, plus de cinq heures de suite")
    WALK = "walk", _("trajet entre l’école et un autre lieu")
