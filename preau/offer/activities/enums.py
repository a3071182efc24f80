"""The vocabulary of the catalogue. ``Domain`` is frozen: effects are measured by it from one year to the next."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Domain(models.TextChoices):
    """Fourteen domains (brief b.1, A1.G1.E5: a list of 12 to 15 that does not move during a plan)."""

    BALL_GAMES = "ball_games", _("sports collectifs et de balle")
    WATER = "water", _("natation et sports d’eau")
    COMBAT = "combat", _("arts martiaux et combat")
    MOTION = "motion", _("gymnastique, athlétisme et plein air")
    MUSIC = "music", _("musique et chant")
    DANCE = "dance", _("danse et cirque")
    STAGE = "stage", _("théâtre et expression")
    VISUAL = "visual", _("arts plastiques et image")
    READING = "reading", _("lecture et écriture")
    SCIENCE = "science", _("sciences et numérique")
    NATURE = "nature", _("nature et jardin")
    PLAY = "play", _("jeux et fabrication")
    CITIZENSHIP = "citizenship", _("citoyenneté et langues")
    SUPPORT = "support", _("aide aux devoirs et accompagnement")


class Pillar(models.TextChoices):
    """The three pillars of the arts and culture path (PEAC)."""

    MEET = "meet", _("rencontrer")
    PRACTISE = "practise", _("pratiquer")
    KNOW = "know", _("s’approprier")


class Public(models.TextChoices):
    CHILD = "child", _("enfants")
    YOUNG = "young", _("jeunes")
    FAMILY = "family", _("familles")
    CLASS = "class", _("classes et groupes")
    PROFESSIONAL = "professional", _("professionnels")


class SchoolLevel(models.TextChoices):
    PS = "ps", _("petite section")
    MS = "ms", _("moyenne section")
    GS = "gs", _("grande section")
    CP = "cp", _("CP")
    CE1 = "ce1", _("CE1")
    CE2 = "ce2", _("CE2")
    CM1 = "cm1", _("CM1")
    CM2 = "cm2", _("CM2")
    SIXTH = "6e", _("6e")
    FIFTH = "5e", _("5e")
    FOURTH = "4e", _("4e")
    THIRD = "3e", _("3e")
    SECOND = "2de", _("2de")
    FIRST = "1re", _("1re")
    LAST = "term", _("terminale")


class EntryState(models.TextChoices):
    """The life of an entry (pattern P6)."""

    DRAFT = "draft", _("brouillon")
    PROPOSED = "proposed", _("proposée")
    TO_CHANGE = "to_change", _("à compléter")
    PUBLISHED = "published", _("publiée")
    STALE = "stale", _("à vérifier")
    REFUSED = "refused", _("refusée")
    WITHDRAWN = "withdrawn", _("retirée")


class Rhythm(models.TextChoices):
    WEEKLY = "weekly", _("chaque semaine")
    FORTNIGHTLY = "fortnightly", _("une semaine sur deux")
    HOLIDAYS = "holidays", _("chaque jour des vacances")
    ONCE = "once", _("une fois")


class Season(models.TextChoices):
    """In which weeks a slot runs."""

    TERM = "term", _("en période scolaire")
    HOLIDAYS = "holidays", _("pendant les vacances")
    ALWAYS = "always", _("toute l’année")


class Booking(models.TextChoices):
    """How one comes."""

    NONE = "none", _("sans inscription")
    CONTACT = "contact", _("auprès de l’organisateur")
    TOWN = "town", _("auprès de la ville")
