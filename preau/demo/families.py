"""The fictional families enter through the same verbs as everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from preau.demo.content import families as story
from preau.demo.content import town
from preau.demo.content.geography import POSTCODE
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.consents import give_consent
from preau.people.households.documents import accept_document, give_document, refuse_document
from preau.people.households.enums import (
    ConsentPurpose,
    DocumentKind,
    FilePart,
    GuardianKind,
    GuardianRights,
)
from preau.people.households.guardianship import LinkFacts, set_link
from preau.people.households.homes import HomeFacts, lodge, open_home, settle
from preau.people.households.models import Adult, Child, Household
from preau.people.households.opening import AdultFacts, ChildFacts, open_adult, open_child, open_login
from preau.people.households.pickups import PickupFacts, authorise
from preau.people.households.readings import read_file
from preau.people.households.retention import ask_erasure
from preau.people.notices.models import Notice
from preau.people.organisations.models import Commune, Organisation
from preau.people.permissions import actor_of
from preau.town.addresses.geocoding import locate
from preau.town.areas.enums import AreaKind
from preau.town.areas.quarters import slug_of
from preau.town.areas.queries import area_of


@dataclass
class Families:
    """Whom the other chapters of the story call by key: adults by mail's local part, children by first name."""

    adults: dict[str, Adult] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    homes: dict[str, list[Household]] = field(default_factory=dict)
    """By the key of a child: the main home first."""


def open_families(
    commune: Commune, people: Mapping[str, User], organisations: Mapping[str, Organisation], hashed: str
) -> Families:
    """``hashed`` is the password of the accounts that open the demonstration."""
    told = Families()
    desk = Hand(people["mathilde.aubry"], story.OPENED_AT)
    for family in story.FAMILIES:
        _people_of(family, told, commune, organisations, hashed, desk)
        homes = [_home(each, told, commune, desk) for each in family.homes]
        for link in family.links:
            facts = LinkFacts(GuardianKind(link.kind), GuardianRights(link.rights), link.basis)
            set_link(told.children[link.child], told.adults[link.adult], facts, hand=desk, tell=False)
        _papers(family, told, homes, desk)
        _agreements(family, told)
    Notice.objects.filter(recipient__as_adult__in=told.adults.values(), at__lt=town.NEWS_SINCE).update(
        read_at=town.NEWS_SINCE
    )
    for child, who, part, at in story.READINGS:
        _reading(told.children[child], people[who], FilePart(part), at)
    leaving, at = told.adults[story.LEAVING[0]], story.LEAVING[1]
    ask_erasure(leaving, binds=(), hand=Hand(leaving.account, at))
    return told


def _people_of(
    family: story.Family,
    told: Families,
    commune: Commune,
    organisations: Mapping[str, Organisation],
    hashed: str,
    desk: Hand,
) -> None:
    for each in family.adults:
        mail = _mail(each.key) if each.mail else ""
        facts = AdultFacts(each.first_name, each.last_name, mail, each.phone, each.contact_by, each.language)
        adult = told.adults[each.key] = open_adult(commune, facts, hand=desk)
        if mail:
            _opened(open_login(adult, mail, hand=desk), hashed if each.opens else "!")
    for one in family.children:
        school = organisations[one.school] if one.school else None
        born = ChildFacts(one.first_name, one.last_name, one.born_on, one.sex, school, one.level)
        child = told.children[one.key] = open_child(commune, born, hand=desk)
        if one.has_account:
            child.account = User.objects.create_user(_mail(f"{one.key}.gueguen"), full_name=str(child))
            child.save(update_fields=["account"])
            _opened(child.account, hashed)


def _opened(user: User, password: str) -> None:
    User.objects.filter(pk=user.pk).update(is_demo=True, password=password)


def _home(each: story.Home, told: Families, commune: Commune, desk: Hand) -> Household:
    home = open_home(commune, _facts(each, commune), hand=desk)
    for key in each.adults:
        settle(told.adults[key], home, hand=desk)
    for key in each.children:
        lodge(told.children[key], home, hand=desk, is_main=each.is_main)
        told.homes.setdefault(key, []).append(home)
    return home


def _facts(each: story.Home, commune: Commune) -> HomeFacts:
    if each.city:
        return HomeFacts(each.address, each.postcode, each.city, is_resident=False)
    found = locate(commune, each.address)
    if found.lon is None or found.lat is None:
        return HomeFacts(each.address, POSTCODE, town.NAME)
    quarter = area_of(commune, found.lon, found.lat, AreaKind.QUARTER)
    return HomeFacts(found.label, POSTCODE, town.NAME, "", found.lon, found.lat, slug_of(quarter) if quarter else "")


def _papers(family: story.Family, told: Families, homes: list[Household], desk: Hand) -> None:
    """Seen at the desk: no file is kept in the demonstration."""
    for paper in family.papers:
        owner = homes[paper.home] if paper.home is not None else told.children[paper.child]
        given = give_document(DocumentKind(paper.kind), owner=owner, hand=desk)
        if paper.refusal:
            at = datetime(2026, 11, 19, 9, 40, tzinfo=desk.now.tzinfo)
            refuse_document(given, reason=paper.refusal, hand=Hand(desk.by, at))
        elif paper.is_accepted:
            accept_document(given, hand=desk, valid_until=paper.until)


def _agreements(family: story.Family, told: Families) -> None:
    for key, name, link, phone, by in family.pickups:
        adult = told.adults[by]
        facts = PickupFacts(name, link, phone)
        authorise(told.children[key], facts, given_by=adult, hand=Hand(adult.account, story.OPENED_AT))
    for key, by in family.pictures:
        adult = told.adults[by]
        hand = Hand(adult.account, story.OPENED_AT)
        give_consent(ConsentPurpose.PICTURES, adult=adult, child=told.children[key], hand=hand)


def _reading(child: Child, person: User, part: FilePart, at: datetime) -> None:
    read_file(child, part=part, who=actor_of(person, timezone.localdate(at)), hand=Hand(person, at))


def _mail(key: str) -> str:
    return f"{key}@clairval.example"
