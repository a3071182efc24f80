"""Before the vote everything may change; after it, nothing that was voted does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.offer.allocation import Kind
from preau.offer.campaigns.enums import LegalProfile
from preau.offer.campaigns.errors import NotReady, RulesFixed
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.preparing import (
    ReserveFacts,
    RuleFacts,
    add_offer,
    prepare_campaign,
    remove_offer,
    set_rules,
)
from preau.offer.campaigns.reserving import bundle_offers, minutes_of, remove_bundle, set_offer, set_ways
from preau.offer.campaigns.rulebook import fingerprint_of, rulebook
from preau.offer.campaigns.stepping import adopt, announce, cancel, follow_windows, open_window
from preau.offer.enrolment.enums import Mode
from preau.offer.enrolment.models import BookingUnit
from preau.people.accounts.hand import Hand
from tests.cast.campaigns import ANNOUNCED, CLOSED, OPEN, PREPARED, RULES, VOTED, make_campaign, walk
from tests.cast.enrolment import make_unit
from tests.cast.people import make_organisation

pytestmark = pytest.mark.django_db


def test_a_group_given_through_a_campaign_takes_no_direct_registration_any_more():
    campaign = make_campaign("prepared", titles=("Judo",))
    offer = campaign.offers.get()
    assert BookingUnit.objects.get().mode == Mode.CAMPAIGN
    remove_offer(offer, hand=PREPARED)
    assert BookingUnit.objects.get().mode == Mode.DIRECT


def test_families_have_two_weeks_at_least():
    with pytest.raises(NotReady, match="14 jours"):
        prepare_campaign(
            make_organisation("Accueil des familles"),
            title="Trop court",
            school_year=2026,
            legal_profile=LegalProfile.SPORT_CULTURE,
            opens_at=datetime(2026, 11, 16, tzinfo=UTC),
            closes_at=datetime(2026, 11, 20, tzinfo=UTC),
            hand=PREPARED,
        )


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ((RuleFacts("personne", ()),), "quels enfants"),
        ((RuleFacts("parents qui travaillent", ("parents_work",)),), "pas permis"),
        ((RuleFacts("enfants d’agents", ("staff",)),), "pas permis"),
        (tuple(RuleFacts(f"classe {n}", ("resident",)) for n in range(7)), "6 critères"),
    ],
)
def test_rules_that_can_t_stand_are_said(rules, words):
    campaign = make_campaign("prepared")
    with pytest.raises(NotReady, match=words):
        set_rules(campaign, rules, hand=PREPARED)
    assert [rule.label for rule in campaign.priority_rules.all()] == [rule.label for rule in RULES]


def test_a_canteen_knows_no_criterion_but_those_of_the_law():
    campaign = make_campaign("prepared")
    AllocationCampaign.objects.update(legal_profile=LegalProfile.LUNCH)
    with pytest.raises(NotReady, match="pas permis"):
        set_rules(campaign, (RuleFacts("continuent", ("continues",)),), hand=PREPARED)


def test_no_more_places_than_there_are_and_no_more_reserved_than_given():
    campaign = make_campaign("prepared", titles=())
    unit = make_unit("Judo", capacity=4)
    with pytest.raises(NotReady, match="4 places libres"):
        add_offer(campaign, unit, seats=5, hand=PREPARED)
    offer = add_offer(campaign, unit, seats=4, hand=PREPARED)
    with pytest.raises(NotReady, match="dépassent"):
        set_offer(offer, seats=4, reserves=[ReserveFacts("near", 5)], hand=PREPARED)
    with pytest.raises(NotReady, match="4 places libres"):
        set_offer(offer, seats=5, reserves=[], hand=PREPARED)
    with pytest.raises(NotReady, match="même critère"):
        set_offer(offer, seats=4, reserves=[ReserveFacts("near", 1), ReserveFacts("near", 1)], hand=PREPARED)
    with pytest.raises(NotReady, match="pas permis"):
        set_offer(offer, seats=4, reserves=[ReserveFacts("staff", 1)], hand=PREPARED)
    with pytest.raises(NotReady, match="deux"):
        bundle_offers(campaign, "Seul", [offer], hand=PREPARED)
    with pytest.raises(NotReady, match="déjà"):
        add_offer(campaign, unit, seats=1, hand=PREPARED)


def test_seats_for_inclusion_are_as_many_as_the_hours_of_staff_allow():
    campaign = make_campaign("prepared", seats=4)
    offer = campaign.offers.select_related("unit__slot").first()
    minutes = minutes_of(offer.unit)
    told = ReserveFacts("inclusion", 9, 2 * minutes + minutes // 2, Kind.HARD)
    set_offer(offer, seats=4, reserves=[told, ReserveFacts("near", 1)], hand=PREPARED)
    assert [(each.criterion, each.seats, each.kind) for each in offer.reserves.all()] == [
        ("inclusion", 2, "hard"),
        ("near", 1, "soft"),
    ]
    with pytest.raises(NotReady, match="ne suffisent pas"):
        set_offer(offer, seats=4, reserves=[ReserveFacts("inclusion", 1, minutes - 1)], hand=PREPARED)


def test_groups_asked_for_as_one_are_undone_until_the_vote():
    campaign = make_campaign("prepared")
    bundle = bundle_offers(campaign, "Deux jours", list(campaign.offers.all()[:2]), hand=PREPARED)
    remove_bundle(bundle, hand=PREPARED)
    assert not campaign.bundles.exists()
    again = bundle_offers(campaign, "Deux jours", list(campaign.offers.all()[:2]), hand=PREPARED)
    walk(campaign, "rules_adopted")
    for change in (
        lambda: remove_bundle(again, hand=VOTED),
        lambda: set_offer(campaign.offers.first(), seats=1, reserves=[], hand=VOTED),
        lambda: set_ways(
            campaign, first_activity_first=True, second_round=True, travel_minutes=0, low_quotient=0, hand=VOTED
        ),
    ):
        with pytest.raises(RulesFixed):
            change()


def test_what_was_voted_no_longer_changes():
    campaign = make_campaign("rules_adopted")
    assert campaign.rules_hash == fingerprint_of(rulebook(campaign))
    with pytest.raises(RulesFixed):
        set_rules(campaign, RULES, hand=VOTED)
    with pytest.raises(RulesFixed):
        remove_offer(campaign.offers.first(), hand=VOTED)


def test_a_vote_needs_its_number_its_day_and_the_officer_s_opinion():
    campaign = make_campaign("prepared")
    with pytest.raises(NotReady) as missing:
        adopt(campaign, resolution_number=" ", resolution_on=date(2027, 1, 1), officer_opinion="", hand=VOTED)
    assert len(missing.value.sentences) == 3


def test_a_draw_is_promised_when_the_campaign_is_announced_three_weeks_before_it_opens():
    campaign = make_campaign("rules_adopted")
    with pytest.raises(NotReady, match="21 jours"):
        announce(campaign, public_source="un tirage", hand=Hand(None, datetime(2026, 11, 1, tzinfo=UTC)))
    announced = announce(campaign, public_source="tirage du 5 décembre", hand=ANNOUNCED)
    assert len(announced.commitment) == 64 and announced.secret and announced.secret not in announced.commitment


def test_windows_open_and_close_at_their_instant_and_never_before():
    campaign = make_campaign("announced")
    with pytest.raises(NotReady, match="trop tôt"):
        open_window(campaign, hand=ANNOUNCED)
    assert follow_windows(now=OPEN.now) == 1
    assert follow_windows(now=OPEN.now) == 0
    assert follow_windows(now=CLOSED.now) == 1
    campaign.refresh_from_db()
    assert campaign.state == "closed"
    assert [step.step for step in campaign.steps.all()] == ["adopt", "announce", "open", "close"]


def test_a_campaign_is_cancelled_with_a_reason_and_never_after_the_decision():
    campaign = make_campaign("open")
    with pytest.raises(ReasonMissing):
        cancel(campaign, reason="", hand=OPEN)
    decided = make_campaign_again()
    with pytest.raises(NotNow):
        cancel(decided, reason="trop tard", hand=OPEN)


def make_campaign_again():
    return make_campaign("decided", titles=("Chant", "Danse"))
