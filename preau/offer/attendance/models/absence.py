from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import Channel


class AbsenceNotice(models.Model):
    """A family says that a child will not come, from a day to a day, both in. No reason is asked and none is kept.

    Taking it back closes the row.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="absence_notices")
    from_on = models.DateField(_("du"))
    until_on = models.DateField(_("au"))
    told_by = models.ForeignKey("households.Adult", models.SET_NULL, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    told_at = models.DateTimeField(_("dite le"))
    cancelled_at = models.DateTimeField(_("reprise le"), null=True, blank=True)
    cancelled_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("absence annoncée")
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="an_absence_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["child", "from_on", "until_on"],
                condition=Q(cancelled_at__isnull=True),
                name="an_absence_is_told_once",
            ),
        ]
        indexes = [models.Index(fields=["child", "from_on"], name="absence_by_child")]

    def __str__(self) -> str:
        return f"{self.from_on} → {self.until_on}"
