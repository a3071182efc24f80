from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.crypto.fields import EncryptedTextField
from preau.people.health.care import Care
from preau.people.households.enums import Channel


class HealthSheetQuerySet(models.QuerySet["HealthSheet"]):
    def current(self) -> HealthSheetQuerySet:
        return self.filter(is_current=True)

    def valid_on(self, day: date) -> HealthSheetQuerySet:
        return self.current().filter(valid_until__gte=day)


class HealthSheet(models.Model):
    """One version of what a family tells about a child: who wrote it, when, and until which day it is true.

    A change is a new row. ``content`` is a ``Care`` closed as one text, so that the database does not even tell which
    questions were answered. The row goes away for good after its term: nothing of it is kept.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="health_sheets")
    number = models.PositiveIntegerField(_("version"))
    is_current = models.BooleanField(_("version en cours"), default=True)
    content = EncryptedTextField(_("contenu chiffré"))
    valid_until = models.DateField(_("valable jusqu’au"))
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    told_by = models.ForeignKey("households.Adult", models.SET_NULL, null=True, blank=True, related_name="+")
    written_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(_("écrite le"))

    objects = HealthSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("fiche de santé")
        ordering = ["child", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["child", "number"], name="one_health_sheet_by_number"),
            models.UniqueConstraint(
                fields=["child"], condition=Q(is_current=True), name="one_current_health_sheet_by_child"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def care(self) -> Care:
        return Care.from_text(self.content)
