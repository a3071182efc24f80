from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.notices.enums import DigestKind


class Digest(models.Model):
    """The one mail of a person's day. The database refuses a second one, whoever asks for it.

    ``taken_at`` is written before the mail is handed over, ``sent_at`` after: between the two, nobody may try again.
    ``refused_at``: the mail server does not want this address.
    """

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="digests")
    on = models.DateField(_("jour"))
    kind = models.CharField(_("rythme"), max_length=8, choices=DigestKind)
    taken_at = models.DateTimeField(_("confié à l’envoi le"), null=True, blank=True)
    sent_at = models.DateTimeField(_("parti le"), null=True, blank=True)
    refused_at = models.DateTimeField(_("refusé le"), null=True, blank=True)

    class Meta:
        verbose_name = _("courriel de nouvelles")
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "on"], name="digest_once_by_person_and_day"),
            models.CheckConstraint(
                condition=models.Q(taken_at__isnull=False) | models.Q(sent_at__isnull=True, refused_at__isnull=True),
                name="digest_taken_before_its_end",
            ),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(refused_at__isnull=True),
                name="digest_sent_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} · {self.user_id}"
