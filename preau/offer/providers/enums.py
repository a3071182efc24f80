"""The vocabulary of those who offer."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class JoinState(models.TextChoices):
    SENT = "sent", _("adresse à confirmer")
    CONFIRMED = "confirmed", _("à lire par la ville")
    ACCEPTED = "accepted", _("acceptée")
    REFUSED = "refused", _("refusée")


class JoinRefusal(models.TextChoices):
    """Why a request is not taken: shown on the form, so that nobody is surprised."""

    NOT_FOR_THEM = "not_for_them", _("l’association ne s’adresse ni aux enfants, ni aux jeunes, ni à leurs familles")
    ELSEWHERE = "elsewhere", _("elle n’agit pas dans la ville")
    UNKNOWN = "unknown", _("elle n’est pas déclarée, ou plus")
    COMMERCIAL = "commercial", _("son but est commercial")
    NEUTRALITY = "neutrality", _("elle ne signe pas le contrat d’engagement républicain")
    NOT_THE_PERSON = "not_the_person", _("la personne n’est pas connue de l’association")


class PaperKind(models.TextChoices):
    INSURANCE = "insurance", _("assurance responsabilité civile")
    REPUBLICAN = "republican", _("contrat d’engagement républicain")
    HONOUR = "honour", _("honorabilité des encadrants")
    APPROVAL = "approval", _("agrément pour intervenir auprès des classes")


class PaperState(models.TextChoices):
    DECLARED = "declared", _("à contrôler par la ville")
    VALID = "valid", _("contrôlée")
    REFUSED = "refused", _("non conforme")


class DelayKind(models.TextChoices):
    """``FRESHNESS`` in months, the others in days before the day."""

    FRESHNESS = "freshness", _("durée avant de vérifier une fiche, en mois")
    FRESHNESS_NOTICE = "notice", _("rappels avant qu’une fiche soit à vérifier, en jours")
    PAPER_NOTICE = "paper", _("rappels avant la fin d’une pièce, en jours")
