"""The page behind the code of a gate: one tap, no account, a moment to take it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from preau.people.accounts.hand import Hand
from preau.town.places.models import Site
from preau.town.spaces.keeping import renew_token
from preau.town.spaces.models import SpaceReport
from preau.town.spaces.senders import MOST_BY_SENDER
from tests.cast.spaces import make_space

pytestmark = pytest.mark.django_db
GATE = "/e/abcd2345/"


@pytest.fixture(autouse=True)
def a_ground():
    cache.clear()
    return make_space(token="abcd2345")


def say(client, kind: str, **extra):
    return client.post(GATE, {"dit": kind}, **extra)


@pytest.mark.parametrize(
    ("kind", "said"), [("open", "ouvert"), ("busy", "il y a du monde"), ("broken", "abîmé ou fermé")]
)
def test_one_tap_says_it_and_thanks(client, kind, said):
    answer = say(client, kind)
    assert answer.status_code == 302
    assert SpaceReport.objects.get().kind == kind
    assert f"Vous avez dit : {said}" in client.get(answer["Location"]).content.decode()


def test_a_look_at_the_gate_writes_nothing_and_needs_no_account(client):
    page = client.get(GATE).content.decode()
    assert "Comment est le terrain" in page
    assert "noindex" in page
    assert not SpaceReport.objects.exists()


def test_the_same_tap_twice_is_one_voice(client):
    say(client, "open")
    say(client, "open")
    say(client, "busy")
    assert list(SpaceReport.objects.counted().values_list("kind", flat=True)) == ["busy"]


def test_what_was_said_is_taken_back_with_the_signature_and_no_other_way(client):
    thanks = say(client, "open")["Location"]
    signed = thanks.partition("signalement=")[2]
    assert client.post(f"{GATE}retrait/", {"signalement": "1:faux"}).status_code == 404
    assert client.get(f"{GATE}retrait/").status_code == 405
    back = client.post(f"{GATE}retrait/", {"signalement": signed}, follow=True)
    assert "rien n’a été dit" in back.content.decode()
    assert not SpaceReport.objects.counted().exists()


def test_the_signature_lasts_a_quarter_of_an_hour_and_holds_for_its_own_gate(client, now):
    make_space("Skatepark", token="skat2345")
    signed = say(client, "open")["Location"].partition("signalement=")[2]
    assert client.post("/e/skat2345/retrait/", {"signalement": signed}).status_code == 404
    with time_machine.travel(now + timedelta(minutes=16), tick=False):
        assert client.post(f"{GATE}retrait/", {"signalement": signed}).status_code == 404
    assert SpaceReport.objects.counted().exists()


def test_words_go_with_damage_only_and_wait_to_be_read(client):
    signed = say(client, "broken")["Location"].partition("signalement=")[2]
    empty = client.post(f"{GATE}mot/", {"signalement": signed, "words": "  "})
    assert empty.status_code == 422
    assert "Écrivez quelques mots" in empty.content.decode()
    long = client.post(f"{GATE}mot/", {"signalement": signed, "words": "x" * 141})
    assert (long.status_code, "x" * 141 in long.content.decode()) == (422, True)
    client.post(f"{GATE}mot/", {"signalement": signed, "words": "filet déchiré"})
    made = SpaceReport.objects.get()
    assert (made.words, made.words_state, made.shown_words) == ("filet déchiré", "waiting", "")
    assert "filet déchiré" not in client.get("/lieux/terrain-des-quais/").content.decode()


def test_too_much_is_told_kindly_and_counts_by_address(client):
    for number in range(MOST_BY_SENDER):
        make_space(f"Terrain {number}", token=f"terr{number:04}")
        client.post(f"/e/terr{number:04}/", {"dit": "open"})
    refused = say(client, "open")
    assert refused.status_code == 429
    assert "Réessayez dans une heure" in refused.content.decode()
    assert say(client, "open", REMOTE_ADDR="203.0.113.9").status_code == 302


def test_a_word_that_we_dont_know_is_not_kept(client):
    assert say(client, "flooded").status_code == 422
    assert not SpaceReport.objects.exists()


def test_an_old_poster_says_so_and_a_hidden_ground_has_no_gate(client, a_ground, now):
    renew_token(a_ground, hand=Hand(None, now))
    answer = client.get(GATE)
    assert answer.status_code == 404
    assert "ne mène plus nulle part" in answer.content.decode()
    assert say(client, "open").status_code == 404
    a_ground.refresh_from_db()
    Site.objects.update(is_public=False)
    assert client.get(f"/e/{a_ground.token}/").status_code == 404


def test_a_form_of_elsewhere_is_refused():
    assert Client(enforce_csrf_checks=True).post(GATE, {"dit": "open"}).status_code == 403
