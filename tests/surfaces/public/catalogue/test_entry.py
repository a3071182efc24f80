"""The page of one entry, and what becomes of an address when the entry goes."""

from __future__ import annotations

import json
import re

import pytest

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import touch
from tests.cast import make_activity, make_commune
from tests.surfaces.public.catalogue.shelf import make_shelf

pytestmark = pytest.mark.django_db


def data_of(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])


def test_the_answer_comes_first(client, now):
    make_shelf(now)
    page = client.get("/activites/judo/").content.decode()
    head = page[: page.index('id="presentation"')]
    for told in ("Mercredi 25 novembre", "Les Tilleuls", "De 6 à 10 ans", "De 2\u00a0€ à 8\u00a0€ pour la séance"):
        assert told in head


def test_family_reads_what_is_adapted_what_is_not_and_whom_to_call(client, now):
    make_shelf(now)
    page = client.get("/activites/judo/").content.decode()
    for told in ("Peu de bruit", "Accès sans marche", "Deux éducateurs formés", "Pas de lève-personne.", "Léa Morel"):
        assert told in page


def test_family_reads_the_sessions_of_the_month_and_why_one_is_off(client, now):
    make_shelf(now)
    page = client.get("/activites/judo/").content.decode()
    assert page.count('<span class="number">13:30') == 2
    assert "la salle est en travaux" in page


def test_family_computes_its_own_price_and_no_cache_keeps_it(client, now):
    make_shelf(now)
    answer = client.get("/activites/judo/?quotient=500")
    assert 'id="mon-prix"' in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert "quotient" not in re.search(r'<link rel="canonical" href="([^"]+)"', answer.content.decode())[1]


def test_family_adds_the_sessions_to_its_calendar(client, now):
    make_shelf(now)
    page = client.get("/activites/judo/").content.decode()
    assert 'href="/activites/judo/seances.ics"' in page
    assert client.get("/activites/judo/seances.ics").status_code == 200


def test_search_engines_read_a_course_with_its_price_and_its_place(client, now):
    make_shelf(now)
    told = data_of(client.get("/activites/judo/").content.decode())
    assert (told["@type"], told["typicalAgeRange"], told["isAccessibleForFree"]) == ("Course", "6-10", False)
    assert (told["offers"]["lowPrice"], told["offers"]["highPrice"]) == ("2.00", "8.00")
    instance = told["hasCourseInstance"][0]
    assert instance["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 48.944, "longitude": 2.164}
    schedule = instance["courseSchedule"][0]
    assert (schedule["byDay"], schedule["startTime"]) == (["https://schema.org/Wednesday"], "14:00:00")


def test_search_engines_read_an_event_for_what_happens_once(client, now):
    make_shelf(now)
    told = data_of(client.get("/activites/heure-du-conte/").content.decode())
    assert (told["@type"], told["startDate"]) == ("EducationEvent", "2026-12-12T10:00:00+01:00")
    assert told["isAccessibleForFree"] is True


def test_no_text_of_an_entry_closes_the_script_that_holds_it(client, now):
    make_activity("Judo", summary="</script><script>alert(1)</script>")
    page = client.get("/activites/judo/").content.decode()
    assert "<script>alert" not in page
    assert data_of(page)["description"] == "</script><script>alert(1)</script>"


def test_a_withdrawn_entry_is_gone_and_leads_to_others(client, now):
    judo = make_shelf(now)["judo"]
    make_activity("Karaté")
    Activity.objects.filter(pk=judo.pk).update(state=EntryState.WITHDRAWN)
    touch(make_commune(), [judo])
    answer = client.get("/activites/judo/")
    assert answer.status_code == 410
    assert "n’est plus proposée" in answer.content.decode()
    assert "/activites/karate/" in answer.content.decode()


@pytest.mark.parametrize("state", [EntryState.DRAFT, EntryState.PROPOSED, EntryState.REFUSED, EntryState.TO_CHANGE])
def test_what_was_never_published_does_not_exist(client, now, state):
    make_activity("Secret", state=state)
    assert client.get("/activites/secret/").status_code == 404


def test_a_stale_entry_says_since_when_nobody_verified_it(client):
    make_activity("Aïkido", state=EntryState.STALE)
    assert "n’a pas été vérifiée depuis le 1er septembre 2026" in client.get("/activites/aikido/").content.decode()


def test_an_organiser_shows_all_it_offers_classes_too(client, now):
    make_shelf(now)
    page = client.get("/activites/organisateurs/club-de-judo/").content.decode()
    for title in ("Judo", "Planétarium"):
        assert f">{title}</a>" in page
    assert client.get("/activites/organisateurs/inconnu/").status_code == 404


def test_home_leads_to_the_catalogue_once_there_is_one(client, now):
    make_commune()
    assert 'action="/activites/"' not in client.get("/").content.decode()
    make_shelf(now)
    page = client.get("/").content.decode()
    assert 'action="/activites/"' in page
    assert 'href="/activites/?prix=gratuit"' in page


def test_search_engines_learn_the_address_of_each_entry(client, now):
    make_shelf(now)
    assert "/activites/judo/</loc>" in client.get("/sitemap.xml").content.decode()
