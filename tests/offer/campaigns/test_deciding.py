"""The official run: once, replayable, with a reason for everyone, and places kept until families answer."""

from __future__ import annotations

import pytest

from preau.foundation.lifecycle import NotNow
from preau.offer import allocation as engine
from preau.offer.campaigns.deciding import decide, notify_families, simulate
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.held import facts_of
from preau.offer.campaigns.models import AllocationCampaign, AllocationRun, CaseExplanation
from preau.offer.campaigns.problem import offers_of, problem_of, sent_to
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.notices.models import Notice
from tests.cast.campaigns import DECIDED, NOTIFIED, NUMBER, OPEN, make_application, make_campaign, walk
from tests.cast.families import make_two_homes
from tests.migrated import run_on_a_migrated_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    """Two places of each; five children who all want judo, then pottery."""
    found = make_campaign("open")
    for _each in range(5):
        make_application(found, ("Judo", "Poterie"))
    return walk(found, "closed")


def test_everybody_is_told_why_and_the_places_are_those_that_were_announced(campaign):
    run = decide(campaign, public_number=NUMBER, hand=DECIDED)
    assert run.summary["served"] == 4 and run.summary["first_wish"] == 2
    cases = CaseExplanation.objects.filter(run=run)
    assert cases.count() == 10
    refused = cases.filter(result="refused", rank=2).get()
    assert "Votre enfant est 1er sur la liste d’attente." in refused.words
    assert "2 places pour 5 demandes" in refused.words
    assert "plus petit numéro" in refused.words
    assert refused.application.facts["sources"]["resident"] == "l’adresse du foyer"


def test_a_family_that_was_not_told_yet_sees_no_place(campaign):
    decide(campaign, public_number=NUMBER, hand=DECIDED)
    assert not Enrolment.objects.exists() and not Notice.objects.exists()


def test_all_are_told_at_once_places_are_kept_and_queues_follow_the_draw(campaign):
    run = decide(campaign, public_number=NUMBER, hand=DECIDED)
    told = notify_families(campaign, hand=NOTIFIED)
    judo = next(offer for offer in offers_of(campaign) if offer.unit.activity.title == "Judo")
    offered = Enrolment.objects.filter(unit=judo.unit, state=EnrolmentState.OFFERED)
    assert offered.count() == 2 and {each.offered_until for each in offered} == {told.answer_until}
    queue = list(Enrolment.objects.filter(unit=judo.unit, state="waiting").order_by("queue_number"))
    codes = {each.child_id: each.code for each in sent_to(campaign)}
    assert [codes[each.child_id] for each in queue] == run.summary["offers"][judo.code]["waiting"]
    assert BookingUnit.objects.get(pk=judo.unit_id).taken == 2
    assert "réponse vous attend" in Notice.objects.first().title
    assert "Judo" not in "".join(Notice.objects.values_list("title", flat=True))


def test_a_place_that_is_left_goes_to_the_next_of_the_draw(campaign):
    decide(campaign, public_number=NUMBER, hand=DECIDED)
    notify_families(campaign, hand=NOTIFIED)
    judo = BookingUnit.objects.get(activity__title="Judo")
    first = Enrolment.objects.filter(unit=judo, state="waiting").order_by("queue_number").first()
    left = Enrolment.objects.filter(unit=judo, state="offered").first()
    answer(left, accepts=False, hand=NOTIFIED)
    first.refresh_from_db()
    assert first.state == "offered"


def test_the_published_file_is_replayed_without_the_town(campaign):
    run = decide(campaign, public_number=NUMBER, hand=DECIDED)
    assert engine.verify(run.document) == []
    forged = run.document.replace(NUMBER, "1 2 3 4 5 6")
    assert forged != run.document and engine.verify(forged) != []
    child = sent_to(campaign)[0].child
    assert child.last_name not in run.document and str(child.key) not in run.document


def test_the_same_demand_gives_the_same_bytes_whatever_the_order_of_the_rows(campaign):
    offers, applications = offers_of(campaign), sent_to(campaign)
    facts = facts_of(campaign, applications, offers, DECIDED.now.date())
    problem = problem_of(campaign, offers, applications, facts)
    turned = problem_of(campaign, offers[::-1], applications[::-1], facts)
    draw = engine.Draw(campaign.commitment, campaign.secret, NUMBER, campaign.public_source)
    assert engine.publish(problem, draw) == engine.publish(turned, draw)


def test_it_is_decided_once(campaign):
    decide(campaign, public_number=NUMBER, hand=DECIDED)
    with pytest.raises(NotNow):
        decide(campaign, public_number=NUMBER, hand=DECIDED)
    assert AllocationRun.objects.count() == 1


def test_a_secret_that_is_not_the_one_promised_serves_nothing(campaign):
    AllocationCampaign.objects.update(secret="un autre secret")
    with pytest.raises(NotReady, match="promis"):
        decide(campaign, public_number=NUMBER, hand=DECIDED)
    with pytest.raises(NotReady, match="nombre public"):
        decide(campaign, public_number=" ", hand=DECIDED)
    assert not CaseExplanation.objects.exists()


def test_a_trial_counts_and_tells_nobody_anything(campaign):
    run = simulate(campaign, hand=DECIDED)
    assert run.summary["served"] == 4 and run.document == "" and not CaseExplanation.objects.exists()


def test_a_draft_is_not_an_application():
    campaign = make_campaign("open")
    family = make_two_homes()
    make_application(campaign, ("Judo",), family=family, child="Zélie")
    application = make_application(campaign, ("Judo",), family=family, child="Noé")
    application.state = "draft"
    application.save()
    assert [each.child.first_name for each in sent_to(campaign)] == ["Zélie"]


def test_brothers_and_sisters_of_one_home_share_a_word_that_names_nobody():
    campaign = make_campaign("open")
    family = make_two_homes()
    for child in ("Zélie", "Noé"):
        make_application(campaign, ("Judo", "Théâtre"), family=family, child=child)
    offers, applications = offers_of(campaign), sent_to(campaign)
    facts = facts_of(campaign, applications, offers, OPEN.now.date())
    problem = problem_of(campaign, offers, applications, facts)
    groups = {each.group for each in problem.applications}
    assert len(groups) == 1 and "Kerbrat" not in groups.pop()


def test_who_had_a_place_last_year_comes_after_who_had_none():
    campaign = make_campaign("open", seats=1, titles=("Judo",))
    served, new = make_application(campaign, ("Judo",)), make_application(campaign, ("Judo",))
    past = BookingUnit.objects.get()
    activity = past.activity
    activity.pk, activity.slug, activity.school_year = None, "judo-2025", 2025
    activity.save()
    past.pk, past.key, past.activity, past.starts_on = None, "0" * 32, activity, past.starts_on.replace(year=2025)
    past.save()
    Enrolment.objects.create(
        unit=past, child=served.child, household=served.household, state="ended", asked_at=OPEN.now
    )
    run = decide(walk(campaign, "closed"), public_number=NUMBER, hand=DECIDED)
    offer = run.summary["offers"][campaign.offers.get().code]
    assert offer["served"] == [new.code] and offer["waiting"] == [served.code]
    words = CaseExplanation.objects.get(application=served).words
    assert "à des enfants qui passent avant" in words and "En priorité 2, 0 sur 1." in words


@pytest.mark.migrations
def test_what_was_decided_stays_in_the_database_as_it_was(tmp_path):
    assert run_on_a_migrated_database(_FROZEN, tmp_path).startswith("refused")


_FROZEN = """
from django.db import DatabaseError, connection, transaction
from tests.cast.campaigns import *
campaign = make_campaign("open")
make_application(campaign, ("Judo",))
campaign = walk(campaign, "notified")
from preau.offer.campaigns.models import *
refused = []
for model, change in (
    (AllocationCampaign, {"rules": {}}),
    (AllocationCampaign, {"rules_hash": "0"}),
    (AllocationCampaign, {"commitment": "0"}),
    (AllocationRun, {"document": "{}"}),
    (CaseExplanation, {"words": "autre"}),
):
    try:
        with transaction.atomic():
            model.objects.update(**change)
    except DatabaseError as error:
        refused.append("is fixed" in str(error))
assert refused == [True] * 5, refused
AllocationRun.objects.update(by=None)
print("refused", connection.vendor)
"""
