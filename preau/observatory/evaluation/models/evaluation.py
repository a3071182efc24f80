from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.observatory.evaluation.enums import EvaluationState

_SETTLED = (EvaluationState.ADOPTED, EvaluationState.PUBLISHED)


class Evaluation(models.Model):
    """What a town asks of one school year of its plan: why, what, by which criteria, with what place for parents.

    Those four are what the State's supports ask of an evaluation (domain brief, a.3). ``conclusion`` is what the
    committee says of the whole year. ``adopted_on`` and ``adopted_by_body`` are the committee's, ``published_at`` is
    when everybody could read it.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.PROTECT, related_name="evaluations")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    state = models.CharField(_("état"), max_length=10, choices=EvaluationState, default=EvaluationState.PREPARED)
    why = models.TextField(_("pourquoi évaluer"), blank=True)
    question = models.TextField(_("ce que l’on veut savoir"), blank=True)
    criteria = models.TextField(_("à quoi on verra que c’est réussi"), blank=True)
    parents_place = models.TextField(_("la place des parents et des jeunes"), blank=True)
    opens_on = models.DateField(_("ouverture des contributions"), null=True, blank=True)
    closes_on = models.DateField(_("fin des contributions"), null=True, blank=True)
    conclusion = models.TextField(_("ce que l’année nous apprend"), blank=True)
    adopted_on = models.DateField(_("adoptée le"), null=True, blank=True)
    adopted_by_body = models.CharField(_("adoptée par"), max_length=160, blank=True)
    published_at = models.DateTimeField(_("publiée le"), null=True, blank=True)
    created_at = models.DateTimeField(_("préparée le"))
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("évaluation")
        ordering = ["-school_year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "school_year"], name="a_year_is_evaluated_once"),
            models.CheckConstraint(condition=Q(state__in=EvaluationState.values), name="evaluation_state_is_known"),
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True) | Q(closes_on__isnull=True) | Q(closes_on__gt=F("opens_on")),
                name="contributions_close_after_they_open",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=_SETTLED, adopted_on__isnull=False) & ~Q(adopted_by_body=""))
                | (~Q(state__in=_SETTLED) & Q(adopted_on__isnull=True)),
                name="an_adopted_evaluation_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(state=EvaluationState.PUBLISHED, published_at__isnull=False)
                | (~Q(state=EvaluationState.PUBLISHED) & Q(published_at__isnull=True)),
                name="a_published_evaluation_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Évaluation %(year)s") % {"year": self.year_name})

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    @property
    def is_settled(self) -> bool:
        return EvaluationState(self.state).is_settled

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    def days_left(self, today: date) -> int | None:
        """Before contributions close; negative once they should have."""
        return (self.closes_on - today).days if self.closes_on else None


class EvaluationStep(models.Model):
    """A change of state: who, when, why."""

    evaluation = models.ForeignKey("evaluation.Evaluation", models.CASCADE, related_name="steps")
    name = models.CharField(_("étape"), max_length=16)
    source = models.CharField(_("état d’avant"), max_length=10, choices=EvaluationState)
    target = models.CharField(_("état d’après"), max_length=10, choices=EvaluationState)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("raison"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("étape d’une évaluation")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.name}"
