from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import LetterSubject


class Letter(models.Model):
    """A letter that somebody of the desk put in the post. ``about``: the key of what it tells of.

    The letter itself is written again from what was kept at the decision; only its going is a fact of its own.
    """

    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="letters")
    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="+")
    subject = models.CharField(_("ce qu’elle dit"), max_length=10, choices=LetterSubject)
    about = models.UUIDField(_("à propos de"))
    posted_at = models.DateTimeField(_("postée le"))
    posted_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("lettre postée")
        ordering = ["-posted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["about", "adult", "subject"], name="a_letter_is_posted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.subject}"
