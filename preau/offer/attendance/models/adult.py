from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.offer.attendance.enums import StaffFunction


class AdultPresence(models.Model):
    """An adult who looks after the children of a session, from an instant to an instant. The page makes ``key``."""

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True)
    session = models.ForeignKey("activities.Session", models.PROTECT, related_name="adults")
    name = models.CharField(_("prénom et nom"), max_length=80)
    function = models.CharField(_("fonction"), max_length=8, choices=StaffFunction, default=StaffFunction.LEADER)
    arrived_at = models.DateTimeField(_("arrivé à"))
    left_at = models.DateTimeField(_("parti à"), null=True, blank=True)
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("adulte présent")
        ordering = ["arrived_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("arrived_at")),
                name="an_adult_leaves_after_arriving",
            ),
            models.UniqueConstraint(
                fields=["session", "name"], condition=Q(left_at__isnull=True), name="an_adult_is_there_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.function}"
