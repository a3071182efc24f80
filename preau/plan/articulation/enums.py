"""The two sides of a site, what can bring them together, what a week can lack."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    SCHOOL = "school", _("école")
    CARE = "care", _("accueil")

    @property
    def other(self) -> Side:
        return Side.CARE if self == Side.SCHOOL else Side.SCHOOL


class CrossingKind(models.TextChoices):
    """Why two projects could meet, the strongest reason first. Words, because a figure would look like a mark."""

    SAME_TIME = "same_time", _("même thème, au même moment")
    OTHER_TIME = "other_time", _("même thème, à un autre moment")
    COMPLEMENTARY = "complementary", _("thèmes qui se complètent, au même moment")


class FindingKind(models.TextChoices):
    """What is worth a look in a week, the most urgent first."""

    OVERLAP = "overlap", _("chevauchement")
    HOLE = "hole", _("trou")
    REPETITION = "repetition", _("répétition")
    OUTSIDE = "outside", _("hors des heures d’ouverture")
