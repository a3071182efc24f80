from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.sheets.enums import Theme


class SheetObjective(models.Model):
    """The sheet serves this operational objective, of its own plan (``writing.py`` sees to it)."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="objective_links")
    item = models.ForeignKey("plan.PlanItem", models.CASCADE, related_name="sheet_links")

    class Meta:
        verbose_name = _("objectif servi")
        constraints = [models.UniqueConstraint(fields=["sheet", "item"], name="sheet_serves_an_objective_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} → {self.item_id}"


class SheetTheme(models.Model):
    """A theme of the sheet: a row, so that lists filter on it."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="themes")
    theme = models.CharField(_("thème"), max_length=12, choices=Theme)

    class Meta:
        verbose_name = _("thème")
        ordering = ["theme"]
        constraints = [models.UniqueConstraint(fields=["sheet", "theme"], name="sheet_has_a_theme_once")]

    def __str__(self) -> str:
        return str(Theme(self.theme).label)
