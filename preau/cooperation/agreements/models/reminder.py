from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reminder(models.Model):
    """A reminder or an alarm that was told: it is not told twice for the same date.

    For a signature: ``party``, ``stage`` in days after ``reference_on``, the day of the request. For a term:
    ``agreement`` or ``plan``, ``stage`` in months before ``reference_on``, its end. A new end has its own alarms.
    """

    party = models.ForeignKey("agreements.Party", models.CASCADE, null=True, related_name="reminders")
    agreement = models.ForeignKey("agreements.Agreement", models.CASCADE, null=True, related_name="alarms")
    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, null=True, related_name="alarms")
    stage = models.PositiveIntegerField(_("palier"))
    reference_on = models.DateField(_("compté depuis"))
    told_at = models.DateTimeField(_("envoyé le"))

    class Meta:
        verbose_name = _("relance")
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(party__isnull=False, agreement__isnull=True, plan__isnull=True)
                | models.Q(party__isnull=True, agreement__isnull=False, plan__isnull=True)
                | models.Q(party__isnull=True, agreement__isnull=True, plan__isnull=False),
                name="a_reminder_is_about_one_thing",
            ),
            *(
                models.UniqueConstraint(
                    fields=[subject, "stage", "reference_on"],
                    condition=models.Q(**{f"{subject}__isnull": False}),
                    name=f"{subject}_is_reminded_once",
                )
                for subject in ("party", "agreement", "plan")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} · {self.reference_on}"
