"""What is done at the desk, and what silence means afterwards (domain brief, c.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Procedure(models.TextChoices):
    FAMILY_FILE = "family_file", _("tenir le dossier de la famille")
    DOCUMENT = "document", _("donner une pièce justificative")
    QUOTIENT = "quotient", _("faire connaître son quotient familial")
    CONSENT = "consent", _("donner ou retirer un accord")
    MANDATE = "mandate", _("confier ses démarches à l’accueil")
    REGISTRATION = "registration", _("inscrire un enfant")
    RELEASE = "release", _("rendre une place")
    WISHES = "wishes", _("faire des vœux")
    ABSENCE = "absence", _("prévenir d’une absence")
    HEALTH = "health", _("remettre une fiche santé")


class Silence(models.TextChoices):
    """What it means when the town says nothing before the day."""

    ACCEPTED = "accepted", _("l’absence de réponse vaut accord")
    REFUSED = "refused", _("l’absence de réponse vaut refus")


class OpeningReason(models.TextChoices):
    """Why a family's file is opened. Asked each time, kept in the journal."""

    COUNTER = "counter", _("la personne est au guichet")
    PHONE = "phone", _("la personne est au téléphone")
    PAPER = "paper", _("un courrier ou un formulaire est arrivé")
    PAPERS = "papers", _("une pièce est à vérifier")
    ANSWER = "answer", _("une réponse est à donner à la famille")


class PaperRefusal(models.TextChoices):
    """Why a paper is given back: the family reads it."""

    UNREADABLE = "unreadable", _("la pièce n’est pas lisible")
    EXPIRED = "expired", _("la pièce n’est plus valable")
    WRONG_KIND = "wrong_kind", _("ce n’est pas la pièce demandée")
    OTHER_NAME = "other_name", _("le nom ou l’adresse ne sont pas ceux du dossier")
    INCOMPLETE = "incomplete", _("il manque une page ou une signature")
