from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.observatory.evaluation.enums import ContributionState, RecallKind

WORDS = ("done", "helped", "hindered", "proposed")


class Contribution(models.Model):
    """What one side says of one objective that it carries, asked for when the evaluation opens.

    The row is there from then on, without words: who is awaited is known, and nobody is forgotten. ``version`` grows
    with each saving, so that two people of one side never overwrite each other. ``how`` says how the words came when
    somebody writes them for a side that is not theirs.
    """

    evaluation = models.ForeignKey("evaluation.Evaluation", models.CASCADE, related_name="contributions")
    objective = models.ForeignKey("plan.PlanItem", models.PROTECT, related_name="contributions")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="contributions")
    state = models.CharField(_("état"), max_length=10, choices=ContributionState, default=ContributionState.ASKED)
    done = models.TextField(_("ce qui a été fait"), blank=True)
    helped = models.TextField(_("ce qui a aidé"), blank=True)
    hindered = models.TextField(_("ce qui a freiné"), blank=True)
    proposed = models.TextField(_("ce que nous proposons"), blank=True)
    how = models.CharField(_("recueillie comment"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=0)
    asked_at = models.DateTimeField(_("demandée le"))
    saved_at = models.DateTimeField(_("enregistrée le"), null=True, blank=True)
    saved_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    handed_in_at = models.DateTimeField(_("remise le"), null=True, blank=True)
    handed_in_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("contribution")
        ordering = ["objective__position", "organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "objective", "organisation"], name="a_side_contributes_once_by_objective"
            ),
            models.CheckConstraint(condition=Q(state__in=ContributionState.values), name="contribution_state_is_known"),
            models.CheckConstraint(
                condition=(Q(state=ContributionState.HANDED_IN, handed_in_at__isnull=False) & ~Q(done=""))
                | (~Q(state=ContributionState.HANDED_IN) & Q(handed_in_at__isnull=True)),
                name="what_is_handed_in_says_what_was_done",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.objective_id} {self.organisation_id}"

    @property
    def is_handed_in(self) -> bool:
        return self.state == ContributionState.HANDED_IN

    @property
    def has_words(self) -> bool:
        return any(getattr(self, name).strip() for name in WORDS)


class ContributionFile(models.Model):
    """A document joined to a contribution: a picture of what was made, a count, a programme."""

    contribution = models.ForeignKey("evaluation.Contribution", models.CASCADE, related_name="files")
    stored = models.OneToOneField("files.StoredFile", models.PROTECT, related_name="+")
    title = models.CharField(_("ce que c’est"), max_length=160)
    added_at = models.DateTimeField(_("joint le"))
    added_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("pièce d’une contribution")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title


class ContributionRecall(models.Model):
    """A side was reminded of an evaluation: once before the day, once after, however often the job runs."""

    evaluation = models.ForeignKey("evaluation.Evaluation", models.CASCADE, related_name="recalls")
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    kind = models.CharField(_("nature"), max_length=8, choices=RecallKind)
    sent_at = models.DateTimeField(_("dit le"))

    class Meta:
        verbose_name = _("rappel d’une contribution")
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "organisation", "kind"], name="a_side_is_reminded_once_of_each_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.organisation_id} {self.kind}"
