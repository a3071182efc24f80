"""The words of an indicator (domain brief, b.0 bis)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where the value comes from, said before the value: a town never believes that all counts itself."""

    COUNTED = "counted", _("se compte seul")
    WAITING = "waiting", _("attend un outil")
    TYPED = "typed", _("saisi à la main, avec une preuve")
    SURVEY = "survey", _("demandé par une enquête")
    OUTSIDE = "outside", _("donné par une autre source, avec sa date")

    @property
    def takes_values(self) -> bool:
        """Whether somebody types it. One that waits for a tool may be typed meanwhile."""
        return self != Status.COUNTED


class Module(models.TextChoices):
    """What the house does not hold yet, and without which an indicator can't be counted."""

    MEETINGS = "meetings", _("les réunions et leurs comptes rendus")
    TRAINING = "training", _("les formations communes")
    LENDING = "lending", _("le prêt de matériel et les réservations")
    HANDOVER = "handover", _("les passerelles et les fiches de passage")
    INCLUSION = "inclusion", _("l’accueil des enfants en situation de handicap")
    PUBLICATIONS = "publications", _("les publications aux familles et leur preuve de lecture")
    SAFEGUARDING = "safeguarding", _("le protocole de signalement")
    PROCEDURES = "procedures", _("le suivi des démarches d’un bout à l’autre")
    RESOURCES = "resources", _("le répertoire des ressources pour les parents")
    FEEDBACK = "feedback", _("les retours des familles et des partenaires")
    SCHOOL_SESSIONS = "school_sessions", _("les interventions dans les collèges et lycées")
    YOUTH = "youth", _("l’accueil des jeunes et leurs demandes")
    INTERNSHIPS = "internships", _("les stages dans les services de la ville")


class Direction(models.TextChoices):
    UP = "up", _("mieux si cela monte")
    DOWN = "down", _("mieux si cela baisse")
    RISE_THEN_HOLD = "rise_then_hold", _("mieux si cela monte, puis se maintient")
    ZERO = "zero", _("mieux si l’écart se réduit")
    ONE = "one", _("mieux si cela approche de 1")
    FULL = "full", _("doit atteindre 100 %")
    NONE = "none", _("ni bon ni mauvais en soi : à lire avec un autre")


class Period(models.TextChoices):
    YEAR = "year", _("année scolaire")
    TERM = "term", _("trimestre")
    MONTH = "month", _("mois")
    JUNE = "june", _("au 30 juin")
    CYCLE = "cycle", _("fin de cycle")
    ACTION = "action", _("à chaque action")


class Unit(models.TextChoices):
    SHARE = "share", _("part, en %")
    POINTS = "points", _("écart, en points")
    GAP = "gap", _("écart")
    MEAN = "mean", _("moyenne")
    COUNT = "count", _("nombre")
    DAYS = "days", _("jours")
    HOURS = "hours", _("heures")
    MINUTES = "minutes", _("minutes")
    GRAMS = "grams", _("grammes")
    SCORE = "score", _("note de 0 à 100")
    ANSWERS = "answers", _("bonnes réponses de plus, sur 5")
    RATE = "rate", _("pour 1 000 journées d’enfant")
    RATIO = "ratio", _("rapport, 1 pour l’égalité")
    INDEX = "index", _("indice")


class Sensitivity(models.TextChoices):
    """Which threshold hides its small numbers: stricter where income, disability, health, bullying or aid show."""

    ORDINARY = "ordinary", _("données courantes")
    SENSITIVE = "sensitive", _("données sensibles")


class Breakdown(models.TextChoices):
    AREA = "area", _("quartier")
    LEVEL = "level", _("niveau scolaire")
    SEX = "sex", _("filles et garçons")
    QUOTIENT = "qf_band", _("tranche de quotient familial")
    AGE = "age_band", _("tranche d’âge")
    DOMAIN = "domain", _("domaine d’activité")
