"""Entries of the catalogue: what their organisation has to mend or to verify, what the town has to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.publishing.states import SHOWN
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting

_AUTHORS = (Role.PROVIDER, Role.CONTRIBUTOR)
_AT_HOME = (EntryState.TO_CHANGE, EntryState.STALE)


def activities(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """One line for each entry that comes back to its authors; one for all that an agent has to read. Three queries."""
    roles = (*_AUTHORS, Role.CATALOGUE_AGENT)
    held = Membership.objects.on(on).filter(user__in=people, role__in=roles)
    members: dict[int, set[int]] = defaultdict(set)
    agents: set[int] = set()
    for role, organisation, person in held.values_list("role", "organisation_id", "user_id"):
        if role == Role.CATALOGUE_AGENT:
            agents.add(person)
        else:
            members[organisation].add(person)
    found: dict[int, list[Waiting]] = defaultdict(list)
    if members:
        back = Activity.objects.filter(organisation__in=members, state__in=_AT_HOME)
        for activity in back.order_by("title", "pk"):
            for person in members[activity.organisation_id]:
                found[person].append(_back(activity))
    if agents and (unread := _to_read()):
        title = ngettext("%(number)d fiche du catalogue à lire", "%(number)d fiches du catalogue à lire", unread)
        path = reverse("workspace:activities") + "?etat=a-lire"
        thing = Waiting(title % {"number": unread}, path, why=_("proposées, ou changées depuis votre lecture"))
        for person in agents:
            found[person].append(thing)
    return found


def _back(activity: Activity) -> Waiting:
    is_stale = activity.state == EntryState.STALE
    return Waiting(
        title=_("la fiche « %(title)s »") % {"title": activity.title},
        path=reverse("workspace:activity", args=[activity.slug]),
        why=_("à vérifier : un an a passé") if is_stale else _("la ville attend un changement"),
    )


def _to_read() -> int:
    unread = Q(state__in=SHOWN, version__gt=F("read_version"))
    return Activity.objects.filter(Q(state=EntryState.PROPOSED) | unread).count()
