from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.drafting.enums import Certainty, SuggestionKind, SuggestionState


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def open(self) -> SuggestionQuerySet:
        return self.filter(state=SuggestionState.OPEN)


class Suggestion(models.Model):
    """A change that somebody proposes, until it is accepted, refused or taken back. It changes nothing by itself.

    Three ways in. A partner proposes on the page: ``facts`` says {fact: [was, proposed]} (see
    ``structure.state``), as a change of the history does. A file sent back is a batch of such suggestions. A
    tracked change of the first import says ``old``, ``new`` and ``start``, the offset in the item's text;
    ``author`` is then the name that the document gives.

    For an addition ``item`` is empty until it is accepted; ``facts`` holds kind, text, parent, row and after (the
    code of the item to stand after), where "+n" names a row or a branch that another suggestion of the batch brings.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="suggestions")
    item = models.ForeignKey("plan.PlanItem", models.CASCADE, null=True, related_name="suggestions")
    target = models.ForeignKey("plan.PlanItem", models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.CharField(_("repère"), max_length=24, blank=True)
    kind = models.CharField(_("nature"), max_length=16, choices=SuggestionKind)
    facts = models.JSONField(_("faits"), default=dict)
    old = models.TextField(_("avant"), blank=True)
    new = models.TextField(_("après"), blank=True)
    start = models.PositiveIntegerField(_("position"), default=0)
    reason = models.TextField(_("raison"), blank=True)
    author = models.CharField(_("auteur"), max_length=160, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="suggestions")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="suggestions"
    )
    batch = models.ForeignKey(
        "drafting.ReturnedDocument", models.CASCADE, null=True, blank=True, related_name="suggestions"
    )
    certainty = models.CharField(_("certitude"), max_length=10, choices=Certainty, default=Certainty.SURE)
    proposed_at = models.DateTimeField(_("proposé le"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=SuggestionState, default=SuggestionState.OPEN)
    decided_at = models.DateTimeField(_("décidé le"), null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.CharField(_("réponse"), max_length=300, blank=True)
    change = models.OneToOneField("plan.ItemChange", models.SET_NULL, null=True, blank=True, related_name="suggestion")

    objects = SuggestionQuerySet.as_manager()

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
        return f"{self.kind} {self.was_text[:20]} → {self.new_text[:20]}"

    @property
    def is_open(self) -> bool:
        return self.state == SuggestionState.OPEN

    @property
    def is_in_text(self) -> bool:
        """A tracked change of the first import: some words at an offset, not whole facts."""
        return not self.facts

    def was(self, fact: str) -> Any:
        return self.facts.get(fact, (None, None))[0]

    def proposed(self, fact: str) -> Any:
        return self.facts.get(fact, (None, None))[1]

    @property
    def was_text(self) -> str:
        return str(self.was("text") or "") if self.facts else self.old

    @property
    def new_text(self) -> str:
        return str(self.proposed("text") or "") if self.facts else self.new

    @property
    def signature(self) -> str:
        """Who speaks, as far as anybody knows: a person of the platform, else the name in the document."""
        return str(self.by) if self.by else self.author
