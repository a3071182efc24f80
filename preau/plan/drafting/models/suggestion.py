from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.drafting.enums import SuggestionKind, SuggestionState


class Suggestion(models.Model):
    """A change that somebody proposes: a tracked change of the Word file, until it is accepted or refused.

    ``start`` is the offset in the item's text at import; ``author`` is the name the document gives.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="suggestions")
    item = models.ForeignKey("plan.PlanItem", models.CASCADE, null=True, related_name="suggestions")
    target = models.ForeignKey("plan.PlanItem", models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.CharField(_("repère"), max_length=24, blank=True)
    kind = models.CharField(_("nature"), max_length=16, choices=SuggestionKind)
    old = models.TextField(_("avant"), blank=True)
    new = models.TextField(_("après"), blank=True)
    start = models.PositiveIntegerField(_("position"), default=0)
    author = models.CharField(_("auteur"), max_length=160, blank=True)
    proposed_at = models.DateTimeField(_("proposé le"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=SuggestionState, default=SuggestionState.OPEN)
    decided_at = models.DateTimeField(_("décidé le"), null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.CharField(_("réponse"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("proposition")
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=SuggestionState.OPEN, decided_at__isnull=True)
                | (~models.Q(state=SuggestionState.OPEN) & models.Q(decided_at__isnull=False)),
                name="a_decided_suggestion_has_an_instant",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.old[:20]} → {self.new[:20]}"
