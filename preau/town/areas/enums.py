"""The kinds of outline that the town knows."""

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
