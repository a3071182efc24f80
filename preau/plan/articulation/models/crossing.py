from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class JointSheet(models.Model):
    """An action sheet that two sides of a site carry together, and the crossing it comes from ("" for none)."""

    pair = models.ForeignKey("articulation.SitePair", models.CASCADE, related_name="joint_sheets")
    sheet = models.OneToOneField("sheets.ActionSheet", models.CASCADE, related_name="joint")
    key = models.CharField(_("croisement"), max_length=40, blank=True)
    made_at = models.DateTimeField(_("créée le"))
    made_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("fiche commune")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pair_id} {self.key}"


class CrossingDismissal(models.Model):
    """Somebody says why two projects will not meet there. It can be taken back: the row goes, the journal stays."""

    pair = models.ForeignKey("articulation.SitePair", models.CASCADE, related_name="dismissals")
    key = models.CharField(_("croisement"), max_length=40)
    reason = models.CharField(_("raison"), max_length=300)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("croisement écarté")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["pair", "key"], name="crossing_dismissed_once")]

    def __str__(self) -> str:
        return f"{self.pair_id} {self.key}"
