from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import GuardianKind, GuardianRights, InvitationKind


class Invitation(models.Model):
    """A door held open for one person, for some days: to open their account, or to follow a child.

    Only the fingerprint of what opens it is kept. ``adult`` is who it was made for, when they have a file already;
    ``rights`` what the new guardian would hold. ``used_at`` closes it, ``withdrawn_at`` too.
    """

    kind = models.CharField(_("nature"), max_length=8, choices=InvitationKind)
    child = models.ForeignKey("households.Child", models.CASCADE, null=True, blank=True, related_name="invitations")
    adult = models.ForeignKey("households.Adult", models.CASCADE, null=True, blank=True, related_name="invitations")
    email = models.EmailField(_("adresse électronique"), blank=True)
    link = models.CharField(_("lien"), max_length=12, choices=GuardianKind, default=GuardianKind.PARENT)
    rights = models.CharField(_("droits"), max_length=10, choices=GuardianRights, default=GuardianRights.USUAL_ACTS)
    token_hash = models.CharField(_("empreinte du code"), max_length=64, unique=True)
    sent_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(_("envoyée le"))
    valid_until = models.DateTimeField(_("valable jusqu’au"))
    used_at = models.DateTimeField(_("utilisée le"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("retirée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=InvitationKind.ACCOUNT, adult__isnull=False) | Q(child__isnull=False),
                name="an_invitation_is_for_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def is_open(self, now: datetime) -> bool:
        return self.used_at is None and self.withdrawn_at is None and self.valid_until > now
