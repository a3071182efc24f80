from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.observatory.evaluation.enums import Strength, VerdictKind


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def adopted(self) -> VerdictQuerySet:
        return self.filter(adopted_on__isnull=False)


class Verdict(models.Model):
    """How far an expected effect came about in a year: proposed by the coordination, adopted by the committee.

    Once ``adopted_on`` is filled the database keeps the row as it is, and ``figures`` holds each indicator as it was
    shown that day. ``version`` grows with each wording: a dissent says which one it speaks of.
    """

    evaluation = models.ForeignKey("evaluation.Evaluation", models.PROTECT, related_name="verdicts")
    effect = models.ForeignKey("plan.PlanItem", models.PROTECT, related_name="verdicts")
    kind = models.CharField(_("verdict"), max_length=14, choices=VerdictKind)
    strength = models.CharField(_("force de la preuve"), max_length=10, choices=Strength)
    strength_reason = models.CharField(_("pourquoi cette force"), max_length=400)
    narrative = models.TextField(_("ce que l’on a observé"))
    learnt = models.TextField(_("ce que nous en apprenons"), blank=True)
    change = models.TextField(_("ce que nous changeons"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    proposed_at = models.DateTimeField(_("proposé le"))
    proposed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    adopted_on = models.DateField(_("adopté le"), null=True, blank=True)
    adopted_by_body = models.CharField(_("adopté par"), max_length=160, blank=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        verbose_name = _("verdict")
        ordering = ["effect__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "effect"], name="an_effect_has_one_verdict_a_year"),
            models.CheckConstraint(
                condition=Q(kind__in=VerdictKind.values, strength__in=Strength.values),
                name="a_verdict_is_one_of_four",
            ),
            models.CheckConstraint(
                condition=~Q(strength_reason="") & ~Q(narrative=""), name="a_verdict_gives_its_reasons"
            ),
            models.CheckConstraint(
                condition=Q(adopted_on__isnull=True) | ~Q(adopted_by_body=""), name="an_adopted_verdict_says_by_whom"
            ),
            models.CheckConstraint(
                condition=~Q(kind=VerdictKind.NOT_MEASURED) | Q(strength=Strength.WEAK),
                name="what_was_not_measured_proves_little",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.effect_id} {self.kind}"

    @property
    def is_adopted(self) -> bool:
        return self.adopted_on is not None

    @property
    def told(self) -> VerdictKind:
        return VerdictKind(self.kind)

    @property
    def told_strength(self) -> Strength:
        return Strength(self.strength)


class DissentQuerySet(models.QuerySet["Dissent"]):
    def standing(self) -> DissentQuerySet:
        return self.filter(withdrawn_at__isnull=True)


class Dissent(models.Model):
    """One side sees an effect otherwise, and says so beside the verdict. Only that side may take it back.

    The database keeps its words. ``version`` is that of the verdict which it speaks of.
    """

    verdict = models.ForeignKey("evaluation.Verdict", models.PROTECT, related_name="dissents")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    words = models.TextField(_("autre avis"))
    version = models.PositiveIntegerField(_("version du verdict"))
    signed_at = models.DateTimeField(_("signé le"))
    signed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("repris le"), null=True, blank=True)

    objects = DissentQuerySet.as_manager()

    class Meta:
        verbose_name = _("autre avis")
        ordering = ["signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["verdict", "organisation"],
                condition=Q(withdrawn_at__isnull=True),
                name="a_side_dissents_once",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="a_dissent_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.verdict_id} {self.organisation_id}"

    @property
    def is_about_another_wording(self) -> bool:
        """The verdict was worded again since."""
        return self.version != self.verdict.version
