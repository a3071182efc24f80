from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetDocument(models.Model):
    """A file joined to the sheet. Whoever may read the sheet may read it."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="documents")
    file = models.OneToOneField("files.StoredFile", models.PROTECT, related_name="+")
    label = models.CharField(_("ce que c’est"), max_length=160)
    added_at = models.DateTimeField(_("ajouté le"))
    added_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("document de la fiche")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.label
