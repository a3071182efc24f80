from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import ContactBy


class EnrolmentMessage(models.Model):
    """What one adult is told of one step, and how: a mail, a letter that the desk prints, a call that it makes.

    ``taken_at`` is written before a mail is handed over, ``done_at`` after: between the two nobody sends it again.
    For a letter or a call, ``done_at`` and ``done_by`` are the agent's.
    """

    step = models.ForeignKey("enrolment.EnrolmentStep", models.CASCADE, related_name="messages")
    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="+")
    channel = models.CharField(_("par"), max_length=5, choices=ContactBy)
    made_at = models.DateTimeField(_("préparé le"))
    taken_at = models.DateTimeField(_("confié à l’envoi le"), null=True, blank=True)
    done_at = models.DateTimeField(_("fait le"), null=True, blank=True)
    done_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("message d’inscription")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["step", "adult"], name="each_adult_is_told_of_a_step_once"),
        ]
        indexes = [
            models.Index(
                fields=["channel", "made_at"], condition=Q(done_at__isnull=True), name="enrolment_messages_to_do"
            )
        ]

    def __str__(self) -> str:
        return f"{self.step_id} {self.channel}"
