"""What anybody reads, and what nobody outside may see."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from preau.foundation.design.assets import build
from preau.people.accounts.hand import Hand
from preau.plan.structure.actions import remove_item, reword
from preau.plan.structure.models import PlanItem
from tests.cast import make_big_plan, make_person, make_plan

pytestmark = pytest.mark.django_db
PAGES = ("/", "/projet/", "/projet/axe-1/", "/projet/a1-g1-o1/", "/projet/a1-g1-e1/", "/projet/recherche/?q=porte")


def test_parent_reads_the_plan_row_by_row(client):
    make_plan(shown=True)
    page = client.get("/projet/").content.decode()
    assert "Offrir à chaque enfant une sortie au théâtre par an" in page
    assert (
        page.index("Ouvrir les bassins")
        < page.index("Des enfants à l’aise dans l’eau")
        < page.index("Prêter les salles")
    )
    assert "Service des sports" in page
    assert "juin 2027" in page


def test_parent_reads_an_objective_with_the_effects_of_its_row(client):
    make_plan(shown=True)
    page = client.get("/projet/a2-g1-o1/").content.decode()
    assert "Des familles qui savent à qui parler" in page
    assert "Écrire un guide d’accueil" in page
    assert "Des salles occupées le soir" not in page


@pytest.mark.parametrize("path", PAGES)
def test_public_never_sees_open_points_suggestions_comments_or_notes(client, path):
    plan = make_plan(shown=True)
    PlanItem.objects.filter(plan=plan).update(note="Note interne à ne pas montrer")
    page = client.get(path).content.decode()
    for secret in ("Le texte annonce une précision", "chaque site", "Et les crèches", "Note interne", "Claire Aubin"):
        assert secret not in page


def test_public_does_not_see_a_plan_that_is_not_shown(client):
    make_plan()
    assert "s’écrit" in client.get("/").content.decode()
    assert client.get("/projet/").status_code == 404


def test_empty_installation_has_a_home_page(client):
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("slug", ["a9-g1-o1", "a1", "a1-g1", "axe-7", "n-importe-quoi"])
def test_reader_of_an_unknown_item_gets_the_human_404(client, slug):
    make_plan(shown=True)
    answer = client.get(f"/projet/{slug}/")
    assert answer.status_code == 404
    assert "n’existe pas" in answer.content.decode()


def test_removed_item_is_gone_for_the_public(client, now):
    plan = make_plan(shown=True)
    remove_item(plan.items.get(code="A1.G1.O3"), hand=Hand(None, now))
    assert client.get("/projet/a1-g1-o3/").status_code == 404
    assert "Prêter les salles" not in client.get("/projet/").content.decode()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("theatre", 1), ("THÉÂTRES", 1), ("salle", 2), ("école associations", 1), ("zzz", 0), ("", 0), ("le", 0)],
)
def test_reader_finds_words_whatever_their_accents_and_number(client, typed, found):
    make_plan(shown=True)
    assert len(client.get("/projet/recherche/", {"q": typed}).context["found"]) == found


def test_searched_words_are_never_run_as_markup(client):
    make_plan(shown=True)
    assert "<script>alert" not in client.get("/projet/recherche/", {"q": "<script>alert(1)</script>"}).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_costs_the_same_queries_for_a_small_and_a_large_plan(client, path, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_plan(shown=True)
    client.get(path)  # a process reads the catalogue once
    with CaptureQueriesContext(connection) as small:
        client.get(path)
    make_big_plan(500)
    with django_assert_num_queries(len(small)):
        client.get(path)
    assert len(small) <= 9


def test_reader_who_has_the_plan_already_is_told_that_nothing_changed(client, now):
    plan = make_plan(shown=True)
    tag = client.get("/projet/").headers["ETag"]
    assert client.get("/projet/", headers={"If-None-Match": tag}).status_code == 304
    reword(plan.items.get(code="A1.G1.O1"), "Autrement", seen_version=1, hand=Hand(None, now))
    assert client.get("/projet/", headers={"If-None-Match": tag}).status_code == 200


def test_english_reader_switches_the_interface(client):
    make_plan(shown=True)
    client.post("/langue/", {"language": "en", "next": "/projet/"})
    page = client.get("/projet/").content.decode()
    assert '<html lang="en">' in page
    assert "What we expect of it" in page


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The style sheet and the typefaces, as a first start makes them."""
    folder = tmp_path_factory.mktemp("assets")
    build(folder)
    return folder


@pytest.mark.parametrize(
    "path", [*PAGES, "/activites/", "/donnees/", "/accessibilite/", "/mentions-legales/", "/compte/login/"]
)
def test_first_visit_weighs_less_than_100_kb_and_calls_no_third_party(client, path, built):
    make_big_plan(60)
    make_plan(shown=True)
    page = client.get(path).content
    text = page.decode()
    links = re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"', text)
    assert [link for link in links if not link.startswith("/")] == []
    total = len(gzip.compress(page))
    for link in {link.removeprefix("/static/") for link in links if link.startswith("/static/")}:
        file = built / link if (built / link).exists() else finders.find(link)
        data = Path(file).read_bytes()
        total += len(data) if str(file).endswith("woff2") else len(gzip.compress(data))
    total += sum(path.stat().st_size for path in (built / "preau/fonts").iterdir())
    assert total < 100_000


def test_get_writes_nothing_even_for_somebody_logged_in(client, django_assert_num_queries):
    """The middleware refuses; here we see that no page needed it to."""
    make_plan(shown=True)
    client.force_login(make_person("coordinator"))
    for path in (*PAGES, "/atelier/", "/atelier/projet/", "/atelier/points-ouverts/", "/pilotage/"):
        assert client.get(path).status_code == 200


def test_parent_reads_what_is_done_for_an_objective_and_nothing_of_its_money_or_people(client):
    from tests.cast.sheets import make_sheet

    plan = make_plan(shown=True)
    sheet = make_sheet("running", plan, means="Deux maîtres-nageurs")
    sheet.budget.create(kind="expense", label="Car affrété", planned=810)
    sheet.partners.create(name="Maîtres-nageurs réunis", role="leads")
    for state in ("draft", "proposed", "co_validated", "cancelled", "rejected", "archived"):
        make_sheet(state, plan, title=f"Fiche {state}")
    page = client.get("/projet/a1-g1-o2/").content.decode()
    for words in ("Apprivoiser l’eau", "11 janvier 2027", "de 5 à 6 ans", "Piscine", "Service des sports et École"):
        assert words in page
    for secret in ("Fiche ", "Car affrété", "810", "Maîtres-nageurs", "Dominique"):
        assert secret not in page
