from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommuneQuerySet(models.QuerySet["Commune"]):
    def current(self) -> Commune | None:
        """The town of this installation: the first one that was created."""
        return self.order_by("pk").first()


class Commune(models.Model):
    """The town. Its id stands in every key of the domain, so that several towns can share a database one day."""

    name = models.CharField(_("nom"), max_length=120)
    insee_code = models.CharField(_("code INSEE"), max_length=5, unique=True)
    departement = models.CharField(_("département"), max_length=60, blank=True)
    population = models.PositiveIntegerField(_("habitants"), null=True, blank=True)
    is_fictional = models.BooleanField(_("ville fictive"), default=False)

    objects = CommuneQuerySet.as_manager()

    class Meta:
        verbose_name = _("commune")

    def __str__(self) -> str:
        return self.name
