from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.sheets.enums import ReminderKind


class SheetReminder(models.Model):
    """Somebody was reminded of that day of that sheet: it is not said twice, however often the job runs."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="reminders")
    milestone = models.ForeignKey("sheets.SheetMilestone", models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(_("nature"), max_length=12, choices=ReminderKind)
    due_on = models.DateField(_("à propos du"))
    sent_at = models.DateTimeField(_("dit le"))

    class Meta:
        verbose_name = _("rappel")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "kind", "due_on"],
                condition=models.Q(milestone__isnull=True),
                name="a_day_is_recalled_once",
            ),
            models.UniqueConstraint(
                fields=["milestone", "due_on"],
                condition=models.Q(milestone__isnull=False),
                name="a_milestone_is_recalled_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.kind} {self.due_on}"
