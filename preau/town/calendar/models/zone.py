from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ZoneTerm(models.Model):
    """The holiday zone of the town, from a day to a day (the zones of France change)."""

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="zones")
    zone = models.CharField(_("zone"), max_length=40)
    valid_from = models.DateField(_("depuis le"))
    valid_to = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("zone de vacances")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="one_zone_begins_by_day"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="zone_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.zone
