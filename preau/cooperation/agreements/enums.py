from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgreementKind(models.TextChoices):
    PLAN = "plan", _("convention du projet éducatif de territoire")
    WEDNESDAY = "wednesday", _("charte qualité du Plan mercredi")
    SHARING = "sharing", _("convention de partage de locaux ou de matériel")
    OTHER = "other", _("autre convention")

    @property
    def rests_on_plan(self) -> bool:
        """Its signatories commit to the text of an adopted plan."""
        return self in (AgreementKind.PLAN, AgreementKind.WEDNESDAY)


class AgreementState(models.TextChoices):
    DRAFT = "draft", _("en préparation")
    REVIEWED = "reviewed", _("relue, à voter")
    ADOPTED = "adopted", _("votée, à signer")
    SIGNED = "signed", _("signée par tous")
    IN_FORCE = "in_force", _("en vigueur")
    REVIEWED_YEARLY = "reviewed_yearly", _("en vigueur, bilan annuel fait")
    RENEWED = "renewed", _("renouvelée")
    EXPIRED = "expired", _("arrivée à son terme")
    TERMINATED = "terminated", _("dénoncée")


BEING_WRITTEN = (AgreementState.DRAFT, AgreementState.REVIEWED)
LIVING = (AgreementState.IN_FORCE, AgreementState.REVIEWED_YEARLY)
PROMISED = (AgreementState.ADOPTED, AgreementState.SIGNED, *LIVING)
"""Voted, and not ended."""


class SignatureWay(models.TextChoices):
    PAPER = "paper", _("sur papier")
    ELECTRONIC = "electronic", _("dans la plateforme")


class DelayKind(models.TextChoices):
    SIGNATURE = "signature", _("relance d’une signature")
    TERM = "term", _("alerte avant le terme")
