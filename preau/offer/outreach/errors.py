"""Why a list can't be opened, each in a sentence for whoever asked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Refusal(models.TextChoices):
    NOT_REFERENT = "not_referent", _("Seul le référent désigné par l’administration ouvre une liste.")
    EVERYBODY = "everybody", _("Choisissez au moins un quartier, un âge ou une tranche de quotient.")
    TOO_SMALL = (
        "too_small",
        _("Ce groupe compte trop peu d’enfants pour être nommé : élargissez-le. Une liste ne vise jamais une famille."),
    )
    TOO_MANY = (
        "too_many",
        _("Ce groupe est trop grand pour être appelé dans le délai : resserrez-le à un quartier ou à un âge."),
    )
    NOBODY = (
        "nobody",
        _("Personne à appeler : les enfants de ce groupe sont venus, attendent une place, ou leur famille s’y oppose."),
    )
    ALREADY = "already", _("Une liste est déjà ouverte pour ce groupe : finissez-la avant d’en ouvrir une autre.")


class NotOpened(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal.value))
        self.refusal = refusal


class WrongReferent(Exception):
    """A referent receives families already, and is designated by somebody else."""


class ListClosed(Exception):
    """Nothing is written on a list that is over."""
