from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.providers.enums import JoinRefusal, JoinState


class JoinRequest(models.Model):
    """An association asks to publish in the catalogue of the town.

    ``token_hash`` is the fingerprint of what the mail carried: whoever reads the database can't confirm for others.
    """

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="join_requests")
    name = models.CharField(_("nom de l’association"), max_length=160)
    rna = models.CharField(_("numéro RNA"), max_length=10, blank=True)
    siren = models.CharField(_("numéro SIREN"), max_length=9, blank=True)
    purpose = models.TextField(_("ce que fait l’association"), max_length=1500)
    person = models.CharField(_("votre nom"), max_length=160)
    job_title = models.CharField(_("votre fonction"), max_length=120, blank=True)
    email = models.EmailField(_("votre adresse électronique"))
    phone = models.CharField(_("votre téléphone"), max_length=40, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=JoinState, default=JoinState.SENT)
    token_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField(_("demandée le"))
    confirm_before = models.DateTimeField(_("à confirmer avant"))
    confirmed_at = models.DateTimeField(_("confirmée le"), null=True, blank=True)
    answered_at = models.DateTimeField(_("réponse le"), null=True, blank=True)
    answered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    cause = models.CharField(_("motif"), max_length=16, choices=JoinRefusal, blank=True)
    answer = models.TextField(_("réponse"), blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="join_requests"
    )

    class Meta:
        verbose_name = _("demande d’une association")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JoinState.values), name="join_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=JoinState.SENT) | Q(confirmed_at__isnull=False), name="a_join_request_was_confirmed"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(JoinState.ACCEPTED, JoinState.REFUSED)) | Q(answered_at__isnull=False),
                name="a_join_answer_has_its_day",
            ),
            models.UniqueConstraint(
                fields=["commune", "rna"],
                condition=Q(state=JoinState.CONFIRMED) & ~Q(rna=""),
                name="one_open_join_request_by_rna",
            ),
            models.UniqueConstraint(
                fields=["commune", "siren"],
                condition=Q(state=JoinState.CONFIRMED) & ~Q(siren=""),
                name="one_open_join_request_by_siren",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_too_late(self, now: datetime) -> bool:
        return self.state == JoinState.SENT and now > self.confirm_before
