"""What a family does with the catalogue, without JavaScript and with it."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from preau.offer.activities.enums import Domain, EntryState
from tests.cast import make_activity, make_commune
from tests.surfaces.public.catalogue.shelf import make_shelf

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def titles(answer) -> list[str]:
    return re.findall(r'<h3><a href="/activites/[^"]+">([^<]+)</a></h3>', answer.content.decode())


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", {"Judo", "Natation", "L’heure du conte"}),
        ("?q=judo", {"Judo"}),
        ("?q=piscine", {"Natation"}),
        ("?age=11", {"Natation"}),
        ("?jour=mercredi&moment=apres-midi", {"Judo"}),
        ("?prix=gratuit", {"L’heure du conte"}),
        ("?prix=2", {"Judo", "L’heure du conte"}),
        ("?prix=2&quotient=900", {"L’heure du conte"}),
        ("?quartier=les-tilleuls", {"Judo"}),
        ("?pres=2.164,48.944&minutes=5", {"Judo"}),
        ("?besoin=calme&besoin=sans-marche", {"Judo"}),
        ("?avec=sans-inscription", {"L’heure du conte"}),
        ("?avec=cette-semaine", {"Judo"}),
        ("?organisateur=les-dauphins", {"Natation"}),
        ("?public=classes&niveau=cp", {"Planétarium"}),
        ("?q=judo+mercredi+7+ans", {"Judo"}),
    ],
)
def test_parent_finds_with_one_address(client, now, query, wanted):
    make_shelf(now)
    assert set(titles(client.get(f"/activites/{query}"))) == wanted


def test_counts_beside_filters_are_what_a_click_shows(client, now):
    make_shelf(now)
    page = client.get("/activites/?age=7").content.decode()
    links = re.findall(
        r'<a id="(?:quand|quoi|prix|ou|adapte|plus|qui|organisateur)-\d+" href="([^"]+)"(?! aria-current)>'
        r'<span>[^<]+</span> <span class="number">(\d+)</span>',
        page,
    )
    assert len(links) > 12
    for address, count in links:
        found = client.get(address.replace("&amp;", "&")).context["page"].found.count
        assert found == int(count), address


def test_filters_that_show_nothing_are_said_and_lead_nowhere(client, now):
    make_shelf(now)
    page = client.get("/activites/").content.decode()
    assert re.search(
        r'<span class="cat-none" id="quand-1"><span>lundi</span> <span class="number">0</span></span>', page
    )


def test_parent_takes_one_filter_back_and_keeps_the_others(client, now):
    make_shelf(now)
    page = client.get("/activites/?age=7&jour=mercredi").content.decode()
    chips = dict(re.findall(r'href="([^"]*)"><span class="visually-hidden">Retirer le filtre </span>([^<]+?) <', page))
    assert chips == {"/activites/?jour=mercredi": "7 ans", "/activites/?age=7": "mercredi"}


def test_what_was_understood_of_the_words_is_told_and_can_be_refused(client, now):
    make_shelf(now)
    answer = client.get("/activites/?q=judo+mercredi")
    page = answer.content.decode()
    assert "Compris comme" in page
    assert "<strong>mercredi</strong>" in page
    assert answer.context["page"].literal_query == "q=judo%20mercredi&mots=exacts"
    assert "Compris comme" not in client.get("/activites/?q=judo+mercredi&mots=exacts").content.decode()


def test_an_address_that_asks_nonsense_is_answered_and_told(client, now):
    make_shelf(now)
    page = client.get("/activites/?age=douze&jour=wednesday&q=judo").content.decode()
    assert "<q>age = douze</q>" in page
    assert "<q>jour = wednesday</q>" in page


def test_form_without_javascript_leads_to_a_clean_address(client, now):
    make_shelf(now)
    answer = client.get("/activites/?q=&age=7&jour=mercredi&moment=&prix=&minutes=")
    assert answer.headers["Location"] == "/activites/?age=7&jour=mercredi"
    sent = client.get("/activites/?age=7&jour=mercredi&besoin=calme").content.decode()
    assert '<option value="7" selected>7 ans</option>' in sent
    assert '<input type="hidden" name="besoin" value="calme">' in sent


def test_family_says_where_it_starts_from_and_comes_back_to_its_filters(client, now):
    make_shelf(now)
    page = client.get("/activites/?age=7").content.decode()
    door = re.search(r'<a id="depart" href="([^"]+)">', page)[1].replace("&amp;", "&")
    assert door == "/lieux/pres/?suite=%2Factivites%2F%3Fage%3D7"
    answer = client.post("/lieux/pres/", {"ecole": "les-tilleuls", "suite": "/activites/?age=7"})
    assert answer.headers["Location"] == "/activites/?age=7&pres=2.164,48.944"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "min à pied" in page
    assert 'id="minutes"' in page


def test_no_address_is_ever_asked_in_a_link(client, now):
    make_shelf(now)
    assert 'name="adresse"' not in client.get("/activites/").content.decode()


@pytest.mark.parametrize("query", ["", "?age=7", "?q=judo+mercredi", "?vue=semaine", "?vue=carte", "?q=zzz", "?page=3"])
def test_a_swap_is_the_same_part_of_the_fresh_page(client, now, query):
    make_shelf(now)
    whole = client.get(f"/activites/{query}").content.decode()
    answer = client.get(f"/activites/{query}", headers=HTMX)
    part = answer.content.decode().split('<p id="annonce"')[0].strip()
    assert part.startswith('<div id="catalogue"')
    assert part in whole
    assert answer.headers["HX-Push-Url"].startswith("/activites/")


def test_a_swap_says_aloud_how_many_were_found(client, now):
    make_shelf(now)
    part = client.get("/activites/?age=7", headers=HTMX).content.decode()
    assert '<p id="annonce" hx-swap-oob="innerHTML">3 activités trouvées</p>' in part


def test_nothing_found_says_which_filter_to_leave(client, now):
    make_shelf(now)
    answer = client.get("/activites/?jour=mercredi&prix=gratuit")
    page = answer.content.decode()
    assert "Rien ne répond à tout cela à la fois." in page
    assert [(chip.name, chip.count) for chip in answer.context["page"].looser] == [("days", 1), ("price", 1)]


def test_a_catalogue_that_is_still_written_says_so(client):
    make_commune()
    assert "Le catalogue s’écrit." in client.get("/activites/").content.decode()


def test_there_is_no_catalogue_before_there_is_a_town(client):
    assert client.get("/activites/").status_code == 404


def test_the_week_is_a_table_and_a_list_of_days(client, now):
    make_shelf(now)
    page = client.get("/activites/?vue=semaine").content.decode()
    assert '<th scope="row">14\u00a0h</th>' in page
    assert '<h3 id="jour-3">Mercredi</h3>' in page
    assert page.count('href="/activites/judo/"') == 2


def test_the_map_numbers_places_as_the_list_does(client, now):
    make_shelf(now)
    page = client.get("/activites/?vue=carte&pres=2.164,48.944").content.decode()
    assert 'id="lieu-' in page
    assert 'aria-label="1. Les Tilleuls"' in page
    assert "2 activités n’ont pas de lieu sur la carte" in page


def test_a_shared_link_never_carries_the_quotient(client, now):
    make_shelf(now)
    page = client.get("/activites/?quotient=640&age=7").content.decode()
    assert '<link rel="canonical" href="/activites/?age=7">' in page
    assert "seances.ics?age=7" in page
    assert "seances.ics?age=7&amp;quotient" not in page
    assert "2\u00a0€" in client.get("/activites/?quotient=300&q=judo").content.decode()


def test_stale_entries_carry_their_warning_and_come_last(client, now):
    make_shelf(now)
    make_activity("Aïkido", state=EntryState.STALE)
    answer = client.get("/activites/")
    assert titles(answer)[-1] == "Aïkido"
    assert "à vérifier auprès de l’organisateur" in answer.content.decode()


def test_words_are_never_run_as_markup(client, now):
    make_shelf(now)
    assert "<script>alert" not in client.get("/activites/?q=<script>alert(1)</script>").content.decode()


@pytest.mark.parametrize("query", ["", "?age=7&jour=mercredi", "?q=judo", "?vue=semaine", "?vue=carte&pres=2.16,48.94"])
def test_a_page_costs_the_same_queries_for_three_entries_and_for_two_hundred(client, now, query):
    make_shelf(now)
    client.get("/activites/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/activites/{query}")
    for number in range(60):
        make_activity(f"Judo {number}", domain=Domain.COMBAT)
    client.get("/activites/")
    with CaptureQueriesContext(connection) as many:
        client.get(f"/activites/{query}")
    assert len(many) == len(few) <= 7
