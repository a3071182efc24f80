"""Contributions to an evaluation that a side has not handed in yet: one line, however many objectives it carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.schoolyears import year_name
from preau.observatory.evaluation.enums import ContributionState, EvaluationState
from preau.observatory.evaluation.models import Contribution
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting, give


def awaited_contributions(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For those who contribute for a side that is asked. Two queries."""
    members: dict[int, list[int]] = {}
    held = Membership.objects.on(on).filter(user__in=people, role=Role.CONTRIBUTOR)
    for organisation, person in held.values_list("organisation_id", "user_id"):
        members.setdefault(organisation, []).append(person)
    silent = Contribution.objects.filter(
        organisation__in=members, evaluation__state=EvaluationState.OPEN, evaluation__plan__discarded_at=None
    ).exclude(state=ContributionState.HANDED_IN)
    told = silent.order_by().values_list(
        "organisation", "evaluation", "evaluation__school_year", "evaluation__closes_on"
    )
    found: dict[int, list[Waiting]] = {}
    for side, evaluation, year, closes_on, count in told.annotate(n=Count("pk")).order_by("evaluation", "organisation"):
        give(found, members[side], _awaited(evaluation, year, closes_on, count))
    return found


def _awaited(evaluation: int, year: int, closes_on: date | None, count: int) -> Waiting:
    title = ngettext(
        "%(count)d contribution à l’évaluation %(year)s", "%(count)d contributions à l’évaluation %(year)s", count
    )
    return Waiting(
        title=title % {"count": count, "year": year_name(year)},
        path=reverse("workspace:evaluation_contributions", args=[evaluation]),
        due_on=closes_on,
        why=_("ce qui a été fait, ce qui a aidé, ce qui a freiné"),
    )
