from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.models import Register


class Event(Register):
    """A dated thing that an open calendar says: OpenAgenda, an iCalendar file. Shown as it is, never corrected here.

    ``calendar`` is the agenda that it comes from. ``times`` lists its occurrences in order,
    ``[["2026-12-05T14:00:00+01:00", "…"], …]``; ``starts_at`` is the first instant and ``ends_at`` the last one.
    ``description`` is plain text; ``details`` is HTML made safe at import.
    """

    origin = models.CharField(_("origine"), max_length=12)
    calendar = models.CharField(_("agenda"), max_length=160, blank=True)
    title = models.CharField(_("titre"), max_length=240)
    description = models.TextField(_("présentation"), blank=True)
    details = models.TextField(_("texte complet"), blank=True)
    conditions = models.CharField(_("conditions"), max_length=400, blank=True)
    keywords = models.JSONField(_("mots-clés"), default=list, blank=True)
    times = models.JSONField(_("horaires"), default=list)
    starts_at = models.DateTimeField(_("début"), null=True, blank=True)
    ends_at = models.DateTimeField(_("fin"), null=True, blank=True)
    place_name = models.CharField(_("lieu"), max_length=240, blank=True)
    address = models.CharField(_("adresse"), max_length=300, blank=True)
    insee_code = models.CharField(_("commune"), max_length=5, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    age_min = models.PositiveSmallIntegerField(_("à partir de (ans)"), null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(_("jusqu’à (ans)"), null=True, blank=True)
    accessibility = models.JSONField(_("accessibilité"), default=list, blank=True)
    registration = models.JSONField(_("inscription"), default=list, blank=True)
    link = models.CharField(_("adresse web"), max_length=400, blank=True)
    status = models.CharField(_("état"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("évènement")
        ordering = ["starts_at", "title"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "origin", "official_id"], name="event_once_by_origin"),
            models.CheckConstraint(
                condition=models.Q(lon__isnull=True, lat__isnull=True) | models.Q(lon__isnull=False, lat__isnull=False),
                name="event_has_both_coordinates",
            ),
        ]

    def __str__(self) -> str:
        return self.title
