from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ActionReview(models.Model):
    """What came of an action (bilan). Counts of people, never a name."""

    done = models.TextField(_("ce qui a été fait"))
    children = models.PositiveIntegerField(_("enfants et jeunes touchés"))
    adults = models.PositiveIntegerField(_("adultes touchés"))
    worked = models.TextField(_("ce qui a bien marché"))
    to_change = models.TextField(_("ce qu’il faudrait changer"))
    effect = models.TextField(_("effet constaté"))
    cost = models.DecimalField(_("coût réel"), max_digits=10, decimal_places=2)
    written_at = models.DateTimeField(_("écrit le"))
    written_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("bilan")
        constraints = [models.CheckConstraint(condition=Q(cost__gte=0), name="a_cost_is_not_negative")]

    def __str__(self) -> str:
        return self.done[:60]
