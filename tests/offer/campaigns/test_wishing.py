"""Families write their wishes when they can, together if they are two, and lose nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from preau.offer.campaigns.errors import ApplicationConflict, WindowClosed, WrongWish
from preau.offer.campaigns.models import Application
from preau.offer.campaigns.reserving import bundle_offers
from preau.offer.campaigns.wishing import WishFacts, remind, save, send, start, withdraw
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from tests.cast.campaigns import (
    ANNOUNCED,
    CLOSED,
    OPEN,
    PREPARED,
    make_application,
    make_campaign,
    offers_by_title,
    walk,
)
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    return make_campaign()


@pytest.fixture
def family():
    return make_two_homes()


def begin(campaign, family, adult="Salomé", child="Zélie", hand=OPEN):
    return start(
        campaign,
        child=family.children[child],
        household=family.homes["mother"],
        asked_by=family.adults[adult],
        channel=Channel.ONLINE,
        hand=replace(hand, by=family.adults[adult].account),
    )


def lines(campaign, *titles):
    offers = offers_by_title(campaign)
    return [WishFacts(offer=offers[title].pk) for title in titles]


def test_two_guardians_write_in_the_same_application_and_none_overwrites_the_other(campaign, family):
    hers, his = begin(campaign, family), begin(campaign, family, "Yann")
    assert hers == his and Application.objects.count() == 1
    saved = save(hers, lines(campaign, "Judo", "Poterie"), seen_version=1, hand=OPEN)
    with pytest.raises(ApplicationConflict) as crossed:
        save(his, lines(campaign, "Théâtre"), seen_version=1, hand=OPEN)
    assert [wish.offer.unit.activity.title for wish in crossed.value.application.wishes.all()] == ["Judo", "Poterie"]
    again = save(his, lines(campaign, "Théâtre"), seen_version=saved.version, hand=OPEN)
    assert [wish.rank for wish in again.wishes.all()] == [1]


def test_the_same_saved_twice_changes_nothing(campaign, family):
    application = begin(campaign, family)
    first = save(application, lines(campaign, "Judo"), seen_version=1, hand=OPEN)
    assert save(application, lines(campaign, "Judo"), seen_version=1, hand=OPEN).version == first.version


def test_wishes_change_until_the_window_closes_and_not_a_second_after(campaign, family):
    application = begin(campaign, family)
    save(application, lines(campaign, "Judo"), seen_version=1, hand=OPEN)
    sent = send(application, hand=OPEN)
    changed = save(sent, lines(campaign, "Poterie", "Judo"), seen_version=sent.version, hand=OPEN)
    assert changed.state == "sent"
    with pytest.raises(WindowClosed):
        save(changed, lines(campaign, "Judo"), seen_version=changed.version, hand=Hand(None, campaign.closes_at))
    with pytest.raises(WindowClosed):
        begin(campaign, family, child="Noé", hand=CLOSED)
    with pytest.raises(WindowClosed):
        begin(campaign, family, child="Noé", hand=ANNOUNCED)


def test_an_application_without_a_wish_is_not_sent(campaign, family):
    with pytest.raises(WrongWish, match="au moins un vœu"):
        send(begin(campaign, family), hand=OPEN)


def test_wishes_that_can_t_stand_are_said_when_they_are_written(campaign, family):
    application = begin(campaign, family)
    twice = lines(campaign, "Judo", "Judo")
    with pytest.raises(WrongWish, match="deux fois"):
        save(application, twice, seen_version=1, hand=OPEN)
    with pytest.raises(WrongWish, match="ne fait pas partie"):
        save(application, [WishFacts(offer=999_999)], seen_version=1, hand=OPEN)
    with pytest.raises(WrongWish, match="ne fait pas partie"):
        save(application, [WishFacts()], seen_version=1, hand=OPEN)
    with pytest.raises(WrongWish, match="30 vœux"):
        save(application, [WishFacts(offer=number) for number in range(31)], seen_version=1, hand=OPEN)
    assert not application.wishes.exists()


def test_an_activity_for_older_children_is_refused_at_once(campaign, family):
    offer = offers_by_title(campaign)["Judo"]
    offer.unit.activity.age_min = 9
    offer.unit.activity.save()
    with pytest.raises(WrongWish, match="l’âge demandé"):
        save(begin(campaign, family), lines(campaign, "Judo"), seen_version=1, hand=OPEN)


def test_a_bundle_is_one_wish(family):
    campaign = make_campaign("prepared")
    offers = offers_by_title(campaign)
    bundle = bundle_offers(campaign, "Lundi et mardi", [offers["Judo"], offers["Poterie"]], hand=PREPARED)
    walk(campaign, "open")
    application = begin(campaign, family)
    save(application, [WishFacts(bundle=bundle.pk, part_is_fine=True)], seen_version=1, hand=OPEN)
    assert application.wishes.get().part_is_fine


def test_what_is_withdrawn_stays_written_and_can_be_taken_up_again(campaign):
    application = make_application(campaign, ("Judo",))
    gone = withdraw(application, hand=OPEN)
    assert gone.state == "withdrawn" and gone.wishes.count() == 1
    back = save(gone, lines(campaign, "Poterie"), seen_version=gone.version, hand=OPEN)
    assert back.state == "draft"


def test_a_family_that_stopped_half_way_is_called_once(campaign, family):
    application = begin(campaign, family)
    first = remind(application, hand=OPEN).reminded_at
    assert remind(application, hand=CLOSED).reminded_at == first
