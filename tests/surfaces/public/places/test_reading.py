"""What anybody reads of the places: open now or not, how the ground is, who gets in, and nothing that is not shown."""

from __future__ import annotations

import json
import re
from datetime import date, time, timedelta

import pytest
from django.core.cache import cache

from preau.people.accounts.hand import Hand
from preau.town.places.actions import Practical, describe_site
from preau.town.places.answers import write_answers
from preau.town.places.hours import add_change, write_openings
from preau.town.places.models import PlaceRecord, Site
from preau.town.places.opening import Change, Opening
from preau.town.spaces.enums import ClosingReason, ReportKind
from preau.town.spaces.keeping import close_space
from preau.town.spaces.reporting import add_words, report, show_words
from tests.cast import make_commune, make_person, make_site
from tests.cast.spaces import make_ground, make_photo, make_space

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


def words_of(answer) -> str:
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"[\s\u00a0\u202f]+", " ", text)


def with_hours(site: Site, now, *openings: Opening) -> None:
    hand = Hand(None, now)
    write_openings(site, openings, always=False, on_bank_holidays=False, seen_version=site.version, hand=hand)


def test_the_list_says_what_is_open_now_and_filters_are_links(client, now):
    make_space(token="abcd2345")
    pool = make_site("Piscine", with_hours=False)
    with_hours(pool, now, Opening(1, time(9), time(12)))
    shut = make_site("Théâtre", with_hours=False)
    with_hours(shut, now, Opening(4, time(20), time(22)))
    answer = client.get("/lieux/")
    assert "3 lieux, 2 ouverts maintenant" in words_of(answer)
    assert "Ouvert jusqu’à 12 h" in words_of(answer)
    assert 'href="?ouvert=oui"' in answer.content.decode()
    found = words_of(client.get("/lieux/?ouvert=oui&libre=oui"))
    assert "1 lieu" in found
    assert "Théâtre" not in found


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("q=basket", {"Terrain des Quais"}),
        ("q=TERRAINS", {"Terrain des Quais"}),
        ("q=zzz", set()),
        ("nature=ecoles", {"Les Tilleuls"}),
        ("nature=inconnue", {"Terrain des Quais", "Les Tilleuls"}),
        ("eclaire=oui", {"Terrain des Quais"}),
        ("eau=oui&fauteuil=oui", {"Terrain des Quais"}),
        ("toilettes=oui", {"Les Tilleuls"}),
        ("toilettes=oui&libre=oui", set()),
        ("ouvert=peut-etre", {"Terrain des Quais", "Les Tilleuls"}),
    ],
)
def test_a_filter_shows_what_it_says(client, now, query, shown):
    make_space()
    school = make_site(with_hours=False)
    told = {"sanitaires_adaptes": True}
    write_answers(school, told, told_on=date(2026, 11, 1), seen_version=1, hand=Hand(None, now))
    found = words_of(client.get(f"/lieux/?{query}"))
    assert {name for name in ("Terrain des Quais", "Les Tilleuls") if name in found} == shown


def test_a_place_that_is_not_shown_or_was_closed_for_good_is_nowhere(client, now):
    hidden, gone, room = make_ground("Cachette"), make_ground("Ancien stade"), make_ground("Vestiaire")
    Site.objects.filter(pk=hidden.pk).update(is_public=False)
    Site.objects.filter(pk=gone.pk).update(closed_on=now.date())
    Site.objects.filter(pk=room.pk).update(part_of=make_ground("Stade"))
    listed = words_of(client.get("/lieux/"))
    assert [name for name in ("Cachette", "Ancien stade", "Vestiaire") if name in listed] == []
    assert client.get("/lieux/cachette/").status_code == 404
    assert client.get("/lieux/ancien-stade/").status_code == 404
    assert "Vestiaire" in words_of(client.get("/lieux/stade/"))


def test_the_page_of_a_place_answers_first_then_tells_all(client, now):
    site = make_site("Médiathèque", with_hours=False)
    told = Practical("Lire, jouer, se poser.", "01 00 00 00 00", "https://mediatheque.example", "bus 12", "10 places")
    describe_site(site, told, seen_version=1, hand=Hand(None, now))
    site.refresh_from_db()
    with_hours(
        site, now, Opening(1, time(14), time(18)), Opening(2, time(10), time(12)), Opening(2, time(12), time(18))
    )
    add_change(site, Change(date(2026, 11, 25), date(2026, 11, 25), reason="inventaire"), hand=Hand(None, now))
    site.refresh_from_db()
    answers = {"entree_plain_pied": True, "sanitaires_adaptes": False}
    write_answers(site, answers, told_on=date(2026, 11, 2), seen_version=site.version, hand=Hand(None, now))
    answer = client.get("/lieux/mediatheque/")
    page = words_of(answer)
    for said in (
        "Fermé, ouvre à 14 h", "14 h – 18 h", "Demain fermé inventaire", "entrée de plain-pied",
        "pas de toilettes adaptées", "Vu sur place le 2 novembre 2026", "bus 12", "01 00 00 00 00",
    ):  # fmt: skip
        assert said in page, said
    assert page.index("Fermé, ouvre") < page.index("entrée de plain-pied")


def test_how_a_ground_is_now_comes_from_people_and_only_words_that_were_read(client, now):
    space = make_space()
    made = add_words(report(space, ReportKind.BROKEN, sender="a", now=now), "le panneau est tordu", now=now)
    page = words_of(client.get("/lieux/terrain-des-quais/"))
    assert "Signalé abîmé ou fermé" in page
    assert "D’après une personne sur place, à l’instant" in page
    assert "tordu" not in page
    show_words(made, "le panneau est tordu", hand=Hand(make_person("agent"), now))
    assert "le panneau est tordu" in words_of(client.get("/lieux/terrain-des-quais/"))


def test_an_agent_s_closing_is_told_with_its_end(client, now):
    ends = now + timedelta(days=1)
    hand = Hand(make_person("agent"), now)
    close_space(make_space(), ClosingReason.REPAIR, "but à réparer", starts_at=now, ends_at=ends, hand=hand)
    page = words_of(client.get("/lieux/terrain-des-quais/"))
    assert "Fermé jusqu’au mercredi 25 novembre à 10 h 30" in page
    assert "but à réparer" in page


def test_machines_read_the_place_in_the_words_of_schema_org(client, now):
    space = make_space("Terrain </script><b>")
    with_hours(space.site, now, Opening(2, time(9), time(20)))
    content = client.get(f"/lieux/{space.site.slug}/").content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', content, re.DOTALL)
    assert block is not None
    told = json.loads(block.group(1))
    assert (told["@type"], told["name"]) == ("SportsActivityLocation", "Terrain </script><b>")
    assert told["geo"] == {"@type": "GeoCoordinates", "longitude": 2.1742, "latitude": 48.9339}
    assert told["openingHoursSpecification"][0]["dayOfWeek"] == "https://schema.org/Wednesday"


def test_a_photo_is_served_to_everybody_while_its_place_is_shown(client):
    photo = make_photo(make_ground())
    path = f"/lieux/terrain-des-quais/photos/{photo.pk}-petite.jpg"
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8\xff")
    page = client.get("/lieux/terrain-des-quais/").content.decode()
    assert 'alt="Un panneau de basket sous un pont"' in page
    assert client.get(f"/lieux/autre/photos/{photo.pk}-petite.jpg").status_code == 404
    Site.objects.update(is_public=False)
    assert client.get(path).status_code == 404


def test_the_list_costs_the_same_for_one_place_and_for_twelve(client, django_assert_num_queries):
    make_space()
    client.get("/lieux/")
    with django_assert_num_queries(18) as first:
        client.get("/lieux/")
    for number in range(11):
        make_space(f"Terrain {number}")
    with django_assert_num_queries(len(first)):
        client.get("/lieux/")


def test_a_town_without_places_and_no_town_at_all(client):
    assert client.get("/lieux/").status_code == 404
    make_commune()
    assert "n’a pas encore montré ses lieux" in words_of(client.get("/lieux/"))


def test_what_the_register_says_beyond_the_questions_of_the_page_is_told_too(client, commune_line):
    answer = client.get(f"/lieux/{commune_line.site.slug}/")
    assert "2 autres réponses d’acceslibre" in words_of(answer)
    assert "Façon d’ouvrir la porte porte coulissante" in words_of(answer)
    assert "Difficulté de la pente pente légère" in words_of(answer)


@pytest.fixture
def commune_line():
    site = make_site()
    access = {"entree_porte_manoeuvre": "coulissante", "cheminement_ext_pente_degre_difficulte": "légère"}
    return PlaceRecord.objects.create(
        commune=site.commune,
        site=site,
        register="access",
        official_id="1",
        fingerprint="x",
        name=site.name,
        access={**access, "entree_plain_pied": True},
    )
