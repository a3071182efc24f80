"""What people say under something: each remark with whom it calls, and whether the reader may take it away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from preau.people.notices.mentions import Named
from preau.people.notices.queries import callable_names
from preau.plan.drafting.models import PlanComment
from preau.plan.drafting.permissions import COMMENTS
from preau.surfaces.shell.request import actor


@dataclass(frozen=True, slots=True)
class Remark:
    comment: PlanComment
    names: list[Named] = field(default_factory=list)
    may_remove: bool = False


def remarks_of(request: HttpRequest, comments: QuerySet[PlanComment]) -> list[Remark]:
    """The oldest first, without those taken away. At most four queries, however many remarks."""
    shown = list(comments.filter(removed_at__isnull=True).select_related("by", "organisation"))
    names = _names(shown)
    mine = COMMENTS.rows(actor(request), "remove", PlanComment.objects.filter(pk__in=[each.pk for each in shown]))
    removable = set(mine.values_list("pk", flat=True)) if shown else set()
    return [Remark(each, names, each.pk in removable) for each in shown]


def _names(comments: Iterable[PlanComment]) -> list[Named]:
    """Who may be called; nobody is looked for where nobody is called."""
    return callable_names(timezone.localdate()) if any("@" in each.text for each in comments) else []
