from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.attendance.enums import CAME, Mark


class Attendance(models.Model):
    """What stands for a child at a session, worked out from its marks (``marks.standing``) each time one comes.

    ``is_disputed``: two phones disagree and a human has not said yet. ``late_minutes`` is told when the child left.
    """

    session = models.ForeignKey("activities.Session", models.PROTECT, related_name="attendances")
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="attendances")
    state = models.CharField(_("présence"), max_length=8, choices=Mark)
    arrived_at = models.DateTimeField(_("arrivé à"), null=True, blank=True)
    left_at = models.DateTimeField(_("parti à"), null=True, blank=True)
    left_with = models.CharField(_("parti avec"), max_length=120, blank=True)
    late_minutes = models.PositiveSmallIntegerField(_("minutes de retard au départ"), default=0)
    is_disputed = models.BooleanField(_("à vérifier"), default=False)
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(_("enregistrée le"))

    class Meta:
        verbose_name = _("présence")
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "child"], name="one_attendance_by_session_and_child"),
            models.CheckConstraint(condition=Q(state__in=Mark.values), name="attendance_state_is_known"),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(state=Mark.LEFT), name="only_who_left_has_left_at"
            ),
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(state__in=sorted(CAME)), name="only_who_came_has_arrived_at"
            ),
        ]
        indexes = [models.Index(fields=["child", "session"], name="attendance_by_child")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.state}"
