from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import Domain
from preau.offer.classes.enums import Provenance


class GroupRecord(models.Model):
    """Something that a class lived: it counts for the group, never for a child (brief d.4).

    ``wish`` is the request it comes from; empty for what the school declares by itself.
    """

    group = models.ForeignKey("classes.ClassGroup", models.CASCADE, related_name="records")
    wish = models.OneToOneField("classes.ClassWish", models.CASCADE, null=True, blank=True, related_name="record")
    title = models.CharField(_("ce que la classe a vécu"), max_length=120)
    domain = models.CharField(_("domaine"), max_length=12, choices=Domain)
    pillars = models.JSONField(_("piliers"), default=list, blank=True)
    hours = models.DecimalField(_("heures"), max_digits=5, decimal_places=1)
    happened_on = models.DateField(_("le jour"))
    provenance = models.CharField(_("d’après"), max_length=8, choices=Provenance)

    class Meta:
        verbose_name = _("trace d’une classe")
        ordering = ["-happened_on", "-pk"]
        constraints = [models.CheckConstraint(condition=models.Q(hours__gt=0), name="a_record_lasts_some_time")]

    def __str__(self) -> str:
        return self.title
