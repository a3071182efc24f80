from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.town.spaces.enums import ClosingReason


class SpaceClosing(models.Model):
    """An agent closes the space, says why and until when. It wins over what passers-by say until its end.

    ``ends_at`` is always said: a closing that nobody thinks of again ends by itself. ``lifted_at``: earlier, by hand.
    """

    space = models.ForeignKey("spaces.OpenSpace", models.CASCADE, related_name="closings")
    reason = models.CharField(_("raison"), max_length=8, choices=ClosingReason)
    words = models.CharField(_("ce que lisent les familles"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("à partir de"))
    ends_at = models.DateTimeField(_("jusqu’à"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    lifted_at = models.DateTimeField(_("levée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("fermeture")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="closing_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.starts_at:%Y-%m-%d %H:%M}"
