"""A sheet written on paper, typed in by the agent to whom it was entrusted, and read by nobody at the desk."""

from __future__ import annotations

import pytest

from preau.people.counter.models import Receipt
from preau.people.health.models import HealthSheet
from preau.people.health.queries import current_sheet
from preau.people.households.models import AssistanceMandate, Consent, FileReading
from tests.surfaces.workspace.families.test_counter import text_of

pytestmark = pytest.mark.django_db
ALL = ["family_file", "register", "campaign", "health"]
WRITTEN = {
    "seen": "0",
    "meal": "no_pork",
    "allergies": ["peanut"],
    "helps": "Le prévenir avant le bruit.",
    "share": "on",
}


@pytest.fixture
def page(paper_family, help_them):
    address = help_them(paper_family.adults["Mariam"], scopes=ALL)
    return f"{address}enfants/{paper_family.children['Awa'].key}/sante/"


def test_a_paper_sheet_is_typed_encrypted_and_leaves_a_receipt_that_says_nothing(desk, page, paper_family):
    awa = paper_family.children["Awa"]
    assert "Recopiez la feuille" in text_of(desk.get(page))
    assert desk.post(page, WRITTEN).status_code == 302
    sheet = current_sheet(awa)
    assert (sheet.care.allergies, sheet.care.helps) == (("peanut",), "Le prévenir avant le bruit.")
    assert (sheet.channel, sheet.told_by) == ("counter", paper_family.adults["Mariam"])
    receipt = Receipt.objects.get(procedure="health")
    assert "fiche santé de Awa" in receipt.lines[0]
    assert "bruit" not in str(receipt.lines) and "arachide" not in str(receipt.lines)
    assert Consent.objects.get().channel == "counter"
    assert FileReading.objects.filter(child=awa, part="health").exists()


def test_the_desk_never_reads_what_stands_and_says_what_it_replaces(desk, page):
    desk.post(page, WRITTEN)
    again = text_of(desk.get(page))
    assert "Une fiche existe déjà" in again and "bruit" not in again
    child = text_of(desk.get(page.removesuffix("sante/")))
    assert "elle vaut jusqu’au" in child and "bruit" not in child


def test_a_sheet_written_meanwhile_is_not_lost_nor_shown(desk, page, paper_family):
    desk.post(page, WRITTEN)
    late = desk.post(page, WRITTEN | {"helps": "Autre chose."})
    assert late.status_code == 422 and "entre-temps" in text_of(late) and "Autre chose." in late.content.decode()
    assert "bruit" not in text_of(late) and HealthSheet.objects.count() == 1
    assert desk.post(page, WRITTEN | {"helps": "Autre chose.", "seen": "1"}).status_code == 302


def test_a_mistake_keeps_what_was_typed(desk, page):
    answer = desk.post(page, WRITTEN | {"name_1": "Tata Rose"})
    assert answer.status_code == 422 and "Tata Rose" in answer.content.decode()
    assert not HealthSheet.objects.exists()


def test_a_mandate_for_something_else_is_not_enough_and_a_wider_one_brings_back_here(desk, paper_family, help_them):
    address = help_them(paper_family.adults["Mariam"], scopes=["register"])
    page = f"{address}enfants/{paper_family.children['Awa'].key}/sante/"
    asked = desk.get(page)["Location"]
    assert asked.startswith(f"{address}aide/?pour=health")
    wider = text_of(desk.get(asked))
    assert "ne couvre pas cette démarche" in wider
    told = {"channel": "paper", "identity": "card", "scopes": ["register", "health"], "until_on": "2026-11-24"}
    assert desk.post(asked, told)["Location"] == page
    assert AssistanceMandate.objects.count() == 2 and desk.get(page).status_code == 200


def test_back_to_another_site_or_another_file_is_back_to_the_file(desk, paper_family, open_file):
    address = open_file(paper_family.adults["Mariam"])
    told = {"channel": "paper", "identity": "card", "scopes": ALL, "until_on": "2026-11-24"}
    for odd in ("//ailleurs.example/", "https://ailleurs.example/", "/atelier/", f"{address}../"):
        answer = desk.post(f"{address}aide/?pour=health&suite={odd}", told)
        assert answer["Location"].startswith(address)


def test_who_only_does_usual_acts_does_not_write_a_sheet(desk, help_them):
    from tests.cast.families import make_fostered

    family = make_fostered()
    address = help_them(family.adults["Odile"], scopes=ALL)
    assert desk.get(f"{address}enfants/{family.children['Tom'].key}/sante/").status_code == 404


def test_the_blank_sheet_is_printed_and_never_what_was_written(desk, page, open_file, paper_family):
    desk.post(page, WRITTEN)
    assert desk.get("/atelier/familles/imprimes/fiche-sante.pdf").content.startswith(b"%PDF")
    address = open_file(paper_family.adults["Mariam"])
    assert desk.get(f"{address}imprimes/fiche-sante.pdf").content.startswith(b"%PDF")
