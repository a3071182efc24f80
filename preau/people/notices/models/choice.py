from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.notices.enums import Frequency, MailLanguage


def new_token() -> str:
    """43 characters that nobody guesses (256 bits)."""
    return secrets.token_urlsafe(32)


class DigestChoice(models.Model):
    """How often a person wants the mail, and in which language. ``chosen_at`` is empty as long as they chose nothing.

    ``stop_token`` opens one door only, without a login: the page that stops the mails.
    """

    user = models.OneToOneField("accounts.User", models.CASCADE, related_name="digest_choice")
    frequency = models.CharField(_("rythme"), max_length=8, choices=Frequency, default=Frequency.DAILY)
    language = models.CharField(_("langue"), max_length=2, choices=MailLanguage, default=MailLanguage.FRENCH)
    chosen_at = models.DateTimeField(_("choisi le"), null=True, blank=True)
    stop_token = models.CharField(_("clé d’arrêt"), max_length=64, unique=True, default=new_token, editable=False)

    class Meta:
        verbose_name = _("rythme des courriels")

    def __str__(self) -> str:
        return str(Frequency(self.frequency).label)
