from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.areas.enums import BarrierKind
from preau.town.opendata.models import Register


class Barrier(Register):
    """A line that nobody crosses on foot, or a passage through one: what makes two near places far.

    ``geometry`` is GeoJSON in WGS84: LineString or MultiLineString, Point for a passage.
    """

    kind = models.CharField(_("nature"), max_length=8, choices=BarrierKind)
    name = models.CharField(_("nom"), max_length=160, blank=True)
    geometry = models.JSONField(_("tracé"))

    class Meta:
        verbose_name = _("obstacle à pied")
        verbose_name_plural = _("obstacles à pied")
        ordering = ["kind", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "official_id"], name="barrier_once_by_commune"),
            models.CheckConstraint(condition=models.Q(kind__in=BarrierKind.values), name="barrier_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.name or str(BarrierKind(self.kind).label)

    @property
    def is_passage(self) -> bool:
        return self.kind == BarrierKind.PASSAGE
