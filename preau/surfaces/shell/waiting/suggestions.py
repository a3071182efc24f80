"""Proposals that wait for the coordination's answer: one line by plan, however many they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.plan.drafting.models import Suggestion


def open_suggestions(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For those who decide; what came in a returned copy waits with it. Two queries."""
    deciding = Membership.objects.on(on).filter(user__in=people, role=Role.PLAN_COORDINATOR)
    persons = set(deciding.values_list("user_id", flat=True))
    if not persons:
        return {}
    living = {"plan__discarded_at__isnull": True, "plan__adopted_on__isnull": True}
    opened = Suggestion.objects.open().filter(batch__isnull=True, **living)
    counts = opened.order_by().values_list("plan_id", "plan__title").annotate(Count("pk")).order_by("plan_id")
    waiting = [_line(plan, title, count) for plan, title, count in counts]
    return dict.fromkeys(persons, waiting) if waiting else {}


def _line(plan: int, title: str, count: int) -> Waiting:
    words = ngettext("%(count)s proposition à examiner", "%(count)s propositions à examiner", count)
    return Waiting(
        title=words % {"count": count},
        path=reverse("workspace:suggestions") + f"?projet={plan}",
        why=_("dans « %(title)s »") % {"title": title},
    )
