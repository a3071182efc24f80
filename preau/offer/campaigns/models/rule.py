from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PriorityRule(models.Model):
    """A class of priority: children who hold all its criteria come before those of the classes after it.

    ``criteria`` lists codes of ``criteria.KNOWN``. Who fits no class comes last. Six classes at most.
    """

    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="priority_rules")
    rank = models.PositiveSmallIntegerField(_("rang"))
    label = models.CharField(_("en clair"), max_length=160)
    criteria = models.JSONField(_("critères"), default=list)
    legal_basis = models.CharField(_("fondement"), max_length=240, blank=True)
    proof = models.CharField(_("justificatif"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("critère de priorité")
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["campaign", "rank"], name="one_priority_rule_by_rank")]

    def __str__(self) -> str:
        return self.label
