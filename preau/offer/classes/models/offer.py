from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ClassOffer(models.Model):
    """What an activity for classes promises: how many groups it receives in its year, and on what terms.

    Title, pillars, levels, place are those of the activity. ``hours`` is the time a group spends, all sessions
    together: it is what its path will count. Wishes are taken from ``opens_on`` to ``closes_on``, both in; between the
    two, arriving first gives nothing.
    """

    activity = models.OneToOneField("activities.Activity", models.CASCADE, related_name="class_offer")
    seats = models.PositiveSmallIntegerField(_("groupes accueillis dans l’année"))
    largest_group = models.PositiveSmallIntegerField(_("élèves par groupe, au plus"), null=True, blank=True)
    adults = models.PositiveSmallIntegerField(_("adultes qui accompagnent, au moins"), default=0)
    hours = models.DecimalField(_("heures vécues par un groupe"), max_digits=5, decimal_places=1)
    opens_on = models.DateField(_("demandes à partir du"))
    closes_on = models.DateField(_("demandes jusqu’au"))
    practical = models.TextField(_("à savoir pour venir"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("accueil de classes")
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="wishes_close_after_they_open"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="an_offer_receives_a_group"),
            models.CheckConstraint(condition=Q(hours__gt=0), name="an_offer_lasts_some_time"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}"
