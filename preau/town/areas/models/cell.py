from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models import Register


class GridCell(Register):
    """A square of 200 m of INSEE: how many people of each age live there, never who.

    ``lon`` and ``lat`` are its middle (WGS84). Counts are INSEE's own, decimals included. A square astride several
    towns counts all its inhabitants: ``communes`` lists them, and ``share`` is the part inside this town (0 to 1).
    """

    lon = models.FloatField(_("longitude"))
    lat = models.FloatField(_("latitude"))
    outline = models.JSONField(_("contour"))
    communes = models.JSONField(_("communes"), default=list)
    share = models.FloatField(_("part dans la commune"), default=1)
    people = models.FloatField(_("habitants"))
    households = models.FloatField(_("ménages"), default=0)
    poor_households = models.FloatField(_("ménages pauvres"), default=0)
    single_parent_households = models.FloatField(_("ménages monoparentaux"), default=0)
    large_households = models.FloatField(_("ménages de cinq personnes ou plus"), default=0)
    living_standard_sum = models.FloatField(_("somme des niveaux de vie"), default=0)
    aged_0_3 = models.FloatField(_("0-3 ans"), default=0)
    aged_4_5 = models.FloatField(_("4-5 ans"), default=0)
    aged_6_10 = models.FloatField(_("6-10 ans"), default=0)
    aged_11_17 = models.FloatField(_("11-17 ans"), default=0)
    aged_18_24 = models.FloatField(_("18-24 ans"), default=0)
    is_imputed = models.BooleanField(_("valeur approchée par l’INSEE"), default=False)

    class Meta:
        verbose_name = _("carreau de 200 m")
        constraints = [
            models.UniqueConstraint(fields=["commune", "official_id"], name="cell_once_by_commune"),
            models.CheckConstraint(condition=models.Q(share__range=(0, 1)), name="cell_share_is_a_share"),
        ]

    def __str__(self) -> str:
        return self.official_id
