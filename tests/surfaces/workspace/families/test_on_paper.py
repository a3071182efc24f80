"""What is told on paper: a quotient that was seen, forms blank and filled in, and what waits for the desk."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.households.enums import DocumentKind
from preau.people.households.models import SupportingDocument
from preau.people.households.quotients import quotient_on
from tests.surfaces.workspace.families.test_counter import FAMILIES, pdf_text, text_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


# Quotient on paper.


def test_a_quotient_seen_at_the_counter_is_kept(desk, family, help_them):
    home = family.homes["mother"]
    address = f"{help_them(family.adults['Salomé'])}foyers/{home.key}/quotient/"
    assert desk.post(address, {"value": "640", "month": "2026-11"}).status_code == 302
    assert quotient_on(home, TODAY) == 640
    for value, month, words in (
        ("99999", "2026-11", "entre 0 et"),
        ("640", "2026-12", "pas encore commencé"),
        ("x", "", "nombre entier"),
    ):
        answer = desk.post(address, {"value": value, "month": month})
        assert answer.status_code == 422 and words in text_of(answer)
    assert "CAF ou à la MSA" not in text_of(desk.get(address))
    assert desk.post(address, {"demande": "1"}).status_code in (200, 422) and quotient_on(home, TODAY) == 640


# Paper.


@pytest.mark.parametrize("name", ["dossier-famille", "inscription", "voeux", "mandat", "accords"])
def test_every_form_exists_blank_and_filled_in(desk, family, open_file, name):
    blank = pdf_text(desk.get(f"{FAMILIES}imprimes/{name}.pdf"))
    assert "Signature" in blank and "Kerbrat" not in blank and "Aucun rang" in blank
    filled = pdf_text(desk.get(f"{open_file(family.adults['Salomé'])}imprimes/{name}.pdf"))
    assert ("Salomé" in filled and "rue du Moulin" not in filled) or name == "dossier-famille"


def test_an_unknown_form_is_not_there(desk, db):
    assert desk.get(f"{FAMILIES}imprimes/autre.pdf").status_code == 404


# What waits.


def test_papers_to_check_wait_for_the_desk(desk, family, now):
    SupportingDocument.objects.create(household=family.homes["mother"], kind=DocumentKind.ADDRESS, given_at=now)
    assert "1 pièce d’une famille à vérifier" in text_of(desk.get("/atelier/"))
