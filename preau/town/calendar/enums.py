"""Vocabulary of the calendar. The bands of a child's week, and who answers for the child in each: brief, e.1."""

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


class WeekSeason(models.TextChoices):
    """In which weeks of the year a pattern holds: those with class, or those of the holidays."""

    SCHOOL = "school", _("semaines d’école")
    HOLIDAYS = "holidays", _("semaines de vacances")


class DayKind(models.TextChoices):
    """What a day is for the whole town. What opens that day is said by the week of each site."""

    TERM = "term", _("période scolaire")
    WEEKEND = "weekend", _("fin de semaine")
    HOLIDAYS = "holidays", _("vacances scolaires")
    BANK_HOLIDAY = "bank_holiday", _("jour férié")
    CLOSED = "closed", _("fermeture")


class ClosureKind(models.TextChoices):
    BRIDGE = "bridge", _("pont")
    WORKS = "works", _("travaux")
    ELECTION = "election", _("élections")
    STRIKE = "strike", _("grève")
    OTHER = "other", _("autre raison")
