from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaperReminder(models.Model):
    """An organisation was reminded of the end of a paper, so many days before: it is not said twice."""

    paper = models.ForeignKey("providers.ProviderPaper", models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField(_("jours avant"))
    sent_at = models.DateTimeField(_("dit le"))

    class Meta:
        verbose_name = _("rappel d’une pièce")
        constraints = [models.UniqueConstraint(fields=["paper", "days"], name="a_paper_is_recalled_once")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.days}"
