from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import BEING_WRITTEN, LIVING, PROMISED, AgreementKind, AgreementState


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def promised(self) -> AgreementQuerySet:
        """Voted, and not ended."""
        return self.filter(state__in=PROMISED)

    def living(self) -> AgreementQuerySet:
        return self.filter(state__in=LIVING)


class Agreement(models.Model):
    """What several institutions promise one another, from a day to a day (code de l'éducation R551-13 for a plan).

    ``plan`` is the plan that it rests on; ``version`` its adopted text, fixed with the vote. Once voted, its own words
    are those of its last ``AgreementText``. ``revision`` grows with each change, so that nobody overwrites anybody.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="agreements")
    kind = models.CharField(_("nature"), max_length=12, choices=AgreementKind)
    title = models.CharField(_("titre"), max_length=200)
    purpose = models.TextField(_("objet"), blank=True)
    terms = models.TextField(_("dispositions particulières"), blank=True)
    plan = models.ForeignKey(
        "plan.TerritorialEducationPlan", models.SET_NULL, null=True, blank=True, related_name="agreements"
    )
    version = models.ForeignKey(
        "versions.PlanVersion", models.PROTECT, null=True, blank=True, related_name="agreements"
    )
    state = models.CharField(_("état"), max_length=16, choices=AgreementState, default=AgreementState.DRAFT)
    resolution_number = models.CharField(_("numéro de la délibération"), max_length=60, blank=True)
    resolution_on = models.DateField(_("votée le"), null=True, blank=True)
    starts_on = models.DateField(_("prend effet le"), null=True, blank=True)
    ends_on = models.DateField(_("s’achève le"), null=True, blank=True)
    follows = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="followers")
    revision = models.PositiveIntegerField(_("révision"), default=1)
    created_at = models.DateTimeField(_("créée le"))
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("convention")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(starts_on__lt=models.F("ends_on")),
                name="agreement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=BEING_WRITTEN)
                | (
                    ~models.Q(resolution_number="")
                    & models.Q(resolution_on__isnull=False, starts_on__isnull=False, ends_on__isnull=False)
                ),
                name="a_voted_agreement_has_a_vote_and_a_term",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_being_written(self) -> bool:
        return self.state in BEING_WRITTEN

    @property
    def awaits_signatures(self) -> bool:
        return self.state == AgreementState.ADOPTED

    @property
    def rests_on_plan(self) -> bool:
        return AgreementKind(self.kind).rests_on_plan

    @property
    def is_living(self) -> bool:
        return self.state in LIVING
