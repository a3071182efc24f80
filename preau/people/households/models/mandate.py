from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class AssistanceMandate(models.Model):
    """The right to act for somebody who asked for it: who helps, for what, until when; a year at most (brief, j.4).

    ``scopes`` lists values of ``MandateScope``. ``identity_seen`` says which paper was shown, never its number.
    """

    principal = models.ForeignKey("households.Adult", models.CASCADE, related_name="mandates")
    helper = models.ForeignKey("accounts.User", models.PROTECT, related_name="mandates_held")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="mandates")
    scopes = models.JSONField(_("démarches"), default=list)
    identity_seen = models.CharField(_("pièce d’identité vue"), max_length=60)
    signed_paper = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    from_on = models.DateField(_("depuis le"))
    until_on = models.DateField(_("jusqu’au"))
    given_at = models.DateTimeField(_("donné le"))
    revoked_at = models.DateTimeField(_("révoqué le"), null=True, blank=True)

    class Meta:
        verbose_name = _("mandat d’aide")
        ordering = ["-given_at"]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="mandate_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.principal_id} {self.until_on}"
