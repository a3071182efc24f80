from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import Channel, ConsentPurpose


class Consent(models.Model):
    """An agreement to one purpose, for one child or for oneself: which text, by whom, when, and when it was withdrawn.

    ``text_version`` names the wording that was read. Taking it back closes the row; giving it again opens another.
    """

    child = models.ForeignKey("households.Child", models.CASCADE, null=True, blank=True, related_name="consents")
    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="consents")
    purpose = models.CharField(_("finalité"), max_length=16, choices=ConsentPurpose)
    text_version = models.CharField(_("version du texte"), max_length=20)
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    given_at = models.DateTimeField(_("donné le"))
    withdrawn_at = models.DateTimeField(_("retiré le"), null=True, blank=True)
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("consentement")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "adult", "purpose"],
                condition=Q(withdrawn_at__isnull=True, child__isnull=False),
                name="one_open_consent_by_child",
            ),
            models.UniqueConstraint(
                fields=["adult", "purpose"],
                condition=Q(withdrawn_at__isnull=True, child__isnull=True),
                name="one_open_consent_by_adult",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_ends_after_it_was_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult_id} {self.purpose}"
