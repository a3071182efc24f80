"""The counter: somebody is found, their file is opened with a reason, they are helped, they leave with a paper."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from preau.people.audit.models import AuditEvent
from preau.people.counter.models import Receipt
from preau.people.households.enums import ContactBy, DocumentKind
from preau.people.households.models import (
    Adult,
    AssistanceMandate,
    Child,
    Consent,
    FileReading,
    Guardian,
    Household,
    SupportingDocument,
)
from tests.cast.families import link, make_adult, make_child, make_sheltered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
FAMILIES = "/atelier/familles/"
NEW = {
    "first_name": "Fatou",
    "last_name": "Diallo",
    "phone": "06 11 22 33 44",
    "contact_by": "phone",
    "language": "fr",
    "child_first_name": "Ibrahima",
    "child_last_name": "Diallo",
    "born_on": "2019-05-06",
    "basis": "livret de famille",
    "address": "12 rue des Lilas",
    "postcode": "29000",
    "city": "Quimper",
}


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def pdf_text(response) -> str:
    assert response["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(response.content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


# Finding.


def test_nothing_is_listed_before_something_is_asked(desk, family):
    page = text_of(desk.get(FAMILIES))
    assert "Kerbrat" not in page and "Qui est devant vous" in page
    vague = desk.post(FAMILIES, {"asked": "a"})
    assert vague.status_code == 422 and "Kerbrat" not in text_of(vague) and "au moins deux lettres" in text_of(vague)


def test_a_family_is_found_and_no_file_is_opened_by_that(desk, family):
    page = text_of(desk.post(FAMILIES, {"asked": "zelie kerbrat"}))
    assert "Salomé Kerbrat" in page and "Yann Kerbrat" in page and "rue du Moulin" not in page
    assert not FileReading.objects.exists()


def test_names_are_never_in_an_address(desk, family):
    assert "Kerbrat" not in text_of(desk.get(f"{FAMILIES}?asked=kerbrat"))


# Opening.


def test_a_file_opens_with_a_reason_and_parents_can_read_that_it_was(desk, family, open_file, agent):
    salome = family.adults["Salomé"]
    address = f"{FAMILIES}{salome.key}/"
    assert desk.get(address)["Location"] == f"{address}ouverture/"
    assert desk.post(f"{address}ouverture/", {}).status_code == 422
    assert not FileReading.objects.exists()
    open_file(salome, "phone")
    assert "Zélie Kerbrat" in text_of(desk.get(address))
    assert {reading.child.first_name for reading in FileReading.objects.all()} == {"Zélie", "Noé"}
    assert FileReading.objects.first().by == agent
    assert AuditEvent.objects.get(verb="family.opened").details == {"reason": "phone"}


def test_an_hour_later_the_reason_is_asked_again_but_nothing_typed_is_lost(desk, family, open_file, now):
    salome = family.adults["Salomé"]
    address = open_file(salome)
    with time_machine.travel(now + timedelta(minutes=61), tick=False):
        assert desk.get(address)["Location"] == f"{address}ouverture/"
        told = {"first_name": "Salomé", "last_name": "Le Bris", "contact_by": "paper", "language": "fr"}
        assert desk.post(f"{address}modifier/", told).status_code == 302
    salome.refresh_from_db()
    assert salome.last_name == "Le Bris"


def test_one_home_never_reads_the_other(desk, family, open_file):
    address = open_file(family.adults["Yann"])
    zelie = family.children["Zélie"]
    for page in (desk.get(address), desk.get(f"{address}enfants/{zelie.key}/")):
        assert "rue du Moulin" not in text_of(page)
    assert "quai des Brumes" in text_of(desk.get(address))


def test_whoever_is_kept_away_is_told_nothing(desk, open_file):
    family = make_sheltered()
    karim, ines = family.adults["Karim"], family.children["Inès"]
    address = open_file(karim)
    page = text_of(desk.get(address))
    assert "Ne rien dire et ne rien remettre à Karim Aziz" in page and "place du Puits" not in page
    assert desk.get(f"{address}enfants/{ines.key}/").status_code == 404
    assert not FileReading.objects.exists()
    assert "aucun accès" in text_of(desk.get(f"{open_file(family.adults['Farida'])}enfants/{ines.key}/"))


def test_a_child_or_a_home_of_another_file_is_not_there(desk, family, paper_family, open_file):
    address = open_file(paper_family.adults["Mariam"])
    assert desk.get(f"{address}enfants/{family.children['Zélie'].key}/").status_code == 404
    assert desk.get(f"{address}foyers/{family.homes['mother'].key}/quotient/").status_code == 404
    assert desk.post(f"{address}foyers/{family.homes['mother'].key}/adresse/", {}).status_code == 404


# Creating.


def test_a_family_is_created_whole(desk, db):
    answer = desk.post(f"{FAMILIES}ajout/", NEW)
    adult, child, home = Adult.objects.get(), Child.objects.get(), Household.objects.get()
    assert answer["Location"] == f"{FAMILIES}{adult.key}/"
    assert adult.account is None and adult.contact_by == ContactBy.PHONE
    assert Guardian.objects.get(child=child, adult=adult).basis == "livret de famille"
    assert not home.is_resident and home.residences.get().child == child and home.members.get().adult == adult
    assert "Ibrahima Diallo" in text_of(desk.get(answer["Location"]))


def test_who_looks_known_is_proposed_first(desk, db):
    known = make_adult("Awa Sow", account=False)
    link(make_child("Ibrahima Diallo", date(2019, 5, 6)), known)
    first = desk.post(f"{FAMILIES}ajout/", NEW)
    assert first.status_code == 422 and "Awa Sow" in text_of(first) and 'value="Fatou"' in first.content.decode()
    assert Adult.objects.count() == 1
    assert desk.post(f"{FAMILIES}ajout/", NEW | {"sure": "on"}).status_code == 302
    assert Adult.objects.count() == 2


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(desk, db):
    answer = desk.post(f"{FAMILIES}ajout/", NEW | {"born_on": "2030-01-01", "phone": "", "basis": ""})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="Fatou"' in page and 'value="12 rue des Lilas"' in page
    for sentence in ("pas encore passée", "Donnez un numéro", "quel papier vous avez vu"):
        assert sentence in page
    assert not Adult.objects.exists()


def test_an_address_of_the_town_that_is_not_in_the_register_is_kept_knowingly(desk, db):
    here = NEW | {"city": "Bourg-la-Fontaine", "postcode": "99990"}
    asked = desk.post(f"{FAMILIES}ajout/", here)
    assert asked.status_code == 422 and "pas au registre" in text_of(asked)
    assert desk.post(f"{FAMILIES}ajout/", here | {"spot": "tel-quel"}).status_code == 302
    assert Household.objects.get().is_resident


# Rights.


def test_rights_change_with_the_paper_that_was_shown(desk, family, open_file):
    zelie, yann = family.children["Zélie"], family.adults["Yann"]
    address = open_file(family.adults["Salomé"])
    held = Guardian.objects.get(child=zelie, adult=yann)
    page = f"{address}enfants/{zelie.key}/responsables/{held.pk}/"
    assert desk.post(page, {"kind": "parent", "rights": "blocked", "basis": ""}).status_code == 422
    told = {"kind": "parent", "rights": "blocked", "basis": "ordonnance du 20 novembre 2026"}
    assert desk.post(page, told).status_code == 302
    assert Guardian.objects.on(TODAY).get(child=zelie, adult=yann).rights == "blocked"
    assert "ordonnance du 20 novembre 2026" in text_of(desk.get(f"{address}enfants/{zelie.key}/"))


def test_the_last_one_who_decides_is_not_removed_by_a_slip(desk, paper_family, open_file):
    awa, mariam = paper_family.children["Awa"], paper_family.adults["Mariam"]
    address = open_file(mariam)
    held = Guardian.objects.get(child=awa, adult=mariam)
    page = f"{address}enfants/{awa.key}/responsables/{held.pk}/"
    told = {"kind": "parent", "rights": "informed", "basis": "jugement"}
    answer = desk.post(page, told)
    assert answer.status_code == 422 and "Plus personne" in text_of(answer)
    assert desk.post(page, told | {"reason": "tutelle confiée au département"}).status_code == 302


def test_another_guardian_is_somebody_known_or_somebody_new(desk, paper_family, open_file):
    awa = paper_family.children["Awa"]
    moussa = make_adult("Moussa Traoré", account=False)
    address = f"{open_file(paper_family.adults['Mariam'])}enfants/{awa.key}/responsables/ajout/"
    told = {
        "first_name": "Moussa",
        "last_name": "Traoré",
        "contact_by": "paper",
        "language": "fr",
        "kind": "parent",
        "rights": "full",
        "basis": "acte de naissance",
    }
    asked = desk.post(address, told)
    assert asked.status_code == 422 and "déjà connue" in text_of(asked) and Adult.objects.count() == 2
    assert desk.post(address, told | {"known": str(moussa.key)}).status_code == 302
    assert Guardian.objects.filter(child=awa, adult=moussa).exists() and Adult.objects.count() == 2
    again = desk.post(address, told | {"known": str(moussa.key)})
    assert again.status_code == 422 and "déjà liée" in text_of(again)


# Papers.


def test_papers_wait_in_the_order_in_which_they_came(desk, family, now):
    home = family.homes["mother"]
    late = SupportingDocument.objects.create(household=home, kind=DocumentKind.ADDRESS, given_at=now)
    early = SupportingDocument.objects.create(
        child=family.children["Noé"], kind=DocumentKind.INSURANCE, given_at=now - timedelta(days=9)
    )
    page = desk.get(f"{FAMILIES}pieces/").content.decode()
    assert page.index(str(early.key)) < page.index(str(late.key))


def test_a_paper_is_accepted_until_a_day_or_given_back_with_its_reason(desk, family, now):
    noe = family.children["Noé"]
    first = SupportingDocument.objects.create(child=noe, kind=DocumentKind.INSURANCE, given_at=now)
    page = f"{FAMILIES}pieces/{first.key}/"
    assert desk.post(page, {"valid_until": "2020-01-01"}).status_code == 422
    assert desk.post(page, {"refus": "1"}).status_code == 422
    assert desk.post(page, {"refus": "1", "cause": "expired", "words": "Redonnez celle de cette année."})["Location"]
    first.refresh_from_db()
    assert first.state == "refused" and first.reason == "La pièce n’est plus valable. Redonnez celle de cette année."
    assert desk.post(page, {"valid_until": "2027-08-31"})["Location"] == f"{FAMILIES}pieces/"
    first.refresh_from_db()
    assert first.state == "refused"
    second = SupportingDocument.objects.create(child=noe, kind=DocumentKind.INSURANCE, given_at=now)
    desk.post(f"{FAMILIES}pieces/{second.key}/", {"valid_until": "2027-08-31"})
    second.refresh_from_db()
    assert (second.state, second.valid_until) == ("accepted", date(2027, 8, 31))
    assert FileReading.objects.filter(child=noe, part="documents").exists()


def test_a_paper_that_is_shown_is_good_at_once_and_not_kept(desk, family, help_them):
    salome = family.adults["Salomé"]
    address = help_them(salome)
    told = {"kind": "insurance", "owner": f"child:{family.children['Zélie'].key}", "valid_until": "2027-08-31"}
    assert desk.post(f"{address}pieces/ajout/", told).status_code == 302
    paper = SupportingDocument.objects.get()
    assert (paper.state, paper.file) == ("accepted", None)
    assert Receipt.objects.first().lines == ["Pièce vue et acceptée : assurance extrascolaire."]
    stranger = make_child("Tom Autre")
    assert desk.post(f"{address}pieces/ajout/", told | {"owner": f"child:{stranger.key}"}).status_code == 422


# Helping.


def test_everything_done_is_shown_as_entered_by_somebody_for_somebody(desk, paper_family, help_them):
    mariam = paper_family.adults["Mariam"]
    address = help_them(mariam)
    mandate = AssistanceMandate.objects.get()
    assert (mandate.principal, mandate.until_on, mandate.identity_seen) == (mariam, TODAY, "card")
    told = {
        "first_name": "Mariam",
        "last_name": "Traoré",
        "phone": "06 98 76 54 32",
        "contact_by": "paper",
        "language": "fr",
    }
    desk.post(f"{address}modifier/", told)
    page = text_of(desk.get(address))
    assert "Vous agissez pour Mariam Traoré" in page
    assert "saisi par Mathilde Caron pour Mariam Traoré, au guichet" in page
    receipt = Receipt.objects.filter(procedure="family_file").get()
    paper = pdf_text(desk.get(f"{address}recepisses/{receipt.key}.pdf"))
    for words in (
        receipt.number,
        "Saisi par Mathilde Caron pour Mariam Traoré",
        "Les coordonnées de Mariam sont à jour",
        "Accueil des familles",
        "24 novembre 2026",
        "aucune réponse à attendre",
    ):
        assert words in paper, words


def test_without_a_receipt_nothing_is_said_to_be_done_for_somebody(desk, family, open_file):
    address = open_file(family.adults["Salomé"])
    desk.post(
        f"{address}modifier/", {"first_name": "Salomé", "last_name": "Bris", "contact_by": "paper", "language": "fr"}
    )
    assert not Receipt.objects.exists()


def test_a_receipt_of_somebody_else_is_not_there(desk, family, paper_family, help_them, open_file):
    help_them(paper_family.adults["Mariam"])
    receipt = Receipt.objects.get()
    address = open_file(family.adults["Salomé"])
    assert desk.get(f"{address}recepisses/{receipt.key}.pdf").status_code == 404


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"until_on": "2027-11-25"}, "un an au plus"),
        ({"until_on": "2026-11-01"}, "commence aujourd’hui"),
        ({"scopes": []}, "au moins une démarche"),
        ({"identity": ""}, "quelle pièce d’identité"),
        ({"identity": "answers", "until_on": "2026-12-01"}, "vaut pour la journée"),
        ({"channel": "online"}, "Sélectionnez un choix valide"),
    ],
)
def test_a_mandate_that_is_none_is_refused_with_a_sentence(desk, paper_family, open_file, fields, sentence):
    address = open_file(paper_family.adults["Mariam"])
    told = {"channel": "counter", "identity": "card", "scopes": ["family_file"], "until_on": "2026-11-24"}
    answer = desk.post(f"{address}aide/", told | fields)
    assert answer.status_code == 422 and sentence in text_of(answer)
    assert not AssistanceMandate.objects.exists()


def test_a_mandate_that_stands_is_not_asked_twice(desk, paper_family, help_them):
    address = help_them(paper_family.adults["Mariam"], until_on="2027-06-30")
    desk.post(f"{FAMILIES}aide/fin/")
    assert "Vous agissez pour" not in text_of(desk.get(address))
    assert "Un mandat est déjà donné" in text_of(desk.get(f"{address}aide/"))
    desk.post(f"{address}aide/", {"channel": "phone", "identity": "answers"})
    assert AssistanceMandate.objects.count() == 1 and "Vous agissez pour" in text_of(desk.get(address))


def test_a_mandate_taken_back_ends_at_once(desk, paper_family, help_them):
    address = help_them(paper_family.adults["Mariam"], until_on="2027-06-30")
    mandate = AssistanceMandate.objects.get()
    assert desk.post(f"{address}mandats/{mandate.pk}/reprise/").status_code == 302
    assert "Vous agissez pour" not in text_of(desk.get(address))
    assert desk.post(f"{address}mandats/{mandate.pk}/reprise/").status_code == 404


def test_agreements_are_given_while_acting_only(desk, family, open_file, help_them):
    salome, zelie = family.adults["Salomé"], family.children["Zélie"]
    address = open_file(salome)
    told = {"purpose": "pictures", "child": str(zelie.key)}
    assert desk.post(f"{address}accords/", told)["Location"] == f"{address}aide/"
    help_them(salome, channel="phone", identity="answers")
    desk.post(f"{address}accords/", told)
    given = Consent.objects.get()
    assert (given.adult, given.child, given.channel) == (salome, zelie, "phone")
    desk.post(f"{address}accords/", told | {"retrait": "1"})
    given.refresh_from_db()
    assert given.withdrawn_at is not None
    for odd in ({"purpose": "x"}, {"purpose": "pictures", "child": "x"}, {"purpose": "pictures"}):
        assert desk.post(f"{address}accords/", odd).status_code == 404
