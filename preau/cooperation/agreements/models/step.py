from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import AgreementState


class AgreementStep(models.Model):
    """A change of state: who, when, why. ``by`` is None for the program."""

    agreement = models.ForeignKey("agreements.Agreement", models.CASCADE, related_name="steps")
    name = models.CharField(_("étape"), max_length=16)
    source = models.CharField(_("état d’avant"), max_length=16, choices=AgreementState)
    target = models.CharField(_("état d’après"), max_length=16, choices=AgreementState)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("raison"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("étape")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.name}"
