"""Papers that families gave and that nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.households.enums import DocumentState
from preau.people.households.models import SupportingDocument
from preau.people.notices.waiting import Waiting


def family_papers(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """One line for the whole queue, for those who receive families. Two queries."""
    held = Membership.objects.on(on).filter(user__in=people, role=Role.FAMILY_AGENT)
    agents = set(held.values_list("user_id", flat=True))
    number = SupportingDocument.objects.filter(state=DocumentState.SENT).count() if agents else 0
    if not number:
        return {}
    title = ngettext(
        "%(number)d pièce d’une famille à vérifier", "%(number)d pièces de familles à vérifier", number
    ) % {"number": number}
    thing = Waiting(title, reverse("workspace:family_papers"), why=_("une famille attend la réponse"))
    return {key: [thing] for key in agents}
