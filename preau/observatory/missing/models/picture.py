from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.observatory.disclosure import Safe, read_again


class Picture(models.Model):
    """Who was seen of those whom the town knows, from the start of a school year to a day, as it was shown.

    ``told`` holds what may be read and nothing else. A picture is never made again: the next one is made beside it, and
    hides what the change between both would tell.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    until = models.DateField(_("arrêtée au"))
    told = models.JSONField(_("ce qui est montré"))
    around = models.JSONField(_("nombres venus d’ailleurs"), default=dict)
    facts = models.CharField(_("version des faits"), max_length=80)
    made_at = models.DateTimeField(_("faite le"))

    class Meta:
        verbose_name = _("qui est vu")
        ordering = ["-school_year", "-until"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "school_year", "until"], name="one_picture_by_year_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.school_year} {self.until}"

    @property
    def safe(self) -> Safe:
        return read_again(self.told)

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)
