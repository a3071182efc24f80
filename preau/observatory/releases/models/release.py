from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.observatory.disclosure import Safe
from preau.observatory.disclosure.kept import safe_again


class Release(models.Model):
    """What a series showed from a day on, until its next release. Never written over: it can't be taken back.

    ``tables``: protected figures, without what was hidden. ``worked_out``: by cell, what is
    written of it: a gap, a median, a share of which both numbers are of the same day.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    series = models.CharField(_("série"), max_length=120)
    day = models.DateField(_("vrai le"))
    tables = models.JSONField(_("tableaux"))
    worked_out = models.JSONField(_("calculs"), default=dict, blank=True)
    is_last = models.BooleanField(_("dernier"), default=True)
    at = models.DateTimeField(_("montré à partir du"))

    class Meta:
        verbose_name = _("chiffres montrés")
        ordering = ["series", "day", "pk"]
        indexes = [models.Index(fields=["commune", "series"], name="release_by_series")]
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "series"], condition=Q(is_last=True), name="a_series_has_one_last_release"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.day:%Y-%m-%d}"

    @property
    def safe(self) -> Safe:
        return safe_again(self.series, self.day, self.tables)
