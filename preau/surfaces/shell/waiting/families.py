"""Papers that families gave and that nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.enrolment.papers import first_days
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.households.enums import DocumentState
from preau.people.households.models import SupportingDocument
from preau.people.notices.waiting import Waiting


def family_papers(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """One line for the whole queue, for those who receive families; due before the first of the first days.

    Three queries.
    """
    held = Membership.objects.on(on).filter(user__in=people, role=Role.FAMILY_AGENT)
    agents = set(held.values_list("user_id", flat=True))
    waiting = list(SupportingDocument.objects.filter(state=DocumentState.SENT)) if agents else []
    number = len(waiting)
    if not number:
        return {}
    title = ngettext(
        "%(number)d pièce d’une famille à vérifier", "%(number)d pièces de familles à vérifier", number
    ) % {"number": number}
    due = min(first_days(waiting, on).values(), default=None)
    why = _("une place en dépend") if due else _("une famille attend la réponse")
    thing = Waiting(title, reverse("workspace:family_papers"), due_on=due, why=why)
    return {key: [thing] for key in agents}
