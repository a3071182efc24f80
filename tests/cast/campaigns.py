"""A campaign of Wednesdays: four groups, wishes from 16 November to 1 December 2026, walked to the state one asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime

from preau.offer.campaigns.deciding import decide, notify_families
from preau.offer.campaigns.enums import LegalProfile, OverrideReason
from preau.offer.campaigns.models import AllocationCampaign, Application, CampaignOffer, Override
from preau.offer.campaigns.overriding import ask_override
from preau.offer.campaigns.preparing import RuleFacts, add_offer, prepare_campaign, set_rules
from preau.offer.campaigns.stepping import adopt, announce, close_window, open_window
from preau.offer.campaigns.wishing import WishFacts, save, send, start
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.enums import Channel
from preau.people.households.models import Adult
from tests.cast.enrolment import make_unit
from tests.cast.families import Family, make_small_family
from tests.cast.people import make_organisation, make_person

PREPARED = Hand(None, datetime(2026, 9, 15, 8, tzinfo=UTC))
VOTED = Hand(None, datetime(2026, 10, 9, 8, tzinfo=UTC))
ANNOUNCED = Hand(None, datetime(2026, 10, 20, 8, tzinfo=UTC))
OPENED = Hand(None, datetime(2026, 11, 16, 8, tzinfo=UTC))
OPEN = Hand(None, datetime(2026, 11, 24, 9, 30, tzinfo=UTC))
CLOSED = Hand(None, datetime(2026, 12, 1, 23, 30, tzinfo=UTC))
DECIDED = Hand(None, datetime(2026, 12, 7, 9, tzinfo=UTC))
NOTIFIED = Hand(None, datetime(2026, 12, 8, 9, tzinfo=UTC))
AFTER = Hand(None, datetime(2026, 12, 20, 9, tzinfo=UTC))
"""Every family has answered, or kept silent too long."""
RULES = (
    RuleFacts("habitants sans place l’an dernier", ("resident", "not_served_last_year"), "égalité d’accès"),
    RuleFacts("habitants", ("resident",), "objet du service"),
)
TITLES = ("Judo", "Poterie", "Théâtre", "Natation")
NUMBER = "17 23 31 40 44 5"


def make_campaign(
    state: str = "open", *, seats: int = 2, rules: tuple[RuleFacts, ...] = RULES, titles: tuple[str, ...] = TITLES
) -> AllocationCampaign:
    campaign = prepare_campaign(
        make_organisation("Accueil des familles"),
        title="Mercredis d’hiver",
        school_year=2026,
        legal_profile=LegalProfile.SPORT_CULTURE,
        opens_at=datetime(2026, 11, 16, 7, tzinfo=UTC),
        closes_at=datetime(2026, 12, 1, 22, 59, tzinfo=UTC),
        hand=PREPARED,
    )
    set_rules(campaign, rules, hand=PREPARED)
    for number, title in enumerate(titles):
        unit = make_unit(title, capacity=seats, weekday=number % 5)
        add_offer(campaign, unit, seats=seats, hand=PREPARED)
    return walk(campaign, state)


def make_second_campaign(
    state: str = "notified", *, titles: tuple[str, ...] = TITLES, children: int = 5
) -> AllocationCampaign:
    """The rules have a second round. Two places of judo, two of pottery; five children who want judo, then pottery."""
    campaign = make_campaign("prepared", titles=titles)
    AllocationCampaign.objects.filter(pk=campaign.pk).update(second_round=True)
    campaign = walk(AllocationCampaign.objects.get(pk=campaign.pk), "open")
    for _each in range(children):
        make_application(campaign, ("Judo", "Poterie"))
    return walk(campaign, state)


def walk(campaign: AllocationCampaign, state: str) -> AllocationCampaign:
    steps = {
        "rules_adopted": lambda each: adopt(
            each,
            resolution_number="2026-118",
            resolution_on=date(2026, 10, 8),
            officer_opinion="Favorable.",
            hand=VOTED,
        ),
        "announced": lambda each: announce(each, public_source="tirage national du 5 décembre 2026", hand=ANNOUNCED),
        "open": lambda each: open_window(each, hand=OPENED),
        "closed": lambda each: close_window(each, hand=CLOSED),
        "decided": lambda each: decide(each, public_number=NUMBER, hand=DECIDED).campaign,
        "notified": lambda each: notify_families(each, hand=NOTIFIED),
    }
    names = list(steps)
    begun = names.index(campaign.state) + 1 if campaign.state in names else 0
    for name in names[begun:]:
        if campaign.state == state:
            break
        campaign = steps[name](campaign)
    campaign.refresh_from_db()
    return campaign


def offers_by_title(campaign: AllocationCampaign) -> dict[str, CampaignOffer]:
    return {offer.unit.activity.title: offer for offer in campaign.offers.select_related("unit__activity")}


def make_application(
    campaign: AllocationCampaign,
    wishes: tuple[str, ...],
    *,
    family: Family | None = None,
    child: str = "child",
    **facts,
) -> Application:
    """Sent, for the child of a small family unless one is given. ``wishes``: titles, first one first."""
    family = family or make_small_family(f"{campaign.pk}-{campaign.applications.count()}")
    adult = next(iter(family.adults.values()))
    hand = Hand(adult.account, OPEN.now)
    application = start(
        campaign,
        child=family.children[child],
        household=next(iter(family.homes.values())),
        asked_by=adult,
        channel=Channel.ONLINE,
        hand=hand,
    )
    offers = offers_by_title(campaign)
    lines = [WishFacts(offer=offers[title].pk) for title in wishes]
    application = save(application, lines, seen_version=application.version, hand=hand, **facts)
    return send(application, hand=hand)


def make_decided(
    title: str = "Judo", *, family: Family | None = None, child: str = "child"
) -> tuple[Application, Adult]:
    """One application that was told its answer, and the first guardian of its child."""
    campaign = make_campaign("open", titles=(title,))
    family = family or make_small_family(f"decide-{campaign.pk}")
    application = make_application(campaign, (title,), family=family, child=child)
    walk(campaign, "notified")
    return Application.objects.get(pk=application.pk), next(iter(family.adults.values()))


def make_override(application: Application, *, by: User | None = None, **facts) -> Override:
    """Asked for the first offer of the campaign, and not signed yet."""
    told = {"reason": OverrideReason.DATA_ERROR, "words": "L’adresse était celle d’un autre enfant.", **facts}
    offer = application.campaign.offers.select_related("unit__activity").first()
    by = by or make_person("family_agent", name="Paule Première")
    return ask_override(application, told.pop("offer", offer), hand=Hand(by, NOTIFIED.now), **told)
