from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class OutreachReferentQuerySet(models.QuerySet["OutreachReferent"]):
    def on(self, day: date) -> OutreachReferentQuerySet:
        return self.filter(starts_on__lte=day).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class OutreachReferent(models.Model):
    """Who may open outreach lists, from a day to a day, as the administration designated them.

    ``basis`` is what it rests on (« note du directeur général du … »). A designation that ends closes the row.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="outreach_designations")
    basis = models.CharField(_("fondée sur"), max_length=200)
    starts_on = models.DateField(_("à partir du"))
    ends_on = models.DateField(_("jusqu’au"), null=True, blank=True)
    designated_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    designated_at = models.DateTimeField(_("désigné le"))

    objects = OutreachReferentQuerySet.as_manager()

    class Meta:
        verbose_name = _("référent de l’aller vers")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="a_designation_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(ends_on__isnull=True), name="one_open_designation_by_person"
            ),
            models.CheckConstraint(condition=~Q(basis=""), name="a_designation_says_what_it_rests_on"),
            models.CheckConstraint(
                condition=Q(user__isnull=True) | Q(designated_by__isnull=True) | ~Q(user=F("designated_by")),
                name="nobody_designates_themselves",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.starts_on}"
