from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterQuerySet[M: "Register"](models.QuerySet[M]):
    def present(self) -> RegisterQuerySet[M]:
        """Those that the last file still names."""
        return self.filter(gone_on__isnull=True)


class Register(models.Model):
    """A line of an official file: what a register says, beside what the town says of its own places.

    ``official_id`` is the register's own key; ``fingerprint`` tells whether a line changed since the last file;
    ``gone_on`` is the day of the first file that no longer named it. Rows are never deleted by an import.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    official_id = models.CharField(_("identifiant officiel"), max_length=120)
    fingerprint = models.CharField(_("empreinte"), max_length=32)
    gone_on = models.DateField(_("absent depuis le"), null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_gone(self) -> bool:
        return self.gone_on is not None

    def left_before(self, day: date) -> bool:
        return self.gone_on is not None and self.gone_on <= day
