from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanComment(models.Model):
    """A remark on an item, on a suggestion, or on the plan as a whole.

    A Word comment keeps its author's name (``author``) and its date; one written here has ``by``.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="comments")
    item = models.ForeignKey("plan.PlanItem", models.CASCADE, null=True, related_name="comments")
    suggestion = models.ForeignKey(
        "drafting.Suggestion", models.CASCADE, null=True, blank=True, related_name="comments"
    )
    author = models.CharField(_("auteur"), max_length=160, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="plan_comments"
    )
    written_at = models.DateTimeField(_("écrit le"), null=True, blank=True)
    text = models.TextField(_("texte"))
    quote = models.TextField(_("mots commentés"), blank=True)
    removed_at = models.DateTimeField(_("retiré le"), null=True, blank=True)

    class Meta:
        verbose_name = _("commentaire")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def signature(self) -> str:
        return str(self.by) if self.by else self.author
