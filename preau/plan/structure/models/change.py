from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.state import ItemState


class ItemChange(models.Model):
    """One change of one item: who, when, before, after, why. Nothing is ever overwritten without one.

    ``before`` and ``after`` are for people. ``facts`` is for the program: {fact: [was, became]} (see ``state.py``);
    folding the facts of every change, in order, gives the plan as it stands. Changes are numbered in the order in
    which they were committed, so that a number names a moment of the plan. ``version`` is the item's, afterwards.
    """

    item = models.ForeignKey("plan.PlanItem", models.CASCADE, related_name="changes")
    kind = models.CharField(_("nature"), max_length=12, choices=ChangeKind)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    before = models.TextField(_("avant"), blank=True)
    after = models.TextField(_("après"), blank=True)
    reason = models.CharField(_("raison"), max_length=300, blank=True)
    facts = models.JSONField(_("faits"), default=dict)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("modification")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.kind} {self.at:%Y-%m-%d}"

    def still_stands(self, state: ItemState) -> bool:
        """Whether nothing of what it did has been changed again: only then can it be undone."""
        now = state.facts
        return bool(self.facts) and all(now[name] == became for name, (_, became) in self.facts.items())

    @property
    def is_arrival(self) -> bool:
        """It brought the item in; undoing it takes the item out."""
        return "code" in self.facts
