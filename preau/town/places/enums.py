from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SiteKind(models.TextChoices):
    SCHOOL = "school", _("école et son accueil")
    SECONDARY = "secondary", _("collège ou lycée")
    EARLY_YEARS = "early_years", _("lieu d’accueil du jeune enfant")
    LEISURE = "leisure", _("centre de loisirs")
    SPORT = "sport", _("équipement sportif")
    CULTURE = "culture", _("lieu de culture")
    OPEN_AIR = "open_air", _("parc, jardin ou cour")
    OTHER = "other", _("autre lieu")


class PlaceRegister(models.TextChoices):
    """The registers that speak of places; each is a kind of import."""

    SCHOOLS = "schools", _("annuaire de l’éducation")
    SPORTS = "sports", _("recensement des équipements sportifs")
    ACCESS = "access", _("acceslibre")
    DIGITAL = "digital", _("lieux de médiation numérique")


class Season(models.TextChoices):
    """On which days of the school calendar an opening holds."""

    ALWAYS = "always", _("toute l’année")
    TERM = "term", _("hors vacances scolaires")
    HOLIDAYS = "holidays", _("pendant les vacances scolaires")
