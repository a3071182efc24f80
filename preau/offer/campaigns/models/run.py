from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import RunKind


class AllocationRun(models.Model):
    """One computation. ``document`` is the anonymous file that anybody can replay; the database keeps it as it is.

    ``input_hash`` is the fingerprint of the demand, ``result_hash`` that of the whole file.
    """

    campaign = models.ForeignKey("campaigns.AllocationCampaign", models.CASCADE, related_name="runs")
    kind = models.CharField(_("nature"), max_length=10, choices=RunKind)
    input_hash = models.CharField(_("empreinte des demandes"), max_length=64)
    result_hash = models.CharField(_("empreinte du résultat"), max_length=64)
    document = models.TextField(_("fichier rejouable"), blank=True)
    summary = models.JSONField(_("résumé"), default=dict)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("calcul d’attribution")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign"], condition=Q(kind=RunKind.OFFICIAL), name="one_official_run_by_campaign"
            ),
            models.UniqueConstraint(
                fields=["campaign"], condition=Q(kind=RunKind.SECOND), name="one_second_round_by_campaign"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.kind}"
