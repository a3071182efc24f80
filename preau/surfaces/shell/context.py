"""What every layout needs: the town, the person, the links of the surface they are on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from preau.connectors.franceconnect.setup import is_offered
from preau.cooperation.agreements.permissions import AGREEMENTS
from preau.foundation.kept import kept
from preau.observatory.equity.permissions import EQUITY
from preau.observatory.evaluation.permissions import EVALUATIONS
from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.missing.permissions import MISSING
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.attendance.permissions import ROLL_CALLS
from preau.offer.campaigns.permissions import CAMPAIGNS
from preau.offer.classes.permissions import CLASSES, WISHES
from preau.offer.enrolment.permissions import UNITS
from preau.offer.laboratory.permissions import STUDIES
from preau.offer.outreach.permissions import OUTREACH
from preau.offer.prices.permissions import PRICES
from preau.offer.providers.permissions import PROVIDERS
from preau.offer.versions.permissions import VERSIONS
from preau.people.accounts.enums import Role
from preau.people.accounts.models import User
from preau.people.households.doors import known_as
from preau.people.households.parts import family_part
from preau.people.households.permissions import FAMILIES, RETENTION
from preau.people.notices.queries import unread_of
from preau.people.organisations.models import Commune
from preau.people.permissions import Actor
from preau.people.terms.permissions import TERMS
from preau.plan.importing.permissions import IMPORTS
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import PLANS
from preau.surfaces.shell.request import actor
from preau.town.opendata.permissions import IMPORT_RUNS


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    is_current: bool
    icon: str = ""
    count: int = 0
    """What is new behind the link; nothing is written for 0."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """``title`` is "" for the first group, which needs none."""

    title: str
    links: list[Link]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Lazily: a page that shows no header pays for none."""
    return {
        "town": SimpleLazyObject(_town),
        "navigation": SimpleLazyObject(lambda: public_links(request)),
        "portal_navigation": SimpleLazyObject(lambda: portal_links(request)),
        "workspace_navigation": SimpleLazyObject(lambda: workspace_links(request)),
        "actor": SimpleLazyObject(lambda: actor(request)),
        "public_plan": SimpleLazyObject(lambda: TerritorialEducationPlan.objects.on_display()),
        "demo_accounts": SimpleLazyObject(demo_accounts),
        "offers_franceconnect": is_offered(),
    }


@kept
def _town() -> Commune | None:
    return Commune.objects.current()


def demo_accounts() -> list[tuple[str, str, str]]:
    """(role, address, name) of the accounts that open a fictional town; none in a real one."""
    commune = Commune.objects.current()
    if commune is None or not commune.is_fictional:
        return []
    people = User.objects.filter(is_demo=True).exclude(password__startswith="!").order_by("pk")  # noqa: S106  no password
    return [(_part(each), each.email, each.full_name) for each in people.prefetch_related("memberships")]


def _part(person: User) -> str:
    """The first role that somebody holds, or what they are to their children."""
    held = [each.role for each in person.memberships.all()]
    return str(Role(held[0]).label) if held else family_part(person, timezone.localdate())


def public_links(request: HttpRequest) -> list[Link]:
    links = [
        _link(request, _("Accueil"), "public:home", exact=True),
        _link(request, _("Activités"), "public:catalogue"),
        _link(request, _("Lieux"), "public:places"),
        _link(request, _("Le projet éducatif"), "public:plan"),
        _link(request, _("Ce que ça change"), "public:changes"),
        _link(request, _("Données ouvertes"), "public:data"),
    ]
    if actor(request).is_professional:
        links.append(_link(request, _("Mon espace"), "workspace:home"))
    elif (person := actor(request).user) and (known_as(person) or hasattr(person, "as_child")):
        links.append(_link(request, _("Ma famille"), "portal:home"))
    elif actor(request).user is None:
        links.append(_link(request, _("Se connecter"), "account_login"))
    return links


def portal_links(request: HttpRequest) -> list[Link]:
    """The family's space."""
    return [
        _link(request, _("Ma famille"), "portal:home", exact=True),
        _link(request, _("Mes pièces"), "portal:papers"),
        _link(request, _("Inscriptions"), "portal:places"),
        _link(request, _("Vœux"), "portal:campaigns"),
        _link(request, _("Absences"), "portal:absences"),
        *_grown_up_links(request),
    ]


def _grown_up_links(request: HttpRequest) -> list[Link]:
    """What is a parent's, and closed to a young person."""
    if not hasattr(request.user, "as_adult"):
        return []
    return [_link(request, _("Mes accords"), "portal:consents")]


def workspace_links(request: HttpRequest) -> list[LinkGroup]:
    """Groups: one's own day, writing the plan, acting, offering, the town, deciding. An empty group is not drawn."""
    who: Actor = actor(request)
    day = [
        _link(request, _("Ma journée"), "workspace:home", exact=True, icon="home"),
        _link(request, _("Nouvelles"), "workspace:notices", icon="bell", count=_unread(who)),
    ]
    offering, families = _offering_links(request, who), _family_links(request, who)
    if not PLANS.may(who, "read_draft"):
        families += _laboratory_links(request, who)
        groups = [LinkGroup("", day), LinkGroup(_("Les familles"), families), LinkGroup(_("Le catalogue"), offering)]
        return [group for group in groups if group.links]
    day.insert(1, _link(request, _("Frise"), "workspace:timeline", icon="calendar"))
    writing = [
        _link(request, _("Le projet"), "workspace:plan", icon="rectangle-stack"),
        _link(request, _("Propositions"), "workspace:suggestions", icon="chat-bubble-left-right"),
        _link(request, _("Points ouverts"), "workspace:points", icon="question-mark-circle"),
        _link(request, _("Versions"), "workspace:versions", icon="clock"),
        _link(request, _("Copies et retours"), "workspace:exchange", icon="arrows-right-left"),
    ]
    if IMPORTS.may(who, "read"):
        writing.append(_link(request, _("Imports"), "workspace:imports", icon="arrow-up-tray"))
    acting: list[Link] = [
        _link(request, _("Fiches action"), "workspace:sheets", icon="clipboard-document-list"),
        _link(request, _("Lieux"), "workspace:sites", icon="building-library"),
        _link(request, _("Labels"), "workspace:labels", icon="trophy"),
    ]
    deciding: list[Link] = [
        _link(request, _("Adoption"), "workspace:adoption", icon="check-badge"),
    ]
    if INDICATORS.may(who, "read"):
        deciding.append(_link(request, _("Indicateurs"), "workspace:indicators", icon="chart-bar-square"))
    if EVALUATIONS.may(who, "read"):
        deciding.append(_link(request, _("Évaluation"), "workspace:evaluations", icon="light-bulb"))
    if AGREEMENTS.may(who, "read"):
        deciding.append(_link(request, _("Conventions"), "workspace:agreements", icon="pencil-square"))
    if TERMS.may(who, "read"):
        deciding.append(_link(request, _("Règles et délais"), "workspace:terms", icon="adjustments-horizontal"))
    if PLANS.may(who, "steer"):
        deciding.append(_link(request, _("Pilotage"), "steering:home", icon="chart-bar"))
    deciding += _laboratory_links(request, who)
    groups = [
        LinkGroup("", day),
        LinkGroup(_("Écrire"), writing),
        LinkGroup(_("Agir"), acting),
        LinkGroup(_("Le catalogue"), offering),
        LinkGroup(_("Les familles"), families),
        LinkGroup(_("La ville"), _town_links(request, who)),
        LinkGroup(_("Décider"), deciding),
    ]
    return [group for group in groups if group.links]


def _offering_links(request: HttpRequest, who: Actor) -> list[Link]:
    """What is offered, and on what terms."""
    links = _activity_links(request, who)
    if PRICES.may(who, "read"):
        links.append(_link(request, _("Tarifs"), "workspace:prices", icon="currency-euro"))
    if VERSIONS.may(who, "read"):
        links.append(_link(request, _("Facile et langues"), "workspace:languages", icon="language"))
    if CLASSES.may(who, "read"):
        links.append(_link(request, _("Classes"), "workspace:classes", icon="academic-cap"))
    elif WISHES.may(who, "accept"):
        links.append(_link(request, _("Accueil de classes"), "workspace:class_offers", icon="academic-cap"))
    return links


def _family_links(request: HttpRequest, who: Actor) -> list[Link]:
    """Families, places, campaigns, the day: whoever receives them."""
    links: list[Link] = []
    if FAMILIES.may(who, "read"):
        links.append(_link(request, _("Accueil des familles"), "workspace:families", icon="user-group"))
    if RETENTION.may(who, "read"):
        links.append(_link(request, _("Conservation"), "workspace:retention", icon="archive-box"))
    if UNITS.may(who, "read"):
        links.append(_link(request, _("Inscriptions"), "workspace:units", icon="user-plus"))
    if OUTREACH.may(who, "read"):
        links.append(_link(request, _("Aller vers"), "workspace:outreach", icon="phone"))
    if CAMPAIGNS.may(who, "read"):
        links.append(_link(request, _("Campagnes de vœux"), "workspace:campaigns", icon="scale"))
    if ROLL_CALLS.may(who, "read"):
        links.append(_link(request, _("L’appel"), "workspace:roll_calls", icon="clipboard-document-check"))
    return links


def _laboratory_links(request: HttpRequest, who: Actor) -> list[Link]:
    """Before a vote: with what is decided, or with families for whoever reads no plan."""
    if not STUDIES.may(who, "read"):
        return []
    return [_link(request, _("Laboratoire des règles"), "workspace:studies", icon="beaker")]


def _town_links(request: HttpRequest, who: Actor) -> list[Link]:
    """Where and when."""
    links = [
        _link(request, _("Territoires"), "workspace:areas", icon="map"),
        _link(request, _("Accès libre"), "workspace:spaces", icon="sun"),
        _link(request, _("Calendrier"), "workspace:calendar", icon="calendar-days"),
    ]
    if EQUITY.may(who, "read"):
        links.insert(1, _link(request, _("Équité"), "workspace:equity", icon="globe-europe-africa"))
    if MISSING.may(who, "read"):
        links.append(_link(request, _("Qui manque"), "workspace:missing", icon="magnifying-glass"))
    if IMPORT_RUNS.may(who, "read"):
        links.append(_link(request, _("Fichiers officiels"), "workspace:opendata", icon="arrow-down-on-square-stack"))
    return links


def _activity_links(request: HttpRequest, who: Actor) -> list[Link]:
    """Whoever has one organisation reads its name's page; an agent, the list of them."""
    if not ACTIVITIES.may(who, "follow"):
        return []
    many = PROVIDERS.may(who, "keep")
    return [
        _link(request, _("Activités") if many else _("Mes activités"), "workspace:activities", icon="ticket"),
        _link(request, _("Organisations") if many else _("Mes pièces"), "workspace:providers", icon="folder"),
    ]


def _unread(who: Actor) -> int:
    """One query, and only where the navigation is drawn."""
    return unread_of(who.user).count() if who.user and who.is_professional else 0


def _link(request: HttpRequest, label: str, name: str, *, exact: bool = False, icon: str = "", count: int = 0) -> Link:
    url = reverse(name)
    is_current = request.path == url if exact else request.path.startswith(url)
    return Link(label, url, is_current, icon, count)
