from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CampaignTerms(models.Model):
    """How the town gives scarce places, from a day on. Without a row, the house's own terms count.

    Days, but for ``wishes`` and ``rules``: how many of them at most. A campaign that is announced keeps its own dates.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    announced_before = models.PositiveSmallIntegerField(_("jours entre l’annonce et l’ouverture"))
    window = models.PositiveSmallIntegerField(_("jours pour faire ses vœux"))
    answer = models.PositiveSmallIntegerField(_("jours pour répondre"))
    wishes = models.PositiveSmallIntegerField(_("vœux par enfant"))
    rules = models.PositiveSmallIntegerField(_("priorités par campagne"))
    decided_by = models.CharField(_("décidé par"), max_length=200)

    class Meta:
        verbose_name = _("délais des campagnes")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="campaign_terms_begin_once_a_day"),
            models.CheckConstraint(
                condition=Q(
                    announced_before__range=(7, 90),
                    window__range=(7, 90),
                    answer__range=(3, 60),
                    wishes__range=(10, 100),
                    rules__range=(1, 12),
                ),
                name="a_campaign_leaves_time_and_choice",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.window} / {self.answer}"
