"""Closed lists: what a list says is never asked as free text (domain brief, c.1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Allergen(models.TextChoices):
    """The fourteen of the European rules on food (règlement 1169/2011, annexe II), and four met on an outing."""

    GLUTEN = "gluten", _("gluten")
    MILK = "milk", _("lait")
    EGG = "egg", _("œuf")
    PEANUT = "peanut", _("arachide")
    NUTS = "nuts", _("fruits à coque")
    SESAME = "sesame", _("sésame")
    SOYA = "soya", _("soja")
    FISH = "fish", _("poisson")
    CRUSTACEAN = "crustacean", _("crustacés")
    MOLLUSC = "mollusc", _("mollusques")
    CELERY = "celery", _("céleri")
    MUSTARD = "mustard", _("moutarde")
    LUPIN = "lupin", _("lupin")
    SULPHITE = "sulphite", _("sulfites")
    STINGS = "stings", _("piqûres d’insectes")
    POLLEN = "pollen", _("pollens")
    LATEX = "latex", _("latex, caoutchouc")
    MEDICINE = "medicine", _("un médicament")


class Meal(models.TextChoices):
    """What is on the plate, never why: a belief is neither asked nor guessed."""

    EVERYTHING = "everything", _("mange de tout")
    NO_PORK = "no_pork", _("sans porc")
    NO_MEAT = "no_meat", _("sans viande")
    NO_MEAT_NOR_FISH = "no_meat_nor_fish", _("sans viande ni poisson")
    LUNCH_BOX = "lunch_box", _("panier repas apporté par la famille")


class Part(models.TextChoices):
    """What a sheet is cut into: each reader has theirs (``permissions.PARTS``)."""

    SAFETY = "safety", _("allergies, repas et conduite à tenir")
    CONTACTS = "contacts", _("personnes à prévenir")
    CARE = "care", _("ce qui aide et ce qu’il faut éviter")
