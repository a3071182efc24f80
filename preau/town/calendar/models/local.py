from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LocalPeriod(models.Model):
    """What the town says against the official calendar: days without class, or with class. It counts before it.

    Two of them never share a day: ``deciding`` refuses it while it holds the town's row.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="local_periods")
    name = models.CharField(_("nom"), max_length=120)
    first_day = models.DateField(_("premier jour"))
    last_day = models.DateField(_("dernier jour"))
    has_class = models.BooleanField(_("il y a classe"), default=False)
    decided_by = models.CharField(_("décidé par"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("correction du calendrier officiel")
        verbose_name_plural = _("corrections du calendrier officiel")
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="local_period_ends_after_it_begins"),
            models.UniqueConstraint(fields=["commune", "first_day"], name="one_local_period_begins_by_day"),
        ]

    def __str__(self) -> str:
        return self.name
