"""A family holds its own file: what it changes, what it gives, what it takes away."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.documents import accept_document, give_document
from preau.people.households.enums import DocumentKind, FilePart
from preau.people.households.models import Consent, Elimination, PickupAuthorisation, SupportingDocument
from preau.people.households.readings import read_file
from preau.people.permissions import actor_of
from tests.cast import make_person
from tests.cast.enrolment import make_unit
from tests.cast.families import make_paper_family, make_sheltered, make_two_homes

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "files": {**settings.STORAGES["files"], "OPTIONS": {"location": tmp_path, "base_url": None}},
    }


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def mother(client, family):
    client.force_login(family.adults["Salomé"].account)
    return client


def _upload(name="assurance.pdf", data=PDF):
    return SimpleUploadedFile(name, data)


def test_a_paper_is_given_checked_by_its_bytes_and_read_again(mother, family):
    zelie = family.children["Zélie"]
    fields = {"kind": "insurance", "owner": f"enfant:{zelie.key}"}
    refused = mother.post("/famille/pieces/ajout/", {**fields, "document": _upload("virus.pdf", b"MZ\x90\x00" * 9)})
    assert refused.status_code == 422 and not SupportingDocument.objects.exists()
    assert mother.post("/famille/pieces/ajout/", {**fields, "document": _upload()}).status_code == 302
    given = SupportingDocument.objects.get()
    answer = mother.get(f"/famille/pieces/{given.key}/fichier/")
    assert b"".join(answer.streaming_content) == PDF
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "à vérifier" in mother.get("/famille/pieces/").content.decode()


def test_the_other_parent_sees_that_a_paper_is_there_and_not_the_paper(mother, family, client):
    zelie = family.children["Zélie"]
    fields = {"kind": "insurance", "owner": f"enfant:{zelie.key}"}
    mother.post("/famille/pieces/ajout/", {**fields, "document": _upload()})
    client.force_login(family.adults["Yann"].account)
    assert "Assurance" in client.get(f"/famille/enfants/{zelie.key}/").content.decode()
    assert client.get(f"/famille/pieces/{SupportingDocument.objects.get().key}/fichier/").status_code == 404


def test_a_paper_is_given_for_whom_it_is_made(mother, family):
    zelie = family.children["Zélie"]
    for kind, owner in (("address", f"enfant:{zelie.key}"), ("insurance", f"foyer:{family.homes['mother'].key}")):
        answer = mother.post("/famille/pieces/ajout/", {"kind": kind, "owner": owner, "document": _upload()})
        assert answer.status_code == 422
    other = make_sheltered().children["Inès"]
    answer = mother.post(
        "/famille/pieces/ajout/", {"kind": "insurance", "owner": f"enfant:{other.key}", "document": _upload()}
    )
    assert answer.status_code == 422 and not SupportingDocument.objects.exists()


def test_a_refused_paper_awaits_on_the_first_page(mother, family, now):
    desk = Hand(make_person("family_agent"), now)
    from preau.people.households.documents import refuse_document

    given = give_document(DocumentKind.INSURANCE, owner=family.children["Noé"], hand=desk)
    assert "Tout est à jour" in mother.get("/famille/").content.decode()
    refuse_document(given, reason="Elle est de l’an dernier.", hand=desk)
    page = mother.get("/famille/").content.decode()
    assert "Une chose attend votre réponse" in page and "Elle est de l’an dernier." in page


def test_an_agreement_is_given_and_taken_back_in_one_press(mother, family):
    zelie = family.children["Zélie"]
    mother.post("/famille/consentements/accord/", {"purpose": "pictures", "child": zelie.key})
    assert "manque encore" in mother.get("/famille/consentements/").content.decode()
    given = Consent.objects.get()
    mother.post(f"/famille/consentements/{given.pk}/retrait/")
    given.refresh_from_db()
    assert given.withdrawn_at is not None
    for wrong in ("", "x", "00000000-0000-4000-8000-000000000000"):
        answer = mother.post("/famille/consentements/accord/", {"purpose": "pictures", "child": wrong})
        assert answer.status_code == 404


def test_who_collects_is_added_and_taken_off(mother, family):
    path = f"/famille/enfants/{family.children['Zélie'].key}/venir-le-chercher/"
    assert mother.post(path, {"name": ""}).status_code == 422
    assert mother.post(path, {"name": "Rose Prigent", "link": "marraine"}).status_code == 302
    assert "Rose Prigent" in mother.get(path).content.decode()
    mother.post(f"{path}{PickupAuthorisation.objects.get().pk}/fin/")
    assert "Rose Prigent" not in mother.get(path).content.decode().split("messages")[-1].split("</ul>")[1]


def test_a_name_that_a_decision_keeps_away_is_refused_in_a_sentence(client):
    family = make_sheltered()
    client.force_login(family.adults["Farida"].account)
    answer = client.post(f"/famille/enfants/{family.children['Inès'].key}/venir-le-chercher/", {"name": "Karim Aziz"})
    assert answer.status_code == 422 and "tient cette personne éloignée" in answer.content.decode()


def test_a_move_outside_the_town_is_kept_as_written(mother, family):
    home = family.homes["mother"]
    path = f"/famille/foyers/{home.key}/demenagement/"
    assert mother.post(path, {"address": "", "postcode": "1", "city": "x"}).status_code == 422
    mother.post(path, {"address": "1 rue du Port", "postcode": "29000", "city": "Quimper"})
    home.refresh_from_db()
    assert (home.address, home.is_resident) == ("1 rue du Port", False)


def test_an_address_that_the_register_does_not_know_is_kept_when_one_says_so(mother, family):
    home = family.homes["mother"]
    path = f"/famille/foyers/{home.key}/demenagement/"
    fields = {"address": "999 rue Nulle", "postcode": "99990", "city": "Bourg la Fontaine"}
    answer = mother.post(path, fields)
    assert answer.status_code == 422 and "Garder «" in answer.content.decode()
    assert mother.post(path, {**fields, "spot": "tel-quel"}).status_code == 302
    home.refresh_from_db()
    assert (home.address, home.is_resident, home.lon) == ("999 rue Nulle", True, None)


def test_details_change_and_the_account_s_name_with_them(mother, family):
    fields = {"first_name": "Salomé", "last_name": "Prigent", "email": "s@familles.example", "contact_by": "phone"}
    refused = mother.post("/famille/moi/", {**fields, "language": "fr"})
    assert refused.status_code == 422 and "Donnez un numéro" in refused.content.decode()
    mother.post("/famille/moi/", {**fields, "language": "pt", "phone": "06"})
    account = family.adults["Salomé"].account
    account.refresh_from_db()
    assert account.full_name == "Salomé Prigent"


def test_who_looked_is_told_in_plain_french(mother, family, now):
    agent = make_person("family_agent")
    read_file(family.children["Zélie"], part=FilePart.FILE, who=actor_of(agent, TODAY), hand=Hand(agent, now))
    page = mother.get(f"/famille/enfants/{family.children['Zélie'].key}/").content.decode()
    assert "Le 24 novembre 2026 à 10 h 30, le service « Accueil des familles » a ouvert la fiche." in page
    assert "Mathilde" not in page


def _tables(answer) -> tuple[dict, zipfile.ZipFile]:
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    return json.loads(archive.read("tout.json")), archive


def test_the_copy_holds_what_is_ours_and_not_the_other_home(mother, family, now):
    hand = Hand(family.adults["Salomé"].account, now)
    accept_document(give_document(DocumentKind.ADDRESS, owner=family.homes["father"], hand=hand), hand=hand)
    zelie = family.children["Zélie"]
    mother.post("/famille/pieces/ajout/", {"kind": "insurance", "owner": f"enfant:{zelie.key}", "document": _upload()})
    make_unit()
    answer = mother.post("/famille/donnees/copie/")
    told, archive = _tables(answer)
    said = json.dumps(told, ensure_ascii=False)
    assert "rue du Moulin" in said and "quai des Brumes" not in said
    assert {row["prénom"] for row in told["enfants"]} == {"Zélie", "Noé"}
    assert next(name for name in archive.namelist() if name.startswith("pieces/")).endswith("assurance.pdf")
    assert archive.read("enfants.csv").decode("utf-8-sig").startswith("prénom;nom")
    assert AuditEvent.objects.filter(verb="family.copy_taken").count() == 1


def test_a_copy_runs_nothing_in_a_spreadsheet(mother, family):
    path = f"/famille/enfants/{family.children['Zélie'].key}/venir-le-chercher/"
    mother.post(path, {"name": "=HYPERLINK(1)"})
    _told, archive = _tables(mother.post("/famille/donnees/copie/"))
    assert "'=HYPERLINK(1)" in archive.read("personnes-autorisees.csv").decode()


def test_asking_to_be_erased_takes_one_deliberate_press(mother):
    assert mother.post("/famille/donnees/effacement/").status_code == 422
    assert mother.post("/famille/donnees/effacement/", {"compris": "1"}).status_code == 302
    assert "Effacement demandé le 24 novembre 2026" in mother.get("/famille/donnees/").content.decode()
    mother.post("/famille/donnees/effacement/", {"retirer": "1"})
    assert not Elimination.objects.open().exists()


def test_the_data_officer_stamps_without_reading_a_name(mother, family, client):
    mother.post("/famille/donnees/effacement/", {"compris": "1"})
    line = Elimination.objects.get()
    client.force_login(make_person("data_officer"))
    page = client.get("/atelier/conservation/").content.decode()
    assert "Kerbrat" not in page and f"n° {line.pk}" in page
    client.post(f"/atelier/conservation/bordereau/{line.pk}/visa/")
    line.refresh_from_db()
    assert line.visa_at is not None
    client.force_login(make_person("family_agent"))
    assert client.post(f"/atelier/conservation/bordereau/{line.pk}/visa/").status_code == 404


def test_a_paper_family_s_child_is_nobody_s_on_line(mother):
    awa = make_paper_family().children["Awa"]
    assert mother.get(f"/famille/enfants/{awa.key}/").status_code == 404
