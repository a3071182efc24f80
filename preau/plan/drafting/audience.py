"""Whom an act of drafting concerns."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from preau.people.accounts.models import User
from preau.plan.drafting.models import PlanComment, Suggestion
from preau.plan.structure.models import PlanItem


def author_and_backers(suggestion: Suggestion) -> QuerySet[User]:
    """Whom its answer concerns."""
    backers = suggestion.supports.values("by")
    return User.objects.filter(Q(pk=suggestion.by_id) | Q(pk__in=backers)).order_by("pk")


def earlier_voices(said: PlanComment) -> QuerySet[User]:
    """Who proposed what is talked of, and who spoke of it before."""
    before = PlanComment.objects.filter(removed_at__isnull=True).exclude(pk=said.pk)
    if said.suggestion is not None:
        spoke = Q(pk=said.suggestion.by_id) | Q(pk__in=before.filter(suggestion=said.suggestion).values("by"))
    else:
        spoke = Q(pk__in=before.filter(item=said.item, suggestion__isnull=True).values("by"))
    return User.objects.filter(spoke).order_by("pk")


def place_of(thing: Suggestion | PlanComment) -> str:
    """The code by which people know where it is."""
    item: PlanItem | None = thing.item
    if item is not None:
        return item.code
    suggestion = thing if isinstance(thing, Suggestion) else thing.suggestion
    return suggestion.place if suggestion else ""
