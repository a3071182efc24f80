from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.attendance.enums import FollowUpOutcome


class FollowUp(models.Model):
    """Somebody should call the family of a child who stopped coming without a word. A task for a human, nothing else:

    the place stays the child's. ``absences`` is how many sessions were missed in a row when it was opened, ``since``
    the day of the first of them.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="follow_ups")
    unit = models.ForeignKey("enrolment.BookingUnit", models.CASCADE, related_name="follow_ups")
    since = models.DateField(_("depuis le"))
    absences = models.PositiveSmallIntegerField(_("absences à la suite"))
    opened_at = models.DateTimeField(_("ouvert le"))
    outcome = models.CharField(_("suite donnée"), max_length=12, choices=FollowUpOutcome, blank=True)
    closed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(_("fermé le"), null=True, blank=True)

    class Meta:
        verbose_name = _("famille à rappeler")
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["child", "unit", "since"], name="one_follow_up_by_run_of_absences"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="a_follow_up_ends_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.since}"
