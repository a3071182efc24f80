"""What a plan needs before a council may vote it. Each label is the sentence that is true once it is fulfilled."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Need(models.TextChoices):
    BRANCHES = "branches", _("Aucun axe et aucun objectif général n’est vide")
    EFFECTS = "effects", _("Chaque effet attendu répond à un objectif")
    DECISIONS = "decisions", _("La ville a décidé tout ce qui l’attendait")
    POINTS = "points", _("Le texte ne laisse plus rien en suspens")
    SUGGESTIONS = "suggestions", _("Chaque proposition a reçu sa réponse")
    RETURNS = "returns", _("Chaque copie renvoyée est dépouillée")
    TERM = "term", _("Les dates du projet sont fixées")
    OWNERS = "owners", _("Chaque objectif a un porteur")
    HORIZONS = "horizons", _("Chaque objectif a une échéance pendant la durée du projet")
    INTRODUCTION = "introduction", _("Le projet se présente aux familles")


ADVICE = frozenset({Need.INTRODUCTION})
"""Better with it, but the council may vote without."""


class Lack(models.TextChoices):
    """Why a thing stands in the checklist, where the line itself does not say it all."""

    ABSENT = "absent", ""
    TOO_EARLY = "too_early", _("avant le début du projet")
    TOO_LATE = "too_late", _("après la fin du projet")
    NOTHING = "nothing", _("le projet est vide")


class DayFault(models.TextChoices):
    """Why the day of a vote cannot be right."""

    FUTURE = "future", _("Cette date n’est pas encore passée. Indiquez le jour où le conseil a voté.")
    BEFORE_PREVIOUS = "before_previous", _("Le projet précédent a été adopté après cette date. Vérifiez le jour.")
    BEFORE_THE_LAW = "before_the_law", _("Aucun projet éducatif de territoire n’existait à cette date.")
    AFTER_THE_END = "after_the_end", _("À cette date le projet est déjà terminé. Vérifiez le jour, ou ses dates.")
