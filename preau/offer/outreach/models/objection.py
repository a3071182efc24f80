from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import Channel


class OutreachObjection(models.Model):
    """An adult who does not want to be called about activities: RGPD, article 21. No reason is asked and none is kept.

    It holds for all the children of whom this adult is a guardian, whatever the other one says. Taking it back closes
    the row.
    """

    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="outreach_objections")
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    told_at = models.DateTimeField(_("dite le"))
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("reprise le"), null=True, blank=True)

    class Meta:
        verbose_name = _("opposition à l’aller vers")
        ordering = ["-told_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["adult"], condition=Q(withdrawn_at__isnull=True), name="one_open_objection_by_adult"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("told_at")),
                name="an_objection_ends_after_it_was_told",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult_id} {self.told_at:%Y-%m-%d}"
