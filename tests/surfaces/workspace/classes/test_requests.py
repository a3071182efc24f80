"""From the teacher's phone to the theatre's list, through the pages."""

from __future__ import annotations

import pytest

from preau.offer.classes.enums import WishState
from preau.offer.classes.models import ClassGroup, ClassWish, GroupRecord
from tests.cast import make_organisation, make_person
from tests.cast.classes import make_class_offer, make_group, make_school, make_wish

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make_school()


@pytest.fixture
def as_one_of(client, school):
    def enter(part: str, organisation=None):
        client.force_login(make_person(part, organisation=organisation or school))
        return client

    return enter


def test_teacher_asks_and_is_told_that_the_head_must_confirm(as_one_of, school):
    offer, group = make_class_offer(), make_group(school=school)
    client = as_one_of("teacher")
    sent = {"group": group.pk, "times": ["fri_am"], "adults": 2, "needs": "Une place calme", "rank": 1}
    answer = client.post(f"/atelier/classes/offres/{offer.pk}/demande/", sent, follow=True)
    wish = ClassWish.objects.get()
    assert (wish.state, wish.times, wish.needs) == (WishState.ASKED, ["fri_am"], "Une place calme")
    assert "La direction de l’école doit la confirmer" in answer.text
    again = client.post(f"/atelier/classes/offres/{offer.pk}/demande/", sent, follow=True)
    assert "a déjà demandé cette activité" in again.text
    assert ClassWish.objects.count() == 1


def test_a_class_that_does_not_fit_is_told_at_the_field_and_nothing_typed_is_lost(as_one_of, school):
    offer = make_class_offer()
    group = make_group("CM2", school=school, levels=["cm2"])
    sent = {"group": group.pk, "adults": 1, "words": "Nous aimons les ombres", "rank": 1}
    answer = as_one_of("teacher").post(f"/atelier/classes/offres/{offer.pk}/demande/", sent)
    assert answer.status_code == 422
    assert "n’est pas proposée au niveau de cette classe" in answer.text
    assert "Nous aimons les ombres" in answer.text


def test_another_school_and_an_organiser_before_the_head_find_nothing(as_one_of, client, school):
    offer = make_class_offer()
    wish = make_wish(offer, make_group(school=school), confirmed=False)
    other = make_school("École du Lavoir")
    as_one_of("teacher", other)
    assert client.get(f"/atelier/classes/demandes/{wish.pk}/").status_code == 404
    assert client.get(f"/atelier/classes/{wish.group_id}/").status_code == 404
    as_one_of("provider", offer.activity.organisation)
    assert client.get(f"/atelier/classes/demandes/{wish.pk}/").status_code == 404


def test_head_confirms_then_the_organiser_accepts_and_says_the_class_came(as_one_of, client, school):
    offer = make_class_offer()
    wish = make_wish(offer, make_group(school=school), confirmed=False)
    as_one_of("school_head")
    assert "Confirmer la demande" in client.get(f"/atelier/classes/demandes/{wish.pk}/").text
    client.post(f"/atelier/classes/demandes/{wish.pk}/confirmation/")
    as_one_of("provider", offer.activity.organisation)
    client.post(f"/atelier/classes/demandes/{wish.pk}/acceptation/", {"planned_on": "2027-01-14"})
    client.post(f"/atelier/classes/demandes/{wish.pk}/venue/", {"happened_on": "2027-01-14"})
    wish.refresh_from_db()
    assert wish.state == WishState.DONE
    assert GroupRecord.objects.get().group == wish.group


def test_accepting_out_of_turn_asks_why_on_the_page(as_one_of, client, school):
    offer = make_class_offer()
    first, second = (make_wish(offer, make_group(name, school=school)) for name in ("A", "B"))
    from preau.offer.classes.standing import queue_of

    last = queue_of(offer)[-1]
    as_one_of("provider", offer.activity.organisation)
    address = f"/atelier/classes/demandes/{last.pk}/acceptation/"
    assert "vient avant dans l’ordre" in client.get(address).text
    refused = client.post(address, {})
    assert refused.status_code == 422
    assert "la raison reste écrite" in refused.text
    client.post(address, {"out_of_turn": "Seul jour possible."})
    last.refresh_from_db()
    assert (last.state, last.out_of_turn) == (WishState.ACCEPTED, "Seul jour possible.")
    assert {first.pk, second.pk} >= {last.pk}


def test_a_step_that_somebody_took_already_says_so_and_changes_nothing(as_one_of, client, school):
    wish = make_wish(make_class_offer(), make_group(school=school))
    as_one_of("school_head")
    answer = client.post(f"/atelier/classes/demandes/{wish.pk}/confirmation/")
    assert answer.status_code == 422
    assert "Ce n’est plus possible" in answer.text


def test_head_declares_a_class_and_what_it_lived(as_one_of, client, school):
    as_one_of("school_head")
    refused = client.post("/atelier/classes/ajout/", {"seen_version": 0, "name": "CP", "size": 23})
    assert refused.status_code == 422
    assert "Cochez au moins un niveau" in refused.text
    client.post("/atelier/classes/ajout/", {"seen_version": 0, "name": "CP", "size": 23, "levels": ["cp"]})
    group = ClassGroup.objects.get()
    lived = {"title": "Musée", "domain": "visual", "pillars": ["meet"], "hours": "1,5", "happened_on": "2026-10-02"}
    client.post(f"/atelier/classes/{group.pk}/", lived)
    told = GroupRecord.objects.get()
    assert "1,5" in client.get("/atelier/classes/").text
    client.post(f"/atelier/classes/traces/{told.pk}/retrait/")
    assert not GroupRecord.objects.exists()


def test_two_heads_never_overwrite_each_other(as_one_of, client, school):
    group = make_group(school=school)
    as_one_of("school_head")
    sent = {"seen_version": 1, "name": "CE1 rouge", "size": 25, "levels": ["ce1"]}
    assert client.post(f"/atelier/classes/{group.pk}/modifier/", sent).status_code == 302
    late = client.post(f"/atelier/classes/{group.pk}/modifier/", {**sent, "name": "CE1 verte"})
    assert late.status_code == 422
    assert "CE1 rouge" in late.text
    assert "CE1 verte" in late.text


def test_the_queue_is_answered_at_once(as_one_of, client, school):
    offer = make_class_offer(seats=1)
    for name in ("A", "B"):
        make_wish(offer, make_group(name, school=school))
    as_one_of("agent", make_organisation("Direction de l’éducation"))
    assert "aurait une place" in client.get(f"/atelier/classes/offres/{offer.pk}/").text
    answer = client.post(f"/atelier/classes/offres/{offer.pk}/repartition/", follow=True)
    assert "Classes acceptées : 1 ; en file d’attente : 1." in answer.text
    assert sorted(ClassWish.objects.values_list("state", flat=True)) == ["accepted", "waiting"]


def test_offers_are_filtered_by_level_and_pillar(as_one_of, client, school):
    make_class_offer()
    as_one_of("teacher")
    assert "Théâtre d’ombres" in client.get("/atelier/classes/offres/?niveau=ce1").text
    assert "Rien à ce niveau" in client.get("/atelier/classes/offres/?niveau=cm2").text
    assert "Rien à ce niveau" in client.get("/atelier/classes/offres/?pilier=know").text


def test_an_offer_keeps_as_many_places_as_it_gave(as_one_of, client, school):
    offer = make_class_offer(seats=2)
    for name in ("A", "B"):
        make_wish(offer, make_group(name, school=school))
    as_one_of("agent", make_organisation("Direction de l’éducation"))
    client.post(f"/atelier/classes/offres/{offer.pk}/repartition/")
    sent = {
        "seen_version": offer.version,
        "seats": 1,
        "hours": "6",
        "opens_on": "2026-09-01",
        "closes_on": "2026-12-01",
    }
    refused = client.post(f"/atelier/classes/offres/{offer.pk}/accueil/", sent)
    assert refused.status_code == 422
    assert "2 classes sont déjà acceptées" in refused.text
