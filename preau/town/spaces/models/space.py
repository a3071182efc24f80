from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OpenSpace(models.Model):
    """A sports space that anybody may use without booking: the sheet of what one finds there.

    ``token`` is what the QR code on the gate carries: it says nothing and can be changed when a poster is stolen.
    """

    site = models.OneToOneField("places.Site", models.CASCADE, related_name="open_space")
    token = models.CharField(_("repère du panneau"), max_length=24, unique=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("espace en accès libre")

    def __str__(self) -> str:
        return self.token
