"""A referent, and a quarter whose children the town knows and does not see."""

from __future__ import annotations

from datetime import UTC, date, datetime

from preau.offer.outreach.designating import designate
from preau.offer.outreach.groups import Group
from preau.offer.outreach.models import OutreachList, OutreachReferent
from preau.offer.outreach.opening import Purpose, open_list
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.models import Child, Household
from preau.people.permissions import actor_of
from tests.cast.families import link, make_adult, make_child, make_home
from tests.cast.people import make_commune, make_person

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
_ROLES = {"coordinator": "plan_coordinator", "elected": "elected_member", "agent": "catalogue_agent"}
PORT = Group(quarter="port")
PURPOSE = Purpose("Le club de lecture du mercredi, gratuit.", "On y voit deux fois moins d’enfants qu’ailleurs.")


def the(part: str) -> User:
    """The one person of that role, made when it is first asked for."""
    known = User.objects.filter(memberships__role=Role(_ROLES.get(part, part))).order_by("pk").first()
    return known or make_person(part)


def make_referent(person: User | None = None, *, now: datetime = NOW, ends_on: date | None = None) -> OutreachReferent:
    return designate(
        person or the("family_agent"),
        basis="note de la direction générale du 2 novembre 2026",
        ends_on=ends_on,
        commune=make_commune(),
        hand=Hand(the("administrator"), now),
    )


def make_quarter(count: int = 12, *, quarter: str = "port", born_on: date = date(2018, 3, 14)) -> list[Child]:
    """Each in its own home, with one parent."""
    children = []
    for number in range(count):
        parent = make_adult(f"Parent {quarter}-{number}", account=False)
        child = make_child(f"Enfant {quarter}-{number}", born_on)
        link(child, parent)
        home = make_home(f"{number} quai du Port", [parent], [child])
        Household.objects.filter(pk=home.pk).update(quarter=quarter)
        children.append(child)
    return children


def make_list(person: User | None = None, group: Group = PORT, *, now: datetime = NOW) -> OutreachList:
    """Of a quarter that exists, by somebody who is a referent."""
    person = person or the("family_agent")
    return open_list(group, PURPOSE, commune=make_commune(), who=actor_of(person, now.date()), hand=Hand(person, now))
