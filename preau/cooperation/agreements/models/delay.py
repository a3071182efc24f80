from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import DelayKind


class DelayRule(models.Model):
    """When to remind and to sound the alarm, from a day on: ``steps`` in days or in months (see ``DelayKind``)."""

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="delay_rules")
    kind = models.CharField(_("nature"), max_length=12, choices=DelayKind)
    steps = models.JSONField(_("paliers"))
    valid_from = models.DateField(_("à partir du"))
    set_at = models.DateTimeField(_("réglé le"))
    set_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("délai")
        ordering = ["kind", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["commune", "kind", "valid_from"], name="one_delay_rule_by_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.valid_from}"
