"""What one finds on a ground, and what passers-by say of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sport(models.TextChoices):
    FOOTBALL = "football", _("football")
    BASKETBALL = "basketball", _("basket")
    HANDBALL = "handball", _("handball")
    VOLLEYBALL = "volleyball", _("volley")
    TENNIS = "tennis", _("tennis")
    TABLE_TENNIS = "table_tennis", _("tennis de table")
    SKATE = "skate", _("skate, roller et trottinette")
    FITNESS = "fitness", _("musculation en plein air")
    RUNNING = "running", _("course à pied")
    PETANQUE = "petanque", _("pétanque")
    CLIMBING = "climbing", _("escalade")
    DANCE = "dance", _("danse et double dutch")
    BADMINTON = "badminton", _("badminton")
    RUGBY = "rugby", _("rugby")
    CYCLING = "cycling", _("vélo")


class Shade(models.TextChoices):
    UNKNOWN = "", _("on ne sait pas")
    NONE = "none", _("pas d’ombre")
    PART = "part", _("un peu d’ombre")
    FULL = "full", _("beaucoup d’ombre")


class Wheelchair(models.TextChoices):
    UNKNOWN = "", _("on ne sait pas")
    YES = "yes", _("accessible en fauteuil")
    PART = "part", _("accessible en partie")
    NO = "no", _("pas accessible en fauteuil")


class ReportKind(models.TextChoices):
    """What anybody may say in one tap."""

    OPEN = "open", _("ouvert")
    BUSY = "busy", _("il y a du monde")
    BROKEN = "broken", _("abîmé ou fermé")


class WordsState(models.TextChoices):
    """What becomes of the words that go with a report: nobody's are shown before an agent has read them."""

    NONE = "none", _("sans commentaire")
    WAITING = "waiting", _("à relire")
    SHOWN = "shown", _("montré")
    DISMISSED = "dismissed", _("écarté")


class ClosingReason(models.TextChoices):
    REPAIR = "repair", _("réparation")
    WORKS = "works", _("travaux")
    EVENT = "event", _("événement")
    WEATHER = "weather", _("météo")
    SAFETY = "safety", _("sécurité")
    OTHER = "other", _("autre raison")


class AgeBand(models.TextChoices):
    """As an eye can tell, no more."""

    SMALL = "small", _("moins de 6 ans")
    CHILD = "child", _("6 à 10 ans")
    TEEN = "teen", _("11 à 14 ans")
    YOUTH = "youth", _("15 à 17 ans")
    ADULT = "adult", _("18 ans et plus")


class Seen(models.TextChoices):
    GIRLS = "girls", _("filles et femmes")
    BOYS = "boys", _("garçons et hommes")
