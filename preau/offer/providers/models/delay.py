from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.providers.enums import DelayKind


class CatalogueDelay(models.Model):
    """How long something holds or when it is recalled, from a day on, as the town decided it (see ``DelayKind``)."""

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="catalogue_delays")
    kind = models.CharField(_("nature"), max_length=10, choices=DelayKind)
    steps = models.JSONField(_("paliers"))
    valid_from = models.DateField(_("à partir du"))
    set_at = models.DateTimeField(_("réglé le"))
    set_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("délai du catalogue")
        ordering = ["kind", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind", "valid_from"], name="one_catalogue_delay_by_day")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.valid_from}"
