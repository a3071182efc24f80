from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.attendance.enums import Mark, NoteCode
from preau.offer.attendance.marks import Told


class AttendanceMark(models.Model):
    """What somebody said of a child at a session. Rows are added, never changed: a correction is another row.

    ``key`` is made by the phone: sent twice, it is one row. ``after`` lists the keys that its author had before their
    eyes, ``turn`` counts the marks of ``device``. ``told_at`` is the phone's clock, ``received_at`` ours, and ``at``
    the one that is trusted of the two.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True)
    session = models.ForeignKey("activities.Session", models.PROTECT, related_name="marks")
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="+")
    mark = models.CharField(_("pointage"), max_length=8, choices=Mark)
    with_whom = models.CharField(_("parti avec"), max_length=120, blank=True)
    after = models.JSONField(_("pointages connus"), default=list, blank=True)
    device = models.CharField(_("appareil"), max_length=36, blank=True)
    turn = models.PositiveIntegerField(_("tour"), default=0)
    told_at = models.DateTimeField(_("pointé le"))
    received_at = models.DateTimeField(_("reçu le"))
    at = models.DateTimeField(_("retenu le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("pointage")
        ordering = ["session", "child", "at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(mark__in=Mark.values), name="mark_is_known"),
            models.CheckConstraint(condition=Q(with_whom="") | Q(mark=Mark.LEFT), name="one_leaves_with_somebody"),
        ]
        indexes = [models.Index(fields=["session", "child"], name="mark_by_session_and_child")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.mark}"

    @property
    def told(self) -> Told:
        after = frozenset(uuid.UUID(each) for each in self.after)
        return Told(self.key, self.mark, self.at, after, self.device, self.turn, self.with_whom)


class HandoverNote(models.Model):
    """A word from one adult to the next, chosen in a list. ``key`` is made by the phone, as that of a mark."""

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True)
    session = models.ForeignKey("activities.Session", models.PROTECT, related_name="handover_notes")
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="+")
    code = models.CharField(_("mot au suivant"), max_length=12, choices=NoteCode)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("mot au suivant")
        ordering = ["session", "at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "child", "code"], name="one_note_by_code"),
            models.CheckConstraint(condition=Q(code__in=NoteCode.values), name="handover_code_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.code}"
