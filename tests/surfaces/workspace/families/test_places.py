"""A place asked for at the counter, in the name of who asked: the same rules, a receipt, the same way back."""

from __future__ import annotations

import pytest
from django.utils import timezone

from preau.offer.activities.models import Activity
from preau.offer.enrolment.models import Enrolment
from preau.people.counter.models import Receipt
from tests.cast.enrolment import make_unit
from tests.surfaces.workspace.families.test_counter import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(db):
    made = make_unit(capacity=1)
    Activity.objects.update(state="published", published_at=timezone.now(), age_min=3, age_max=12)
    return made


@pytest.fixture
def places(family, help_them):
    """The page of the places of Zélie, while the agent acts for her mother."""
    return f"{help_them(family.adults['Salomé'])}enfants/{family.children['Zélie'].key}/places/"


def test_a_place_is_asked_for_in_the_name_of_who_asked(desk, family, unit, places, agent):
    assert "Judo" in text_of(desk.get(places))
    page = f"{places}{unit.pk}/"
    assert "Confirmer la place" in text_of(desk.get(page))
    assert desk.post(page)["Location"] == places
    place = Enrolment.objects.get()
    assert (place.state, place.asked_by, place.channel, place.entered_by) == (
        "confirmed",
        family.adults["Salomé"],
        "counter",
        agent,
    )
    assert place.household == family.homes["mother"]
    receipt = Receipt.objects.filter(procedure="registration").get()
    assert "Judo" in receipt.lines[0] and receipt.silence == ""


def test_a_rank_is_awaited_and_the_receipt_says_what_silence_means(desk, family, unit, places):
    desk.post(f"{places}{unit.pk}/")
    noe = places.replace(str(family.children["Zélie"].key), str(family.children["Noé"].key))
    assert "rang d’attente" in text_of(desk.get(f"{noe}{unit.pk}/"))
    desk.post(f"{noe}{unit.pk}/")
    assert Enrolment.objects.get(child=family.children["Noé"]).state == "waiting"
    receipt = Receipt.objects.filter(procedure="registration").first()
    assert receipt.silence and receipt.silence_on


def test_what_is_refused_is_said_with_its_published_reason(desk, unit, places):
    desk.post(f"{places}{unit.pk}/")
    again = desk.post(f"{places}{unit.pk}/")
    assert again.status_code == 422 and "À dire à la famille" in text_of(again)
    assert Enrolment.objects.count() == 1


def test_a_place_is_given_back(desk, unit, places):
    desk.post(f"{places}{unit.pk}/")
    place = Enrolment.objects.get()
    assert desk.post(places, {"place": place.pk}).status_code == 302
    place.refresh_from_db()
    assert place.state == "released" and Receipt.objects.filter(procedure="release").exists()
    assert desk.post(places, {"place": "x"}).status_code == 404


def test_without_a_mandate_for_it_identity_comes_first(desk, family, unit, open_file, help_them):
    salome, zelie = family.adults["Salomé"], family.children["Zélie"]
    address = open_file(salome)
    page = f"{address}enfants/{zelie.key}/places/"
    first = f"{address}aide/?pour=register"
    assert desk.get(page)["Location"].startswith(first)
    help_them(salome, scopes=["family_file"])
    assert desk.get(page)["Location"].startswith(first)
    assert desk.post(f"{page}{unit.pk}/")["Location"].startswith(first)
    assert not Enrolment.objects.exists()


def test_acting_for_one_parent_is_not_acting_for_the_other(desk, family, unit, places, open_file):
    yann = open_file(family.adults["Yann"])
    page = f"{yann}enfants/{family.children['Zélie'].key}/places/{unit.pk}/"
    assert desk.post(page)["Location"].startswith(f"{yann}aide/")
    assert not Enrolment.objects.exists()


def test_a_group_that_is_not_open_is_not_there(desk, unit, places):
    type(unit).objects.update(opens_at=None)
    assert desk.get(f"{places}{unit.pk}/").status_code == 404


def test_from_a_group_the_counter_is_the_only_way_and_the_group_stays_in_sight(desk, family, unit, help_them):
    start = desk.post(f"/atelier/inscriptions/{unit.pk}/ajout/")
    assert start["Location"] == "/atelier/familles/"
    assert "Cherchez la famille de l’enfant." in text_of(desk.get("/atelier/familles/"))
    address = help_them(family.adults["Salomé"])
    assert "Choisissez l’enfant." in text_of(desk.get(address))
    child = f"{address}enfants/{family.children['Zélie'].key}/"
    assert f"{child}places/{unit.pk}/" in desk.get(child).content.decode()
    desk.post(f"{child}places/{unit.pk}/")
    assert Receipt.objects.filter(procedure="registration").exists()
    assert "Pour inscrire à" not in text_of(desk.get("/atelier/familles/"))


def test_a_group_is_wanted_by_the_desk_only(client, unit):
    from tests.cast import make_person

    assert client.post(f"/atelier/inscriptions/{unit.pk}/ajout/").status_code == 302
    client.force_login(make_person("activity_leader"))
    assert client.post(f"/atelier/inscriptions/{unit.pk}/ajout/").status_code in (403, 404)


def test_groups_of_another_age_are_not_offered_and_say_why_when_searched_by_name(desk, unit, places):
    Activity.objects.update(age_min=16, age_max=18)
    page = text_of(desk.get(places))
    assert "Judo" not in page and "Aucun groupe de son âge" in page
    found = desk.get(f"{places}?activite=judo")
    assert "hors de portée" in text_of(found) and "Judo" in text_of(found)
    assert f"{places}{unit.pk}/" not in found.content.decode()
