"""The vocabulary of what schools ask for their classes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class WishState(models.TextChoices):
    """A request of a class, in the order of an ordinary life; the last three are ends that nobody wishes."""

    ASKED = "asked", _("à confirmer par la direction")
    CONFIRMED = "confirmed", _("transmise à l’organisateur")
    WAITING = "waiting", _("en file d’attente")
    ACCEPTED = "accepted", _("acceptée")
    DONE = "done", _("vécue par la classe")
    DECLINED = "declined", _("non retenue par la direction")
    REFUSED = "refused", _("refusée par l’organisateur")
    WITHDRAWN = "withdrawn", _("retirée")


class HalfDay(models.TextChoices):
    """When a class could come. A class moves on school time, hence no evening."""

    MONDAY_AM = "mon_am", _("lundi matin")
    MONDAY_PM = "mon_pm", _("lundi après-midi")
    TUESDAY_AM = "tue_am", _("mardi matin")
    TUESDAY_PM = "tue_pm", _("mardi après-midi")
    WEDNESDAY_AM = "wed_am", _("mercredi matin")
    WEDNESDAY_PM = "wed_pm", _("mercredi après-midi")
    THURSDAY_AM = "thu_am", _("jeudi matin")
    THURSDAY_PM = "thu_pm", _("jeudi après-midi")
    FRIDAY_AM = "fri_am", _("vendredi matin")
    FRIDAY_PM = "fri_pm", _("vendredi après-midi")


class Provenance(models.TextChoices):
    """Who says that a group lived something (brief d.4: what the school declares stays the school’s word)."""

    TOWN = "town", _("constaté par l’organisateur")
    SCHOOL = "school", _("déclaré par l’école")
