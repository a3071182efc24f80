"""Agents keep what families read of a place: nothing typed is lost, nothing overwritten, nothing taken in silence."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.people.accounts.hand import Hand
from preau.town.places.actions import Practical, describe_site
from preau.town.places.models import PlaceRecord, Site, SitePhoto
from preau.town.places.registers import link_record
from tests.cast import make_person, make_site
from tests.cast.spaces import make_photo, picture_bytes
from tests.town.places.test_registers import make_record

pytestmark = pytest.mark.django_db
HERE = "/atelier/sites/les-tilleuls/"
LINES = {"lignes-TOTAL_FORMS": "2", "lignes-INITIAL_FORMS": "0"}
NOON = {
    "lignes-0-days": ["0", "2"],
    "lignes-0-opens_at": "09:00",
    "lignes-0-closes_at": "12:30",
    "lignes-0-season": "always",
}


@pytest.fixture
def agent(client):
    client.force_login(person := make_person("agent"))
    return person


@pytest.fixture
def site(agent):
    return make_site(with_hours=False)


def test_practical_information_is_kept_and_a_colleague_is_never_overwritten(client, site, now):
    typed = {"seen_version": 1, "about": "Onze classes.", "phone": "01 00", "website": "ecole.example", "transport": ""}
    describe_site(site, Practical("Dix classes."), seen_version=1, hand=Hand(None, now))
    refused = client.post(f"{HERE}pratique/", typed)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Quelqu’un a corrigé ce lieu" in page
    assert "Onze classes." in page
    assert 'name="seen_version" value="2"' in page
    assert client.post(f"{HERE}pratique/", typed | {"seen_version": 2}).status_code == 302
    site.refresh_from_db()
    assert (site.about, site.website) == ("Onze classes.", "https://ecole.example")


def test_hours_are_lines_and_what_overlaps_is_told_in_one_sentence(client, site):
    overlapping = LINES | NOON | {"lignes-1-days": ["2"], "lignes-1-opens_at": "12:00", "lignes-1-closes_at": "18:00"}
    refused = client.post(f"{HERE}ouverture/", overlapping | {"seen_version": 1})
    assert refused.status_code == 422
    assert "se chevauchent" in refused.content.decode()
    evening = LINES | NOON | {"lignes-1-days": ["2"], "lignes-1-opens_at": "14:00", "lignes-1-closes_at": "00:00"}
    assert client.post(f"{HERE}ouverture/", evening | {"seen_version": 1}).status_code == 302
    kept = list(site.openings.values_list("weekday", "opens_at", "closes_at"))
    assert kept == [(0, time(9), time(12, 30)), (2, time(9), time(12, 30)), (2, time(14), time(23, 59))]
    more = client.post(f"{HERE}ouverture/", evening | {"seen_version": 2, "plus": "1"})
    assert (more.status_code, 'name="lignes-3-opens_at"' in more.content.decode()) == (200, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"lignes-0-opens_at": ""}, "Donnez une heure"),
        ({"lignes-0-closes_at": "08:00"}, "La fin vient avant le début"),
        ({"lignes-0-valid_from": "2026-09-01", "lignes-0-valid_to": "2026-08-01"}, "La fin vient avant le début"),
    ],
)
def test_hours_that_make_no_sense_are_told_at_their_line(client, site, typed, said):
    answer = client.post(f"{HERE}ouverture/", LINES | NOON | {"seen_version": 1} | typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not site.openings.exists()


def test_a_day_that_is_not_like_the_others_is_announced_and_taken_back(client, site):
    half = client.post(f"{HERE}ouverture/ajout/", {"first_day": "2026-12-01", "opens_at": "10:00"})
    assert "Donnez les deux heures" in half.content.decode()
    client.post(f"{HERE}ouverture/ajout/", {"first_day": "2026-12-01", "reason": "inventaire"})
    change = site.opening_changes.get()
    assert (change.first_day, change.last_day, change.opens_at) == (date(2026, 12, 1), date(2026, 12, 1), None)
    assert "inventaire" in client.get(f"{HERE}familles/").content.decode()
    client.post(f"{HERE}ouverture/{change.pk}/retrait/")
    assert not site.opening_changes.exists()


def test_what_is_seen_on_the_spot_is_typed_by_need_beside_what_the_register_says(client, site, agent, now):
    line = make_record(register="access", access={"entree_plain_pied": "False"})
    link_record(line, site, hand=Hand(agent, now))
    assert (
        "acceslibre dit : entrée avec une ou plusieurs marches" in client.get(f"{HERE}accessibilite/").content.decode()
    )
    typed = {"seen_version": 1, "told_on": "2026-11-20", "entree_plain_pied": "oui", "entree_largeur_mini": "90",
             "accueil_equipements_malentendants": ["lsf"]}  # fmt: skip
    tomorrow = client.post(f"{HERE}accessibilite/", typed | {"told_on": "2026-11-25"})
    assert "pas encore venu" in tomorrow.content.decode()
    client.post(f"{HERE}accessibilite/", typed)
    assert dict(site.answers.values_list("field", "value")) == {
        "entree_plain_pied": True,
        "entree_largeur_mini": 90,
        "accueil_equipements_malentendants": ["lsf"],
    }
    page = client.get(f"{HERE}familles/").content.decode()
    assert "ne disent pas la même chose" in page
    assert "entrée de plain-pied" in page


def test_a_photo_needs_its_words_and_its_statement_then_is_described_and_removed(client, site):
    words = {"alternative": "Le portail vert", "credit": "Ville"}

    def sent(data: bytes = b"", name: str = "portail.jpg") -> dict:
        return {"photo": SimpleUploadedFile(name, data or picture_bytes())}

    bare = client.post(f"{HERE}photos/ajout/", words | sent())
    assert (bare.status_code, "Sans cette attestation" in bare.content.decode()) == (422, True)
    broken = client.post(f"{HERE}photos/ajout/", words | {"shows_no_child": "on"} | sent(b"pas une image"))
    assert "Cette photo ne peut pas être lue" in broken.content.decode()
    assert "Le portail vert" in broken.content.decode()
    assert client.post(f"{HERE}photos/ajout/", words | {"shows_no_child": "on"} | sent()).status_code == 302
    photo = SitePhoto.objects.get()
    client.post(f"{HERE}photos/{photo.pk}/", words | {"alternative": "Le portail bleu"})
    photo.refresh_from_db()
    assert photo.alternative == "Le portail bleu"
    assert client.get(f"{HERE}photos/{photo.pk}/image/")["Content-Type"] == "image/jpeg"
    other = make_photo(make_site("Le Lavoir", with_hours=False))
    assert client.post(f"{HERE}photos/{other.pk}/retrait/").status_code == 404
    client.post(f"{HERE}photos/{photo.pk}/retrait/")
    assert list(SitePhoto.objects.all()) == [other]


def test_a_fact_of_the_register_is_taken_only_when_asked_and_seen(client, site, agent, now):
    line = link_record(make_record("Les Tilleuls", address="9 rue Autre"), site, hand=Hand(agent, now))
    page = client.get(f"{HERE}familles/").content.decode()
    assert "9 rue Autre" in page
    assert "Corriger à la source" in page
    path = f"{HERE}fiches/{line.pk}/reprise/"
    stale = client.post(path, {"quoi": "address", "seen_version": "9"}, follow=True)
    assert "corrigé ce lieu entre-temps" in stale.content.decode()
    client.post(path, {"quoi": "address", "seen_version": "1"})
    site.refresh_from_db()
    assert site.address == "9 rue Autre"
    assert client.post(path, {"quoi": "slug", "seen_version": "2"}).status_code == 404
    client.post(f"{HERE}fiches/{line.pk}/retrait/")
    assert not site.records.exists()


class TestRecords:
    PATH = "/atelier/fiches-officielles/"

    def test_a_line_is_found_proposed_and_linked_in_one_click(self, client, agent):
        site = make_site("Gymnase des Tilleuls", with_hours=False)
        line, other = make_record(), make_record("Bibliothèque", register="access", point=None)
        page = client.get(self.PATH).content.decode()
        assert "2 fiches attendent leur lieu" in page
        assert "ressemblance" in page
        assert "Bibliothèque" not in client.get(f"{self.PATH}?registre=sports").content.decode()
        answer = client.post(f"{self.PATH}{line.pk}/rattachement/", {"lieu": site.slug, "retour": "q=gym&x=1"})
        assert answer["Location"] == f"{self.PATH}?q=gym"
        line.refresh_from_db()
        assert line.site == site
        taken = client.post(
            f"{self.PATH}{line.pk}/rattachement/", {"lieu": make_site(with_hours=False).slug}, follow=True
        )
        assert "déjà rattaché" in taken.content.decode()
        client.post(f"{self.PATH}{other.pk}/lieu/")
        assert Site.objects.get(name="Bibliothèque").records.get() == other

    def test_several_at_once_and_none_at_all(self, client, agent):
        lines = [make_record("Gymnase A"), make_record("Gymnase B"), make_record("Gymnase A", official_id="3")]
        none = client.post(f"{self.PATH}lot/", follow=True)
        assert "Cochez d’abord" in none.content.decode()
        done = client.post(f"{self.PATH}lot/", {"fiche": [line.pk for line in lines]}, follow=True).content.decode()
        assert "2 lieux sont ajoutés" in done
        assert "porte déjà ce nom" in done
        assert PlaceRecord.objects.filter(site__isnull=True).count() == 1

    def test_hundreds_of_lines_are_a_page_in_few_queries(self, client, agent, django_assert_max_num_queries):
        for number in range(70):
            make_record(f"Équipement {number}")
        with django_assert_max_num_queries(15):
            page = client.get(f"{self.PATH}?page=2").content.decode()
        assert "page 2 sur 3" in page


@pytest.mark.parametrize(
    ("typed", "point"),
    [("48.9443, 2.1642", (2.1642, 48.9443)), ("48,9443 2,1642", (2.1642, 48.9443)), ("", None)],
)
def test_a_point_is_copied_as_maps_give_it(client, site, typed, point):
    facts = {"seen_version": 1, "name": "Les Tilleuls", "kind": "school", "point": typed, "is_public": "on"}
    assert client.post(f"{HERE}modifier/", facts).status_code == 302
    site.refresh_from_db()
    assert site.point == point


@pytest.mark.parametrize("typed", ["ici", "48.9", "98.0, 2.0", "48.9, 2.1, 3"])
def test_a_point_that_is_none_is_told(client, site, typed):
    facts = {"seen_version": 1, "name": "Les Tilleuls", "kind": "school", "point": typed}
    answer = client.post(f"{HERE}modifier/", facts)
    assert (answer.status_code, "Copiez la latitude" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("part", ["contributor", "reader", "elected", "administrator"])
def test_those_who_read_cant_change(client, part):
    make_site(with_hours=False)
    client.force_login(make_person(part))
    page = client.get(f"{HERE}familles/").content.decode()
    assert "Changer les horaires" not in page
    for path in ("pratique/", "ouverture/", "accessibilite/", "photos/ajout/"):
        assert client.post(f"{HERE}{path}", {}).status_code == 403
    assert client.post("/atelier/fiches-officielles/lot/", {}).status_code == 403
