"""A theatre that receives three classes a year, and the classes that ask."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from preau.offer.activities.enums import Domain, Pillar, Public
from preau.offer.classes.asking import WishFacts, ask, confirm
from preau.offer.classes.groups import GroupFacts, open_group
from preau.offer.classes.models import ClassGroup, ClassOffer, ClassWish
from preau.offer.classes.offers import OfferFacts, open_offer
from preau.people.accounts.hand import Hand
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Organisation

from .offer import make_activity
from .people import make_organisation

ASKED_AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
HAND = Hand(None, ASKED_AT)


def make_school(name: str = "École des Tilleuls") -> Organisation:
    return make_organisation(name, OrganisationKind.SCHOOL)


def make_group(name: str = "CE1 bleue", *, school: Organisation | None = None, **facts: object) -> ClassGroup:
    told = {"levels": ["ce1"], "size": 24, "follows": None} | facts
    year = told.pop("year", 2026)
    return open_group(school or make_school(), year, GroupFacts(name, **told), hand=HAND)


def make_class_offer(title: str = "Théâtre d’ombres", *, seats: int = 2, **facts: object) -> ClassOffer:
    activity = make_activity(
        title,
        domain=Domain.STAGE,
        audiences=[Public.CLASS.value],
        levels=["cp", "ce1", "ce2"],
        pillars=[Pillar.MEET.value, Pillar.PRACTISE.value],
        weekday=None,
        organisation=make_organisation("Théâtre"),
    )
    terms = {
        "largest_group": 28,
        "adults": 2,
        "hours": Decimal(6),
        "opens_on": date(2026, 9, 1),
        "closes_on": date(2026, 12, 1),
    } | facts
    return open_offer(activity, OfferFacts(seats, **terms), hand=HAND)


def make_wish(offer: ClassOffer, group: ClassGroup, *, confirmed: bool = True, rank: int = 1, by=None) -> ClassWish:
    wish = ask(offer, group, WishFacts(adults=2, rank=rank), hand=Hand(by, ASKED_AT))
    return confirm(wish, hand=HAND) if confirmed else wish
