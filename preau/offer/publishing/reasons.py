"""Why an entry is not taken, or not yet: a list that everybody may read beforehand, so that nobody is surprised."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class RefusalCause(models.TextChoices):
    NOT_FOR_THEM = "not_for_them", _("ne s’adresse ni aux enfants, ni aux jeunes, ni à leurs familles, ni aux classes")
    ELSEWHERE = "elsewhere", _("se passe hors de la ville et n’accueille pas ses habitants")
    COMMERCIAL = "commercial", _("vend un produit ou cherche des clients")
    NEUTRALITY = "neutrality", _("ne respecte pas le contrat d’engagement républicain")
    SAFETY = "safety", _("ne garantit pas la sécurité des enfants")
    TWICE = "twice", _("est déjà dans le catalogue")
    NOT_TRUE = "not_true", _("annonce ce qui n’existe pas ou n’existe plus")


class ChangeCause(models.TextChoices):
    WORDS = "words", _("le texte est à rendre plus simple ou plus clair")
    WHO = "who", _("l’âge ou le public est à préciser")
    WHEN = "when", _("les jours ou les horaires sont à corriger")
    WHERE = "where", _("le lieu est à préciser")
    PRICE = "price", _("le tarif est à préciser")
    ADAPTATION = "adaptation", _("ce qui est adapté est à préciser")
    CONTACT = "contact", _("la personne à joindre est à préciser")
    PAPER = "paper", _("une pièce de l’organisation manque ou n’est plus valable")
