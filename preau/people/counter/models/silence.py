from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.counter.enums import Procedure, Silence


class SilenceRule(models.Model):
    """What silence means for a procedure and after how many months, from a day on, as the town's lawyers decided it."""

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="silence_rules")
    procedure = models.CharField(_("démarche"), max_length=12, choices=Procedure)
    silence = models.CharField(_("sans réponse"), max_length=8, choices=Silence)
    months = models.PositiveSmallIntegerField(_("mois"))
    valid_from = models.DateField(_("à partir du"))
    set_at = models.DateTimeField(_("réglé le"))
    set_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("règle du silence")
        ordering = ["procedure", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "procedure", "valid_from"], name="one_silence_rule_by_procedure_and_day"
            ),
            models.CheckConstraint(condition=Q(months__gte=1, months__lte=12), name="silence_lasts_months"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.valid_from}"
