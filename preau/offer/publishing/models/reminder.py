from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryReminder(models.Model):
    """An organisation was reminded that an entry is to be verified by a day, so many days before."""

    activity = models.ForeignKey("activities.Activity", models.CASCADE, related_name="reminders")
    due_on = models.DateField(_("à vérifier avant le"))
    days = models.PositiveSmallIntegerField(_("jours avant"))
    sent_at = models.DateTimeField(_("dit le"))

    class Meta:
        verbose_name = _("rappel d’une fiche")
        constraints = [models.UniqueConstraint(fields=["activity", "due_on", "days"], name="an_entry_is_recalled_once")]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.due_on}"
