from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models.run import ImportRun

REFUSALS_KEPT = 2_000
"""How many refused lines of a run are kept in detail: beyond, something is wrong with the file as a whole.

``ImportRun.refused`` always holds the true count.
"""


class ImportRefusal(models.Model):
    """A line that was not taken: where it stands, what it said, why not and how to mend it."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="refusals")
    line = models.PositiveIntegerField(_("ligne"))
    column = models.CharField(_("colonne"), max_length=120, blank=True)
    value = models.CharField(_("valeur"), max_length=200, blank=True)
    reason = models.TextField(_("raison"))

    class Meta:
        verbose_name = _("ligne refusée")
        verbose_name_plural = _("lignes refusées")
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return f"{self.line}: {self.reason}"
