from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SuggestionSupport(models.Model):
    """Somebody backs a suggestion, for their organisation. Once each; it can be taken back."""

    suggestion = models.ForeignKey("drafting.Suggestion", models.CASCADE, related_name="supports")
    by = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("soutien")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["suggestion", "by"], name="support_once_by_person")]

    def __str__(self) -> str:
        return f"{self.by_id} → {self.suggestion_id}"
