from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.drafting.enums import PointOutcome


class OpenPointQuerySet(models.QuerySet["OpenPoint"]):
    def open(self) -> OpenPointQuerySet:
        return self.filter(settled_at__isnull=True)

    def settled(self) -> OpenPointQuerySet:
        return self.filter(settled_at__isnull=False)


class OpenPoint(models.Model):
    """A leftover of drafting that somebody must look at: the quoted words, why, who, by when, what was decided.

    ``kind`` is the type of the mark (``placeholder``, ``scare_quotes``…): see ``plan.importing.marks``.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="open_points")
    item = models.ForeignKey("plan.PlanItem", models.CASCADE, null=True, related_name="open_points")
    kind = models.CharField(_("nature"), max_length=40)
    quote = models.TextField(_("mots cités"), blank=True)
    reason = models.TextField(_("pourquoi"))
    needs_town_decision = models.BooleanField(_("demande une décision"), default=False)
    owner = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="open_points"
    )
    due_on = models.DateField(_("à régler avant le"), null=True, blank=True)
    raised_at = models.DateTimeField(_("relevé le"))
    outcome = models.CharField(_("issue"), max_length=16, choices=PointOutcome, blank=True)
    decision = models.TextField(_("décision"), blank=True)
    settled_at = models.DateTimeField(_("réglé le"), null=True, blank=True)
    settled_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OpenPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("point ouvert")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True, outcome="")
                | (models.Q(settled_at__isnull=False) & ~models.Q(outcome="")),
                name="a_settled_point_has_an_outcome_and_an_instant",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} « {self.quote[:40]} »"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None
