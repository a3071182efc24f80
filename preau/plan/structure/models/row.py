from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanRow(models.Model):
    """A row of the plan's table: it sets a group of objectives beside a group of effects.

    The document never says which single objective answers to which effect; neither do we.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="rows")
    general_objective = models.ForeignKey("plan.PlanItem", models.CASCADE, related_name="rows")
    code = models.CharField(_("repère"), max_length=24)
    position = models.PositiveIntegerField(_("ordre"))

    class Meta:
        verbose_name = _("ligne du tableau")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="row_code_once_by_plan")]

    def __str__(self) -> str:
        return self.code
