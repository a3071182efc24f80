"""A parent on a phone: reads everything on one page, confirms, waits, answers, gives back. And what nobody else sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from preau.offer.enrolment.enums import EnrolmentState as S
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.taking import release
from preau.people.accounts.hand import Hand
from tests.cast import make_person, make_price
from tests.cast.enrolment import make_place, make_unit
from tests.cast.families import link, make_adult, make_fostered, make_sheltered, make_two_homes, make_young_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def mother(client, family):
    client.force_login(family.adults["Salomé"].account)
    return client


def page(unit, child) -> str:
    return reverse("portal:enrolment", args=[unit.key, child.key])


def test_a_mother_reads_everything_on_one_page_then_confirms(mother, family):
    unit, zelie = make_unit(), family.children["Zélie"]
    unit.activity.price_rule = make_price()
    unit.activity.save()
    text = mother.get(page(unit, zelie)).content.decode()
    for said in ("Il reste 12 places", "Mercredi", "Le prix pour votre foyer", "Confirmer la place de Zélie"):
        assert said in text
    answer = mother.post(page(unit, zelie))
    place = Enrolment.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("portal:place", args=[place.key]))
    receipt = mother.get(answer.headers["Location"]).content.decode()
    assert "Zélie a sa place à « Judo »" in receipt
    assert str(place.key)[:8] in receipt


def test_a_second_click_leads_to_the_same_place(mother, family):
    unit, zelie = make_unit(), family.children["Zélie"]
    first, second = mother.post(page(unit, zelie)), mother.post(page(unit, zelie))
    assert first.headers["Location"] == second.headers["Location"]
    assert Enrolment.objects.count() == 1


def test_the_page_says_every_reason_and_shows_no_button(mother, family, now):
    unit = make_unit(documents=["insurance"], opens_at=now + timedelta(days=1))
    text = mother.get(page(unit, family.children["Zélie"])).content.decode()
    assert "ne sont pas encore ouvertes" in text
    assert "assurance extrascolaire." in text
    assert "Confirmer" not in text
    assert mother.post(page(unit, family.children["Zélie"])).status_code == 422


def test_a_full_group_says_how_many_wait_and_gives_a_rank(mother, family):
    unit = make_unit(capacity=1)
    for name in ("Un", "Deux", "Trois"):
        make_place(unit, name=f"Famille {name}")
    assert "2 enfants attendent déjà" in mother.get(page(unit, family.children["Zélie"])).content.decode()
    answer = mother.post(page(unit, family.children["Zélie"]), follow=True)
    assert "2 enfants devant" in answer.content.decode()
    assert "2 devant" in mother.get(reverse("portal:places")).content.decode()


def test_an_offered_place_is_first_and_is_accepted_in_one_gesture(mother, family, now):
    unit = make_unit(capacity=1)
    seated = make_place(unit)
    mother.post(page(unit, family.children["Zélie"]))
    release(seated, hand=Hand(None, now))
    place = Enrolment.objects.get(child=family.children["Zélie"])
    text = mother.get(reverse("portal:places")).content.decode()
    assert "Une place attend votre réponse" in text
    answer = mother.post(reverse("portal:place_answer", args=[place.key]), {"answer": "yes"})
    place.refresh_from_db()
    assert (answer.status_code, place.state) == (302, S.CONFIRMED)


def test_a_place_is_given_back_in_two_taps(mother, family):
    unit = make_unit()
    mother.post(page(unit, family.children["Zélie"]))
    place = Enrolment.objects.get()
    address = reverse("portal:place_release", args=[place.key])
    assert "Rendre la place de Zélie" in mother.get(address).content.decode()
    assert mother.post(address).status_code == 302
    place.refresh_from_db()
    assert place.state == S.RELEASED
    assert mother.post(address).status_code == 302


def test_the_other_parent_sees_the_place_and_not_what_the_first_home_pays(mother, client, family):
    unit = make_unit()
    unit.activity.price_rule = make_price()
    unit.activity.save()
    mother.post(page(unit, family.children["Zélie"]))
    place = Enrolment.objects.get()
    client.force_login(family.adults["Yann"].account)
    text = client.get(reverse("portal:place", args=[place.key])).content.decode()
    assert "Zélie a sa place" in text
    assert "Le prix annoncé" not in text


def test_whoever_is_only_informed_reads_and_does_nothing(client, family):
    grandmother = make_adult("Rozenn Kerbrat")
    link(family.children["Zélie"], grandmother, "informed")
    client.force_login(family.adults["Salomé"].account)
    unit = make_unit()
    client.post(page(unit, family.children["Zélie"]))
    place = Enrolment.objects.get()
    client.force_login(grandmother.account)
    assert client.get(reverse("portal:place", args=[place.key])).status_code == 200
    assert client.get(page(unit, family.children["Zélie"])).status_code == 403
    assert client.post(reverse("portal:place_release", args=[place.key])).status_code == 403


def test_a_young_person_takes_a_place_alone(client):
    family = make_young_person()
    unit = make_unit()
    unit.activity.age_max = None
    unit.activity.save()
    client.force_login(family.children["Sacha"].account)
    assert client.post(page(unit, family.children["Sacha"])).status_code == 302
    assert Enrolment.objects.get().asked_by is None


def test_the_calendar_names_the_activity_and_never_the_child(mother, family):
    mother.post(page(make_unit(), family.children["Zélie"]))
    feed = mother.get(reverse("portal:place_feed", args=[Enrolment.objects.get().key])).content.decode()
    assert "Judo" in feed
    assert "Zélie" not in feed


OTHERS = ("other family", "blocked father", "agent", "provider", "activity_leader", "visitor")


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_reaches_a_place_by_any_address(client, who):
    family = make_sheltered()
    client.force_login(family.adults["Farida"].account)
    unit, ines = make_unit(), family.children["Inès"]
    client.post(page(unit, ines))
    place = Enrolment.objects.get()
    client.logout()
    account = {"other family": lambda: make_fostered().adults["Odile"].account}.get(who)
    if who == "blocked father":
        client.force_login(family.adults["Karim"].account)
    elif who != "visitor":
        client.force_login(account() if account else make_person(who))
    names = ("place", "place_release", "place_feed")
    addresses = [*(reverse(f"portal:{each}", args=[place.key]) for each in names), page(unit, ines)]
    wanted = {"visitor": 302, "agent": 403, "provider": 403, "activity_leader": 403}.get(who, 404)
    assert [client.get(each).status_code for each in addresses] == [wanted] * len(addresses)
    acts = [
        (page(unit, ines), {}),
        (reverse("portal:place_release", args=[place.key]), {}),
        (reverse("portal:place_answer", args=[place.key]), {"answer": "no"}),
    ]
    assert [client.post(*each).status_code for each in acts] == [wanted] * len(acts)
    place.refresh_from_db()
    assert (place.state, Enrolment.objects.count()) == (S.CONFIRMED, 1)


def test_the_other_home_cannot_be_named_as_the_one_that_pays(mother, family):
    father = family.homes["father"]
    mother.post(page(make_unit(), family.children["Zélie"]), {"home": str(father.key)})
    assert Enrolment.objects.get().household == family.homes["mother"]


@pytest.mark.parametrize("home", ["", "x" * 5000, "00000000-0000-0000-0000-000000000000", "é\x00"])
def test_nothing_that_is_typed_in_the_address_or_the_form_breaks_the_page(mother, family, home):
    unit = make_unit()
    assert mother.get(page(unit, family.children["Zélie"]), {"foyer": home}).status_code == 200
    assert mother.post(page(unit, family.children["Zélie"]), {"home": home}).status_code == 302


def test_anybody_reads_a_group_and_the_reasons_without_an_account(client, now):
    unit = make_unit(capacity=1)
    text = client.get(reverse("public:unit", args=[unit.key])).content.decode()
    assert "Il reste 1 place sur 1." in text
    make_place(unit)
    assert "Le groupe est complet" in client.get(reverse("public:unit", args=[unit.key])).content.decode()
    assert "aucune autre raison" in client.get(reverse("public:enrolment_reasons")).content.decode()
    unit.activity.state = "draft"
    unit.activity.published_at = None
    unit.activity.save()
    assert client.get(reverse("public:unit", args=[unit.key])).status_code == 404
