"""A family ranks, moves, sends, changes and reads its answers, without script; two guardians never lose what they wrote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from preau.offer.allocation import verify
from preau.offer.campaigns.models import AllocationCampaign, Application, CampaignOffer
from preau.offer.campaigns.preparing import RuleFacts
from preau.offer.campaigns.second import run_second_round
from preau.offer.campaigns.wishing import WishFacts, save, send, start
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.accounts.hand import Hand
from tests.cast.campaigns import make_application, make_campaign, offers_by_title, walk
from tests.cast.enrolment import make_unit
from tests.cast.families import make_small_family, make_two_homes

pytestmark = pytest.mark.django_db
DURING, AFTER = datetime(2026, 11, 24, 9, 30, tzinfo=UTC), datetime(2026, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def campaign():
    return make_campaign("open")


@pytest.fixture
def family(campaign):
    return make_small_family("voeux")


@pytest.fixture
def parent(family, time_machine):
    time_machine.move_to(DURING, tick=False)
    client = Client()
    client.force_login(next(iter(family.adults.values())).account)
    return client


def _path(campaign, family, name="wishes"):
    return reverse(f"portal:{name}", args=[campaign.slug, family.children["child"].key])


def _words(campaign):
    return {title: f"o{offer.pk}" for title, offer in offers_by_title(campaign).items()}


def test_a_page_that_is_read_writes_nothing(parent, campaign, family):
    assert parent.get(_path(campaign, family)).status_code == 200
    assert not Application.objects.exists()


def test_wishes_are_added_moved_removed_and_sent_by_buttons_alone(parent, campaign, family):
    words, path = _words(campaign), _path(campaign, family)
    judo, pottery, theatre = words["Judo"], words["Poterie"], words["Théâtre"]
    listed: list[str] = []
    for version, (do, expected) in enumerate(
        [
            (f"add:{judo}", [judo]),
            (f"add:{pottery}", [judo, pottery]),
            (f"add:{theatre}", [judo, pottery, theatre]),
            (f"up:{theatre}", [judo, theatre, pottery]),
            (f"down:{judo}", [theatre, judo, pottery]),
            (f"remove:{pottery}", [theatre, judo]),
        ],
        1,
    ):
        typed = {"wish": listed, "do": do, "version": version, "most": 1, "together": "on"}
        assert parent.post(path, typed).status_code == 302
        listed = [f"o{each.offer_id}" for each in Application.objects.get().wishes.all()]
        assert listed == expected
    sent = parent.post(_path(campaign, family, "wishes_sending"), follow=True)
    assert Application.objects.get().state == "sent"
    assert Application.objects.get().code in sent.content.decode()
    parent.post(_path(campaign, family, "wishes_withdrawal"))
    assert Application.objects.get().state == "withdrawn"


def test_who_saves_after_another_loses_nothing_that_was_typed(parent, campaign, family):
    words, path = _words(campaign), _path(campaign, family)
    parent.post(path, {"do": f"add:{words['Judo']}", "version": 1, "together": "on"})
    late = parent.post(path, {"do": f"add:{words['Poterie']}", "version": 1, "together": "on"})
    assert late.status_code == 422
    shown = late.content.decode()
    assert f'name="wish" value="{words["Poterie"]}"' in shown
    assert 'name="version" value="2"' in shown
    assert [each.offer.unit.activity.title for each in Application.objects.get().wishes.all()] == ["Judo"]
    again = parent.post(path, {"wish": words["Poterie"], "do": "save", "version": 2, "together": "on"})
    assert again.status_code == 302


@pytest.mark.parametrize("wish", ["o999999", "b1", "x", "o", "o-1", "o" + "9" * 40, "\u0661"])
def test_a_wish_that_does_not_exist_is_refused_in_words(parent, campaign, family, wish):
    answer = parent.post(_path(campaign, family), {"wish": wish, "do": "save", "version": 1})
    assert answer.status_code == 422


def test_nothing_is_written_out_of_the_window(parent, campaign, family, time_machine):
    time_machine.move_to(datetime(2026, 12, 2, 9, tzinfo=UTC), tick=False)
    parent.force_login(next(iter(family.adults.values())).account)
    typed = {"do": f"add:{_words(campaign)['Judo']}", "version": 1}
    assert parent.post(_path(campaign, family), typed).status_code == 422
    assert not Application.objects.exists()


def test_the_answer_is_read_by_the_family_once_all_are_told_and_the_file_is_verified(
    parent, campaign, family, time_machine
):
    make_application(campaign, ("Judo", "Poterie"), family=family)
    for number in range(3):
        make_application(campaign, ("Judo",), family=make_small_family(f"autre-{number}"))
    answers, published = (
        _path(campaign, family, "wishes_answers"),
        reverse("public:campaign_file", args=[campaign.slug]),
    )
    campaign = walk(campaign, "decided")
    assert parent.get(answers).status_code == 404
    assert Client().get(published).status_code == 404
    walk(campaign, "notified")
    time_machine.move_to(AFTER, tick=False)
    parent.force_login(next(iter(family.adults.values())).account)
    read = parent.get(answers)
    assert "Vœu 1" in read.content.decode()
    assert "Défenseur des droits" in read.content.decode()
    document = Client().get(published).content.decode()
    assert not list(verify(document))
    assert verify(document.replace('"seats":2', '"seats":3', 1))
    assert Client().get(reverse("public:campaign", args=[campaign.slug])).status_code == 200


def test_a_family_may_keep_its_place_before_the_second_round_and_reads_both_rounds_after(
    parent, campaign, family, time_machine
):
    AllocationCampaign.objects.update(second_round=True)
    campaign.refresh_from_db()
    CampaignOffer.objects.update(seats=1)
    mine = make_application(campaign, ("Judo", "Poterie"), family=family)
    make_application(campaign, ("Judo",), family=make_small_family("autre"))
    campaign = walk(campaign, "notified")
    time_machine.move_to(AFTER, tick=False)
    parent.force_login(next(iter(family.adults.values())).account)
    for place in Enrolment.objects.filter(state="offered"):
        answer(place, accepts=place.child == mine.child, hand=Hand(None, AFTER))
    page = _path(campaign, family, "wishes_answers")
    has_best = Enrolment.objects.filter(child=mine.child, unit__activity__title="Judo", state="confirmed").exists()
    assert ("Garder cette place" in parent.get(page).content.decode()) is not has_best
    assert parent.post(_path(campaign, family, "wishes_stay"), {"stays": "yes"})["Location"] == page
    assert Application.objects.get(pk=mine.pk).stays_at
    assert parent.post(_path(campaign, family, "wishes_stay"), {"stays": "no"})["Location"] == page
    later = AFTER + timedelta(days=12)
    time_machine.move_to(later, tick=False)
    parent.force_login(next(iter(family.adults.values())).account)
    run_second_round(campaign, hand=Hand(None, later))
    read = parent.get(page).content.decode()
    assert "premier tour" in read and ("reste la sienne" in read or "remplace celle" in read)
    assert (
        "rien n’a changé"
        in parent.post(_path(campaign, family, "wishes_stay"), {"stays": "yes"}, follow=True).content.decode()
    )


def test_the_page_of_wishes_asks_the_database_as_often_whatever_the_campaign_gives(
    parent, campaign, family, django_assert_max_num_queries
):
    page = _path(campaign, family)
    parent.get(page)
    with CaptureQueriesContext(connection) as few:
        parent.get(page)
    for number in range(6):
        unit = make_unit(f"Atelier {number}", capacity=3, weekday=number % 5)
        CampaignOffer.objects.create(campaign=campaign, unit=unit, seats=3)
    with django_assert_max_num_queries(len(few)):
        parent.get(page)


def test_the_other_home_reads_the_result_and_nothing_of_where_or_how_the_first_one_lives(time_machine):
    time_machine.move_to(DURING, tick=False)
    low = RuleFacts("quotient familial bas, habitants", ("low_quotient", "resident"), "tarif")
    campaign, family = make_campaign("open", rules=(low,), seats=1), make_two_homes()
    mother, father = family.adults["Salomé"].account, family.adults["Yann"].account
    hand = Hand(mother, DURING)
    asked = start(
        campaign,
        child=family.children["Zélie"],
        household=family.homes["mother"],
        asked_by=family.adults["Salomé"],
        channel="online",
        hand=hand,
    )
    send(save(asked, [WishFacts(offer=offers_by_title(campaign)["Judo"].pk)], seen_version=1, hand=hand), hand=hand)
    make_application(campaign, ("Judo",), family=make_small_family("autre"))
    walk(campaign, "notified")
    time_machine.move_to(AFTER, tick=False)
    page = reverse("portal:wishes_answers", args=[campaign.slug, family.children["Zélie"].key])
    receipt = reverse("portal:wishes_sending", args=[campaign.slug, family.children["Zélie"].key])
    read = {}
    for who in (mother, father):
        client = Client()
        client.force_login(who)
        read[who] = [client.get(each).content.decode() for each in (page, receipt)]
    assert "en priorité" in read[mother][0] and asked.code in read[mother][0] and asked.code in read[mother][1]
    for words in ("classe", "quotient", "quartier", "numéro", asked.code):
        assert words not in read[father][0].partition("wish-answers")[2].partition("</ol>")[0], words
    assert asked.code not in read[father][0] + read[father][1]
    assert "1 place pour 2 demandes" in read[father][0] and "ne se lit que là" in read[father][0]
