from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.offer.enrolment.enums import Mode


class BookingUnit(models.Model):
    """What one registers for: a group of an activity (its slot, for a period) or one date (its session).

    ``capacity`` seats, ``taken`` of them: the database refuses one too many, whoever asks and however many at once.
    ``keeps_freed``: places given back wait for the second round of a campaign.
    ``queued`` numbers the waiting list: it only grows. ``opens_at`` empty: not open yet; ``documents`` lists the kinds
    that a child or a home must have given; ``release_days`` before a date, a place can no longer be given back
    without a word.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    activity = models.ForeignKey("activities.Activity", models.PROTECT, related_name="units")
    slot = models.ForeignKey("activities.Slot", models.PROTECT, null=True, blank=True, related_name="units")
    session = models.ForeignKey("activities.Session", models.PROTECT, null=True, blank=True, related_name="units")
    label = models.CharField(_("groupe ou date"), max_length=120)
    starts_on = models.DateField(_("du"))
    ends_on = models.DateField(_("au"))
    mode = models.CharField(_("inscription"), max_length=8, choices=Mode, default=Mode.DIRECT)
    capacity = models.PositiveSmallIntegerField(_("places"))
    taken = models.PositiveSmallIntegerField(_("places prises"), default=0)
    queued = models.PositiveIntegerField(_("dernier rang d’attente donné"), default=0)
    opens_at = models.DateTimeField(_("ouvre le"), null=True, blank=True)
    closes_at = models.DateTimeField(_("ferme le"), null=True, blank=True)
    documents = models.JSONField(_("pièces demandées"), default=list, blank=True)
    release_days = models.PositiveSmallIntegerField(_("jours pour rendre une place"), default=2)
    keeps_freed = models.BooleanField(_("places rendues gardées pour le second tour"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("groupe ouvert à l’inscription")
        ordering = ["starts_on", "label", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session"], name="one_unit_by_session"),
            models.UniqueConstraint(fields=["slot", "starts_on"], name="one_unit_by_slot_and_period"),
            models.CheckConstraint(condition=Q(taken__lte=F("capacity")), name="never_one_place_too_many"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="unit_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(slot__isnull=False, session__isnull=True) | Q(slot__isnull=True, session__isnull=False),
                name="a_unit_is_a_group_or_a_date",
            ),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(opens_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="unit_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def room(self) -> int:
        return self.capacity - self.taken
