from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanComment(models.Model):
    """A remark on an item, or on the plan as a whole: a Word comment keeps its author's name and its date."""

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="comments")
    item = models.ForeignKey("plan.PlanItem", models.CASCADE, null=True, related_name="comments")
    author = models.CharField(_("auteur"), max_length=160, blank=True)
    written_at = models.DateTimeField(_("écrit le"), null=True, blank=True)
    text = models.TextField(_("texte"))
    quote = models.TextField(_("mots commentés"), blank=True)

    class Meta:
        verbose_name = _("commentaire")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
