"""Papers of organisations, and associations that ask to join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from preau.offer.activities.models import Activity
from preau.offer.providers.enums import JoinState, PaperState
from preau.offer.providers.models import JoinRequest, ProviderPaper
from preau.offer.providers.papers import Standing, needed
from preau.offer.providers.queries import ALIVE, PaperLine, papers_of
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.people.organisations.models import Organisation

_TO_GIVE = frozenset({Standing.MISSING, Standing.EXPIRED, Standing.REFUSED, Standing.SOON})


def papers(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For those who write for an organisation: what it has to give, or to renew soon. Five queries."""
    held = Membership.objects.on(on).filter(user__in=people, role__in=(Role.PROVIDER, Role.CONTRIBUTOR))
    members: dict[int, set[int]] = defaultdict(set)
    for key, person in held.values_list("organisation_id", "user_id"):
        members[key].add(person)
    audiences: dict[int, set[str]] = defaultdict(set)
    living = Activity.objects.filter(organisation__in=members, state__in=ALIVE)
    for owner, told in living.values_list("organisation_id", "audiences"):
        audiences[owner].update(told)
    offering = list(Organisation.objects.filter(pk__in=audiences).select_related("commune"))
    if not offering:
        return {}
    found: dict[int, list[Waiting]] = defaultdict(list)
    known = papers_of(offering, offering[0].commune, on)
    for organisation in offering:
        wanted = needed(organisation.kind, audiences[organisation.pk])
        for kind, line in known[organisation.pk].items():
            if kind in wanted and line.standing in _TO_GIVE and line.waiting is None:
                for person in members[organisation.pk]:
                    found[person].append(_paper(line, organisation))
    return found


def joins_and_checks(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For the town's agents. Three queries."""
    held = Membership.objects.on(on).filter(user__in=people, role=Role.CATALOGUE_AGENT)
    agents = set(held.values_list("user_id", flat=True))
    if not agents:
        return {}
    things = [
        Waiting(
            title=_("la demande de « %(name)s »") % {"name": each.name},
            path=reverse("workspace:join", args=[each.pk]),
            why=_("une association demande à publier"),
        )
        for each in JoinRequest.objects.filter(state=JoinState.CONFIRMED)
    ]
    for paper in ProviderPaper.objects.filter(state=PaperState.DECLARED).select_related("organisation"):
        said = {"kind": paper.get_kind_display(), "name": paper.organisation.name}
        path = reverse("workspace:provider", args=[paper.organisation.slug]) + "#pieces"
        things.append(Waiting(_("%(kind)s de %(name)s") % said, path, why=_("une pièce à contrôler")))
    return dict.fromkeys(agents, things)


def _paper(line: PaperLine, organisation: Organisation) -> Waiting:
    until = line.paper.valid_until if line.paper else None
    why = {
        Standing.MISSING: _("une pièce manque"),
        Standing.EXPIRED: _("cette pièce n’est plus valable"),
        Standing.REFUSED: _("cette pièce est à redonner"),
        Standing.SOON: _("cette pièce est à renouveler"),
    }[line.standing]
    path = reverse("workspace:provider", args=[organisation.slug]) + "#pieces"
    return Waiting(title=str(line.kind.label), path=path, due_on=until, why=why)
