"""The words of a campaign (domain brief, f.2 and f.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CampaignState(models.TextChoices):
    PREPARED = "prepared", _("en préparation")
    RULES_ADOPTED = "rules_adopted", _("règles adoptées")
    ANNOUNCED = "announced", _("annoncée")
    OPEN = "open", _("ouverte aux vœux")
    CLOSED = "closed", _("vœux clos")
    DECIDED = "decided", _("places attribuées")
    NOTIFIED = "notified", _("familles prévenues")
    SECOND = "second", _("second tour publié")
    SETTLED = "settled", _("terminée")
    CANCELLED = "cancelled", _("annulée")


class LegalProfile(models.TextChoices):
    """What the law says of the service limits the criteria that may be chosen (brief, c.4 and f.4)."""

    LUNCH = "lunch", _("restauration scolaire")
    OUT_OF_CLASS = "out_of_class", _("accueil périscolaire ou de loisirs")
    SPORT_CULTURE = "sport_culture", _("sport, culture, vacances")
    EARLY_YEARS = "early_years", _("petite enfance")


class ApplicationState(models.TextChoices):
    DRAFT = "draft", _("brouillon")
    SENT = "sent", _("envoyée")
    WITHDRAWN = "withdrawn", _("retirée")


class RunKind(models.TextChoices):
    SIMULATION = "simulation", _("essai")
    OFFICIAL = "official", _("tirage officiel")
    SECOND = "second", _("second tour")


class OverrideReason(models.TextChoices):
    """Why two named people moved somebody: a closed list, counted in public."""

    PROTECTION = "protection", _("protection d’un enfant")
    SHELTER = "shelter", _("famille hébergée en urgence")
    DATA_ERROR = "data_error", _("renseignement corrigé")
    COURT = "court", _("décision de justice")


class AppealKind(models.TextChoices):
    REVIEW = "review", _("nouvel examen par la ville")
    DEFENDER = "defender", _("Défenseur des droits")
    COURT = "court", _("tribunal administratif")
