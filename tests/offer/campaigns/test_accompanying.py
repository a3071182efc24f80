"""The inclusion team decides where a child comes with somebody: noted before the draw, for what the child asks."""

from __future__ import annotations

import pytest

from preau.offer.campaigns.accompanying import accompany, asked_by_child, looks_at_it, to_note
from preau.offer.campaigns.errors import WindowClosed, WrongWish
from preau.offer.campaigns.held import facts_of
from preau.offer.campaigns.models import Bundle, RankedWish
from preau.offer.campaigns.preparing import RuleFacts
from preau.people.audit.models import AuditEvent
from tests.cast.campaigns import CLOSED, OPEN, make_application, make_campaign, offers_by_title, walk

pytestmark = pytest.mark.django_db

RULES = (RuleFacts("enfants accompagnés", ("inclusion",), "accueil de tous"),)


@pytest.fixture
def campaign():
    return make_campaign("open", rules=RULES)


def test_it_holds_there_and_nowhere_else_and_is_written_once(campaign):
    asked, offers = make_application(campaign, ("Judo", "Poterie")), offers_by_title(campaign)
    accompany(asked, [offers["Judo"]], hand=OPEN)
    accompany(asked, [offers["Judo"]], hand=OPEN)
    facts = facts_of(campaign, [asked], list(offers.values()), CLOSED.now.date())[asked.pk]
    assert [code for code, held in facts.at.items() if "inclusion" in held] == [offers["Judo"].code]
    assert AuditEvent.objects.filter(verb="application.accompanied").count() == 1
    accompany(asked, [], hand=OPEN)
    assert not asked.accompanied.exists()


def test_only_what_the_child_asks_even_with_other_groups(campaign):
    asked, offers = make_application(campaign, ("Judo",)), offers_by_title(campaign)
    with pytest.raises(WrongWish):
        accompany(asked, [offers["Poterie"]], hand=OPEN)
    bundle = Bundle.objects.create(campaign=campaign, label="Deux")
    bundle.offers.set([offers["Poterie"], offers["Théâtre"]])
    RankedWish.objects.create(application=asked, rank=2, bundle=bundle)
    assert {each.unit.activity.title for each in asked_by_child(asked)} == {"Judo", "Poterie", "Théâtre"}
    accompany(asked, [offers["Poterie"]], hand=OPEN)


def test_until_the_places_are_given(campaign):
    asked, judo = make_application(campaign, ("Judo",)), offers_by_title(campaign)["Judo"]
    assert to_note(asked.child) == [asked]
    accompany(asked, [judo], hand=OPEN)
    campaign = walk(campaign, "closed")
    accompany(asked, [], hand=CLOSED)
    walk(campaign, "decided")
    with pytest.raises(WindowClosed):
        accompany(asked, [judo], hand=CLOSED)
    assert to_note(asked.child) == []


def test_nothing_is_noted_where_the_rules_do_not_look_at_it():
    plain = make_campaign("open")
    asked = make_application(plain, ("Judo",))
    assert not looks_at_it(plain) and to_note(asked.child) == []
