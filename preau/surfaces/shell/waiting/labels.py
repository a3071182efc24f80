"""Labels that come to their term, and what has to be done on the way to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting, give
from preau.plan.labels.enums import TOWN_KINDS, LabelState
from preau.plan.labels.models import LabelFile, LabelMilestone
from preau.plan.labels.queries import pending_milestones
from preau.plan.labels.rules import alarm_on

SOON = timedelta(days=30)


def labels(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For those who contribute for the applicant; the coordination has those of the town. Three queries."""
    members, coordinators = _members(people, on)
    if not members and not coordinators:
        return {}
    living = LabelFile.objects.live()
    found: dict[int, list[Waiting]] = {}
    for file in living.filter(state=LabelState.OBTAINED).select_related("scheme", "version", "applicant"):
        if file.expires_on and alarm_on(file.expires_on, file.version.notice_months) <= on:
            give(found, _concerned(file, members, coordinators), _renewal(file, on))
    for milestone in pending_milestones(living, on + SOON):
        give(found, _concerned(milestone.file, members, coordinators), _milestone(milestone, on))
    return found


def _members(people: Sequence[User], on: date) -> tuple[dict[int, set[int]], set[int]]:
    held = Membership.objects.on(on).filter(user__in=people, role__in=(Role.CONTRIBUTOR, Role.PLAN_COORDINATOR))
    members: dict[int, set[int]] = {}
    coordinators: set[int] = set()
    for role, organisation, person in held.values_list("role", "organisation_id", "user_id"):
        if role == Role.PLAN_COORDINATOR:
            coordinators.add(person)
        else:
            members.setdefault(organisation, set()).add(person)
    return members, coordinators


def _concerned(file: LabelFile, members: Mapping[int, set[int]], coordinators: set[int]) -> set[int]:
    """The same people as those who may take the next step."""
    return members.get(file.applicant_id, set()) | (coordinators if file.applicant.kind in TOWN_KINDS else set())


def _renewal(file: LabelFile, on: date) -> Waiting:
    late = file.expires_on is not None and file.expires_on < on
    return Waiting(
        title=_("le renouvellement de %(label)s") % {"label": file.scheme.name},
        path=reverse("workspace:label", args=[file.pk]),
        due_on=file.expires_on,
        why=_("le label a pris fin") if late else _("le label arrive à son terme"),
    )


def _milestone(milestone: LabelMilestone, on: date) -> Waiting:
    return Waiting(
        title=_("%(milestone)s, pour %(label)s") % {"milestone": milestone.name, "label": milestone.file.scheme.name},
        path=reverse("workspace:label", args=[milestone.file_id]) + "#jalons",
        due_on=milestone.due_on,
        why=_("en retard") if milestone.due_on < on else _("jalon d’un label"),
    )
