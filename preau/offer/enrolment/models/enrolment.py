from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.enrolment.enums import LIVE, SEATED, EnrolmentState
from preau.people.households.enums import Channel


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def seated(self) -> EnrolmentQuerySet:
        return self.filter(state__in=SEATED)

    def live(self) -> EnrolmentQuerySet:
        return self.filter(state__in=LIVE)


class Enrolment(models.Model):
    """A child's place in a unit, or rank in its queue. ``household`` is the home that pays.

    ``queue_number`` orders those who wait: the rank that a family reads is counted, never kept. ``offered_until`` is
    the instant until which a freed place is kept. ``cents`` is the price that was told, with the lines of its
    explanation in ``quote``. ``channel`` and ``entered_by`` say through which door it came, and change nothing to it.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey("enrolment.BookingUnit", models.PROTECT, related_name="enrolments")
    child = models.ForeignKey("households.Child", models.PROTECT, related_name="enrolments")
    household = models.ForeignKey("households.Household", models.PROTECT, null=True, related_name="enrolments")
    state = models.CharField(_("état"), max_length=10, choices=EnrolmentState)
    channel = models.CharField(_("par"), max_length=8, choices=Channel, default=Channel.ONLINE)
    asked_by = models.ForeignKey("households.Adult", models.SET_NULL, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("demandée le"))
    queue_number = models.PositiveIntegerField(_("ordre d’attente"), null=True, blank=True)
    offered_until = models.DateTimeField(_("réponse attendue avant"), null=True, blank=True)
    cents = models.PositiveIntegerField(_("prix en centimes"), null=True, blank=True)
    quote = models.JSONField(_("calcul du prix"), default=list, blank=True)
    reason = models.CharField(_("motif"), max_length=24, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("inscription")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "child"], condition=Q(state__in=LIVE), name="a_child_asks_a_unit_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "queue_number"],
                condition=Q(queue_number__isnull=False),
                name="one_enrolment_by_queue_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.WAITING) | Q(queue_number__isnull=False),
                name="who_waits_has_a_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.OFFERED) | Q(offered_until__isnull=False),
                name="an_offered_place_has_a_term",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "queue_number"], name="enrolment_by_unit"),
            models.Index(fields=["child", "state"], name="enrolment_by_child"),
            models.Index(
                fields=["offered_until"],
                condition=Q(state=EnrolmentState.OFFERED),
                name="enrolment_waits_for_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} → {self.unit_id} {self.state}"
