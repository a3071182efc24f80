from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AttendanceTerms(models.Model):
    """How the town follows who comes, from a day on. Without a row, the house's own terms count.

    ``absences``: in a row and not told, after which somebody calls. ``tolerance``: minutes after the end of a session.
    ``open_days``: how long a roll call may still be completed.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    absences = models.PositiveSmallIntegerField(_("absences de suite avant un appel"))
    tolerance = models.PositiveSmallIntegerField(_("minutes de tolérance au départ"))
    open_days = models.PositiveSmallIntegerField(_("jours pour compléter un appel"))
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("délais du jour d’accueil")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="attendance_terms_begin_once_a_day"),
            models.CheckConstraint(
                condition=Q(absences__range=(2, 10), tolerance__range=(0, 60), open_days__range=(1, 30)),
                name="attendance_terms_are_bearable",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absences} / {self.tolerance} / {self.open_days}"
