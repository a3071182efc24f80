"""The kinds of outline that the town knows, and of what nobody crosses on foot but at a passage."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AreaKind(models.TextChoices):
    COMMUNE = "commune", _("commune")
    QUARTER = "quarter", _("quartier")
    IRIS = "iris", _("îlot statistique (IRIS)")
    PRIORITY = "priority", _("quartier prioritaire")
    CATCHMENT = "catchment", _("secteur scolaire")
    WATER = "water", _("fleuve, rivière ou plan d’eau")


class BarrierKind(models.TextChoices):
    RAILWAY = "railway", _("voie ferrée")
    ROAD = "road", _("autoroute ou voie rapide")
    RIVER = "river", _("fleuve, rivière ou canal")
    PASSAGE = "passage", _("passage : pont, souterrain, traversée")
