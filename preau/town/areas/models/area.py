from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.areas.enums import AreaKind
from preau.town.opendata.models import Register


class Area(Register):
    """An outline: the town, a quarter, an IRIS, a priority quarter. Degrees in WGS84.

    ``outline`` is a GeoJSON geometry (Polygon or MultiPolygon). The four sides are its bounding box, so that most
    areas are put aside without looking at the outline.
    """

    kind = models.CharField(_("nature"), max_length=12, choices=AreaKind)
    name = models.CharField(_("nom"), max_length=160)
    insee_code = models.CharField(_("commune"), max_length=5, blank=True)
    outline = models.JSONField(_("contour"))
    west = models.FloatField(_("ouest"))
    south = models.FloatField(_("sud"))
    east = models.FloatField(_("est"))
    north = models.FloatField(_("nord"))
    facts = models.JSONField(_("autres informations"), default=dict, blank=True)

    class Meta:
        verbose_name = _("territoire")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind", "official_id"], name="area_once_by_commune"),
            models.CheckConstraint(
                condition=models.Q(west__lte=models.F("east"), south__lte=models.F("north")), name="area_box_is_a_box"
            ),
        ]

    def __str__(self) -> str:
        return self.name
