from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import AppealGround, AppealKind, AppealResult
from preau.people.households.enums import Channel

_OPEN = Q(kind=AppealKind.REVIEW, answered_on__isnull=True, withdrawn_on__isnull=True)


class Appeal(models.Model):
    """A decision that somebody contests, with the day by which it must be answered.

    ``words`` and ``outcome`` are between ``asked_by`` and the desk: the other home of a child reads neither.
    ``asked_by`` is empty for a young person who acts alone, and for what an outside body sent. ``is_late``: asked after
    the delay; the town looks at it all the same. ``override``: what was asked for because of it.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey("campaigns.Application", models.CASCADE, related_name="appeals")
    kind = models.CharField(_("devant"), max_length=10, choices=AppealKind)
    ground = models.CharField(_("ce qui ne va pas"), max_length=10, choices=AppealGround, blank=True)
    words = models.TextField(_("ce que dit la famille"), blank=True)
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    asked_by = models.ForeignKey("households.Adult", models.SET_NULL, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    received_on = models.DateField(_("reçu le"))
    due_on = models.DateField(_("réponse due le"))
    is_late = models.BooleanField(_("hors délai"), default=False)
    result = models.CharField(_("issue"), max_length=10, choices=AppealResult, blank=True)
    outcome = models.TextField(_("réponse"), blank=True)
    answered_on = models.DateField(_("répondu le"), null=True, blank=True)
    answered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField(_("retiré le"), null=True, blank=True)
    override = models.ForeignKey("campaigns.Override", models.SET_NULL, null=True, blank=True, related_name="appeals")

    class Meta:
        verbose_name = _("recours")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "asked_by"],
                condition=_OPEN & Q(asked_by__isnull=False),
                name="one_open_review_by_person",
            ),
            models.UniqueConstraint(
                fields=["application"], condition=_OPEN & Q(asked_by__isnull=True), name="one_open_review_by_child"
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, result="", outcome="")
                | (Q(answered_on__isnull=False) & ~Q(result="") & ~Q(outcome="")),
                name="an_appeal_is_answered_in_words",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(withdrawn_on__isnull=True),
                name="what_is_withdrawn_is_not_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.kind}"

    @property
    def is_open(self) -> bool:
        return self.answered_on is None and self.withdrawn_on is None
