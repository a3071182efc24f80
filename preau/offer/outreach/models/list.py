from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.outreach.enums import Barrier, Ending, Outcome
from preau.offer.outreach.groups import Group, Means, Stage


class OutreachListQuerySet(models.QuerySet["OutreachList"]):
    def open_on(self, day: date) -> OutreachListQuerySet:
        return self.filter(closed_at__isnull=True, closes_on__gte=day)


class OutreachList(models.Model):
    """Children of one group who were not seen this year, for one referent, for a reason, until a day.

    ``offer`` is what will be proposed to them, ``reason`` why this group. Once closed it holds no child any more: only
    how many there were, and what came of it.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    referent = models.ForeignKey("outreach.OutreachReferent", models.PROTECT, related_name="lists")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    quarter = models.SlugField(_("quartier"), max_length=80, blank=True)
    stage = models.CharField(_("âge"), max_length=8, choices=Stage, blank=True)
    means = models.CharField(_("tranche de quotient"), max_length=8, choices=Means, blank=True)
    offer = models.CharField(_("ce qui sera proposé"), max_length=200)
    reason = models.TextField(_("raison"), max_length=600)
    children = models.PositiveSmallIntegerField(_("enfants à l’ouverture"))
    opened_at = models.DateTimeField(_("ouverte le"))
    closes_on = models.DateField(_("ouverte jusqu’au"))
    closed_at = models.DateTimeField(_("fermée le"), null=True, blank=True)
    ending = models.CharField(_("fermée parce que"), max_length=4, choices=Ending, blank=True)

    objects = OutreachListQuerySet.as_manager()

    class Meta:
        verbose_name = _("liste d’aller vers")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(quarter="") | ~Q(stage="") | ~Q(means=""), name="a_list_is_of_a_group"),
            models.CheckConstraint(condition=~Q(offer="") & ~Q(reason=""), name="a_list_has_a_reason"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, ending="") | (Q(closed_at__isnull=False) & ~Q(ending="")),
                name="a_list_ends_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(children__gt=0), name="a_list_is_of_somebody"),
            models.UniqueConstraint(
                fields=["commune", "quarter", "stage", "means"],
                condition=Q(closed_at__isnull=True),
                name="one_open_list_by_group",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter} {self.stage} {self.means}".strip()

    @property
    def group(self) -> Group:
        return Group(self.quarter, self.stage, self.means)


class OutreachLine(models.Model):
    """A child of an open list, and what came of it. It goes when the list closes."""

    list = models.ForeignKey("outreach.OutreachList", models.CASCADE, related_name="lines")
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="outreach_lines")
    outcome = models.CharField(_("suite"), max_length=9, choices=Outcome, blank=True)
    barrier = models.CharField(_("ce qui retenait"), max_length=11, choices=Barrier, blank=True)
    answered_at = models.DateTimeField(_("notée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("enfant d’une liste")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["list", "child"], name="a_child_once_in_a_list"),
            models.CheckConstraint(
                condition=Q(outcome="", barrier="", answered_at__isnull=True)
                | (~Q(outcome="") & Q(answered_at__isnull=False)),
                name="an_outcome_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(barrier="") | Q(outcome__in=[Outcome.REACHED, Outcome.DECLINED]),
                name="who_was_not_reached_said_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.outcome}"


class OutreachResult(models.Model):
    """What stays of a closed list: how many, for each outcome and each barrier. "" where nobody was called."""

    list = models.ForeignKey("outreach.OutreachList", models.CASCADE, related_name="results")
    outcome = models.CharField(_("suite"), max_length=9, choices=Outcome, blank=True)
    barrier = models.CharField(_("ce qui retenait"), max_length=11, choices=Barrier, blank=True)
    children = models.PositiveSmallIntegerField(_("enfants"))

    class Meta:
        verbose_name = _("résultat d’une liste")
        ordering = ["list", "outcome", "barrier"]
        constraints = [
            models.UniqueConstraint(fields=["list", "outcome", "barrier"], name="one_result_by_outcome_and_barrier"),
            models.CheckConstraint(condition=Q(children__gt=0), name="a_result_counts_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.outcome} {self.children}"
