from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.town.calendar.enums import ClosureKind, TimeBand


class Closure(models.Model):
    """Days on which a site, or the whole town when ``site`` is empty, does not open: both days are in.

    ``bands`` lists the bands that close (values of ``TimeBand``), empty for all of them: a strike may close the canteen
    alone. ``decided_by`` names the decision, never a person.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="closures")
    site = models.ForeignKey("places.Site", models.CASCADE, null=True, blank=True, related_name="closures")
    kind = models.CharField(_("nature de la fermeture"), max_length=8, choices=ClosureKind)
    reason = models.CharField(_("raison donnée aux familles"), max_length=160)
    first_day = models.DateField(_("premier jour fermé"))
    last_day = models.DateField(_("dernier jour fermé"))
    bands = models.JSONField(_("temps concernés"), default=list, blank=True)
    decided_by = models.CharField(_("décidé par"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("fermeture")
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closure_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(kind__in=ClosureKind.values), name="closure_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.reason

    @property
    def band_labels(self) -> list[str]:
        return [str(TimeBand(band).label) for band in self.bands]
