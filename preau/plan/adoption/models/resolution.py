from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CouncilResolution(models.Model):
    """The council's vote (délibération) that adopted a plan, and the version that it fixed. One by plan, for good."""

    plan = models.OneToOneField("plan.TerritorialEducationPlan", models.CASCADE, related_name="resolution")
    version = models.OneToOneField("versions.PlanVersion", models.CASCADE, related_name="resolution")
    number = models.CharField(_("numéro de la délibération"), max_length=60)
    decided_on = models.DateField(_("votée le"))
    scan = models.OneToOneField("files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(_("enregistrée le"))
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("délibération")
        constraints = [models.CheckConstraint(condition=~models.Q(number=""), name="a_resolution_has_a_number")]

    def __str__(self) -> str:
        return self.number
