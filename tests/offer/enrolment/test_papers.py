"""A paper that was given counts at once; the desk looks before the first day, and the family reads where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.papers import first_days, lacking
from preau.people.accounts.hand import Hand
from preau.people.households.documents import accept_document, give_document, refuse_document
from preau.people.households.enums import DocumentKind
from preau.people.households.models import SupportingDocument
from preau.surfaces.shell.waiting.families import family_papers
from tests.cast import make_person
from tests.cast.enrolment import make_unit
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db
TODAY, FIRST = date(2026, 11, 24), date(2026, 12, 2)


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def unit():
    return make_unit(documents=["insurance", "address"], starts_on=FIRST)


@pytest.fixture
def hand(now):
    return Hand(None, now)


@pytest.fixture
def place(family, unit, hand):
    give_document(DocumentKind.INSURANCE, owner=family.children["Zélie"], hand=hand)
    give_document(DocumentKind.ADDRESS, owner=family.homes["mother"], hand=hand)
    return Enrolment.objects.create(
        unit=unit,
        child=family.children["Zélie"],
        household=family.homes["mother"],
        state="confirmed",
        asked_at=hand.now,
    )


def test_what_lacks_is_told_by_who_must_act(place, family, hand):
    home = family.homes["mother"]
    assert lacking(place, home, TODAY).unchecked == ("address", "insurance")
    for paper in SupportingDocument.objects.filter(kind="insurance"):
        refuse_document(paper, reason="Illisible.", hand=hand)
    for paper in SupportingDocument.objects.filter(kind="address"):
        accept_document(paper, hand=hand)
    told = lacking(place, home, TODAY)
    assert (told.unchecked, told.missing) == ((), ("insurance",))


def test_the_papers_of_a_home_are_that_home_s(place):
    told = lacking(place, None, TODAY)
    assert (told.unchecked, told.missing) == (("insurance",), ())


def test_each_paper_is_looked_at_before_the_first_of_the_days_that_rest_on_it(place, family, unit, hand):
    loose = give_document(DocumentKind.INSURANCE, owner=family.children["Noé"], hand=hand)
    papers = list(SupportingDocument.objects.all())
    days = first_days(papers, TODAY)
    assert loose.pk not in days and set(days.values()) == {FIRST}
    type(unit).objects.update(starts_on=date(2026, 9, 7))
    assert set(first_days(papers, TODAY).values()) == {TODAY}


def test_the_desk_is_told_the_day_before_which_to_look(place):
    agent = make_person("family_agent")
    [thing] = family_papers([agent], TODAY)[agent.pk]
    assert (thing.due_on, thing.why) == (FIRST, "une place en dépend")


def test_the_family_reads_what_waits_for_the_desk_and_what_waits_for_it(client, place, family, unit, hand):
    client.force_login(family.adults["Salomé"].account)
    page = f"/famille/inscriptions/{place.key}/"
    assert "Bien reçu : justificatif de domicile, assurance extrascolaire." in client.get(page).content.decode()
    refuse_document(SupportingDocument.objects.get(kind="insurance"), reason="Illisible.", hand=hand)
    told = client.get(page).content.decode()
    assert "Une pièce est à redonner" in told and "le 2 décembre 2026" in told
    client.force_login(family.adults["Yann"].account)
    assert "domicile" not in client.get(page).content.decode()


def test_who_asks_reads_before_that_the_place_does_not_wait_for_the_check(client, family, unit, hand):
    for kind, owner in (("insurance", family.children["Noé"]), ("address", family.homes["mother"])):
        give_document(DocumentKind(kind), owner=owner, hand=hand)
    client.force_login(family.adults["Salomé"].account)
    unit.activity.state, unit.activity.published_at = "published", hand.now
    unit.activity.save()
    page = client.get(f"/famille/inscriptions/groupes/{unit.key}/{family.children['Noé'].key}/").content.decode()
    assert "La place ne l’attend pas" in page and "Confirmer la place de Noé" in page


def test_the_queue_of_the_desk_begins_with_what_a_place_rests_on(client, place, family, hand):
    older = SupportingDocument.objects.create(
        child=family.children["Noé"], kind="swimming", given_at=hand.now.replace(year=2025)
    )
    client.force_login(make_person("family_agent"))
    page = client.get("/atelier/familles/pieces/").content.decode()
    assert "avant le 2 décembre 2026" in page and page.index("Assurance") < page.index(str(older.key))
