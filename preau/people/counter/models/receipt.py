from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.counter.enums import Procedure, Silence
from preau.people.households.enums import Channel


class Receipt(models.Model):
    """The paper that a person leaves with: what was done, by whom for whom, who follows it, and what silence will mean.

    ``lines`` says in sentences what was done. ``silence`` is empty when nothing waits for an answer. Never changed.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("numéro"), max_length=12, unique=True)
    principal = models.ForeignKey("households.Adult", models.CASCADE, related_name="receipts")
    child = models.ForeignKey("households.Child", models.SET_NULL, null=True, blank=True, related_name="receipts")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    mandate = models.ForeignKey("households.AssistanceMandate", models.SET_NULL, null=True, related_name="+")
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    channel = models.CharField(_("par"), max_length=8, choices=Channel)
    procedure = models.CharField(_("démarche"), max_length=12, choices=Procedure)
    lines = models.JSONField(_("ce qui a été fait"), default=list)
    contact = models.TextField(_("joindre le service"), blank=True)
    received_at = models.DateTimeField(_("reçu le"))
    silence = models.CharField(_("sans réponse"), max_length=8, choices=Silence, blank=True)
    silence_on = models.DateField(_("à la date du"), null=True, blank=True)

    class Meta:
        verbose_name = _("récépissé")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(silence="", silence_on__isnull=True) | (~Q(silence="") & Q(silence_on__isnull=False)),
                name="silence_has_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.number
