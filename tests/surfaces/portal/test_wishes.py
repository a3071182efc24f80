"""A family ranks, moves, sends, changes and reads its answers, without script; two guardians never lose what they wrote."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from preau.offer.allocation import verify
from preau.offer.campaigns.models import Application
from tests.cast.campaigns import make_application, make_campaign, offers_by_title, walk
from tests.cast.families import make_small_family

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
