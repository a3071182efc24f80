from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetMilestone(models.Model):
    """Something to have done by a day, before, during or after the action."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="milestones")
    name = models.CharField(_("étape"), max_length=160)
    due_on = models.DateField(_("pour le"))
    done_at = models.DateTimeField(_("faite le"), null=True, blank=True)
    done_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("étape")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], condition=models.Q(done_at__isnull=True), name="milestone_to_come")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    def is_late(self, today: date) -> bool:
        return self.done_at is None and self.due_on < today
