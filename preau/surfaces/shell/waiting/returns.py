"""Copies that came back and wait for the coordination."""

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
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.models import ReturnedDocument


def open_returns(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Copies in which a change still waits for an answer. Two queries."""
    held = Membership.objects.on(on).filter(user__in=people, role=Role.PLAN_COORDINATOR)
    coordinators = set(held.values_list("user_id", flat=True))
    if not coordinators:
        return {}
    returns = (
        ReturnedDocument.objects.filter(
            discarded_at__isnull=True, plan__discarded_at__isnull=True, suggestions__state=SuggestionState.OPEN
        )
        .select_related("organisation", "by")
        .annotate(waiting=Count("suggestions"))
        .order_by("received_at", "pk")
    )
    things = [_return(returned, returned.waiting) for returned in returns]
    return dict.fromkeys(coordinators, things) if things else {}


def _return(returned: ReturnedDocument, waiting: int) -> Waiting:
    words = ngettext("%(n)s changement renvoyé par %(who)s", "%(n)s changements renvoyés par %(who)s", waiting)
    who = returned.organisation or returned.by or returned.file_name
    return Waiting(
        title=words % {"n": waiting, "who": who},
        path=reverse("workspace:return", args=[returned.pk]),
        why=_("une copie du projet à relire"),
    )
