"""Clairval gives its scarce places by the verbs that every town uses; the draw is the same each time it is loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta

from preau.demo.content import campaigns as story
from preau.demo.families import Families
from preau.offer.activities.models import Activity
from preau.offer.campaigns.accompanying import accompany
from preau.offer.campaigns.deciding import decide, notify_families
from preau.offer.campaigns.models import AllocationCampaign, Application, CampaignOffer
from preau.offer.campaigns.preparing import ReserveFacts, RuleFacts, add_offer, prepare_campaign, set_rules
from preau.offer.campaigns.reserving import INCLUSION, bundle_offers, set_offer, set_ways
from preau.offer.campaigns.second import run_second_round
from preau.offer.campaigns.stepping import adopt, announce, close_window, open_window, settle
from preau.offer.campaigns.wishing import WishFacts, save, send, start
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment, EnrolmentMessage
from preau.offer.enrolment.opening import UnitFacts, open_units
from preau.offer.enrolment.taking import answer, expire
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.enums import Channel, ContactBy
from preau.people.households.models import Adult
from preau.people.notices.models import Notice
from preau.people.organisations.models import Commune, Organisation


def open_campaigns(
    commune: Commune, people: Mapping[str, User], organisations: Mapping[str, Organisation], families: Families
) -> None:
    """One that was told in October, one that is open. Mails are those of the past: none leaves when the town opens."""
    desk = people["mathilde.aubry"]
    service = desk.memberships.select_related("organisation").get().organisation
    for told in story.CAMPAIGNS:
        campaign = _announced(commune, service, told, desk)
        open_window(campaign, hand=Hand(None, told.opens_at))
        for asked in told.asked:
            _ask(campaign, asked, families, desk)
        for child, at in told.accompanied:
            application = campaign.applications.get(child=families.children[child])
            offer = list(CampaignOffer.objects.filter(campaign=campaign).order_by("pk"))[at]
            accompany(application, [offer], hand=Hand(desk, application.saved_at))
        if told.decided_at and told.notified_at:
            _give(campaign, told, families, desk)
    EnrolmentMessage.objects.filter(channel=ContactBy.MAIL, taken_at=None).delete()


def _announced(commune: Commune, service: Organisation, told: story.Campaign, desk: User) -> AllocationCampaign:
    first = Hand(desk, told.prepared_at)
    campaign = prepare_campaign(
        service,
        title=told.title,
        summary=told.summary,
        contact=story.CONTACT,
        school_year=2026,
        legal_profile=told.profile,
        opens_at=told.opens_at,
        closes_at=told.closes_at,
        hand=first,
    )
    set_rules(campaign, [RuleFacts(label, codes, basis) for label, codes, basis in told.rules], hand=first)
    offers = [
        add_offer(campaign, _unit(commune, each, told, first), seats=each.seats, hand=first) for each in told.offers
    ]
    for at, criterion, amount in told.reserves:
        is_staff = criterion == INCLUSION
        kept = [ReserveFacts(criterion, 0 if is_staff else amount, staff_minutes=amount if is_staff else None)]
        set_offer(offers[at], seats=told.offers[at].seats, reserves=kept, hand=first)
    for label, numbers in told.bundles:
        bundle_offers(campaign, label, [offers[each] for each in numbers], hand=first)
    campaign = set_ways(
        campaign,
        first_activity_first=True,
        second_round=told.has_second,
        travel_minutes=0,
        low_quotient=campaign.low_quotient,
        hand=first,
    )
    resolution, day = told.resolution
    voted = Hand(desk, told.voted_at)
    adopt(campaign, resolution_number=resolution, resolution_on=day, officer_opinion=story.OPINION, hand=voted)
    announced = Hand(desk, told.announced_at)
    return announce(campaign, public_source=told.public_source, secret=told.secret, hand=announced)


def _unit(commune: Commune, offer: story.Offer, told: story.Campaign, hand: Hand) -> BookingUnit:
    activity = Activity.objects.get(commune=commune, slug=offer.entry)
    slot = list(activity.slots.order_by("weekday", "starts_at", "pk"))[offer.slot]
    slot.capacity = offer.seats  # the seats of the campaign; the row of the entry is not written
    unit = open_units(activity, UnitFacts(offer.seats, "campaign", hand.now), hand=hand, slots=[slot])[0]
    unit.starts_on = told.starts_on or unit.starts_on
    unit.save(update_fields=["starts_on"])
    return unit


def _ask(campaign: AllocationCampaign, asked: story.Asked, families: Families, desk: User) -> None:
    adult = Adult.objects.select_related("account").get(pk=families.adults[asked.by].pk)
    homes = families.homes[asked.child]
    mine = [each for each in homes if each.members.filter(adult=adult).exists()]
    hand = Hand(adult.account if asked.channel == Channel.ONLINE else desk, asked.at)
    application = start(
        campaign,
        child=families.children[asked.child],
        household=(mine or homes)[0],
        asked_by=adult,
        channel=Channel(asked.channel),
        hand=hand,
    )
    code = hashlib.sha256(f"{campaign.slug} {asked.child}".encode()).hexdigest()[:16]
    Application.objects.filter(pk=application.pk).update(code=code)  # the same draw each time
    offers = list(CampaignOffer.objects.filter(campaign=campaign).order_by("pk"))
    wishes = [WishFacts(offer=offers[number].pk) for number in asked.wishes]
    application = save(application, wishes, seen_version=application.version, most=asked.most, hand=hand)
    if asked.is_sent:
        send(application, hand=hand)


def _give(campaign: AllocationCampaign, told: story.Campaign, families: Families, desk: User) -> None:
    assert told.decided_at and told.notified_at  # noqa: S101  the caller saw them
    close_window(campaign, hand=Hand(None, told.closes_at))
    decide(campaign, public_number=told.public_number, hand=Hand(desk, told.decided_at))
    notify_families(campaign, hand=Hand(desk, told.notified_at))
    Notice.objects.filter(subject__startswith="households.Child", at__gte=told.notified_at).update(
        read_at=told.notified_at
    )
    for child, at in told.accepted:
        places = Enrolment.objects.filter(
            child=families.children[child], unit__campaign_offer__campaign=campaign, state=EnrolmentState.OFFERED
        )
        for place in places:
            by = place.asked_by.account if place.asked_by else None
            answer(place, accepts=True, hand=Hand(by or desk, at))
    expire(now=told.notified_at + timedelta(days=15))
    if told.second_at:
        run_second_round(campaign, hand=Hand(desk, told.second_at))
        Notice.objects.filter(subject__startswith="households.Child", at__gte=told.second_at).update(
            read_at=told.second_at
        )
        expire(now=told.second_at + timedelta(days=15))
        settle(campaign, hand=Hand(desk, told.second_at + timedelta(days=16)))
