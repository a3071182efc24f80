from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetComment(models.Model):
    """A remark on the sheet, among those who carry it."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="comments")
    text = models.TextField(_("commentaire"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(_("écrit le"))

    class Meta:
        verbose_name = _("commentaire de fiche")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
