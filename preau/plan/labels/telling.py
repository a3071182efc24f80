"""Whom a label's file concerns, and how they are told."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.plan.labels.models import LabelFile


def concerned(file: LabelFile, on: date) -> QuerySet[User]:
    """Those who contribute for the applicant, and the coordination of the plan."""
    held = Membership.objects.on(on).filter(
        Q(role=Role.CONTRIBUTOR, organisation=file.applicant_id) | Q(role=Role.PLAN_COORDINATOR)
    )
    return User.objects.filter(pk__in=held.values("user")).order_by("pk")


def tell(
    file: LabelFile, title: str, *, hand: Hand, kind: NoticeKind = NoticeKind.CHANGED, due_on: date | None = None
) -> int:
    return notify(
        concerned(file, timezone.localdate(hand.now)),
        kind=kind,
        subject=file,
        title=title,
        path=reverse("workspace:label", args=[file.pk]),
        now=hand.now,
        by=hand.by,
        due_on=due_on,
    )
