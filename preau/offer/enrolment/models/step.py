from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.enrolment.enums import EnrolmentState


class EnrolmentStep(models.Model):
    """A step in the life of a registration: who, when, from where to where, why.

    It is written with the place, in one transaction, and is what the family is told of: ``told_at`` is empty until
    it was. A worker that dies between the two loses no confirmation and invents none.
    """

    enrolment = models.ForeignKey("enrolment.Enrolment", models.CASCADE, related_name="steps")
    step = models.CharField(_("étape"), max_length=12)
    from_state = models.CharField(max_length=10, choices=EnrolmentState, blank=True)
    to_state = models.CharField(max_length=10, choices=EnrolmentState)
    reason = models.CharField(_("motif"), max_length=240, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))
    told_at = models.DateTimeField(_("annoncée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("étape d’une inscription")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["id"], condition=Q(told_at__isnull=True), name="enrolment_steps_to_tell")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.step}"
