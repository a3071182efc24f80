"""A copy goes out, comes back and is answered, in a real browser: with and without a script, on a desk and a phone."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.drafting.models import ReturnedDocument
from preau.plan.exchange.receiving import receive
from preau.plan.structure.actions import move_item, remove_item, reword
from preau.plan.versions.actions import name_version
from tests.cast import make_organisation, make_person, make_plan
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, log_in, violations
from tests.plan.exchange.copies import Copy

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "Un texte bien trop long pour un téléphone, anticonstitutionnellement répété " * 12


@pytest.fixture
def nadia(now):
    return make_person("coordinator")


@pytest.fixture
def plan(nadia, now):
    """A version kept, and every kind of difference since."""
    plan = make_plan(shown=True)
    hand = Hand(nadia, now)
    name_version(plan, "Comité " + "d’un nom interminable " * 5, hand=hand, note=LONG)
    copy = Copy(plan)
    copy.reword("A1.G1.O1", LONG)
    copy.reword("A2.G1.O2", "Écrire et diffuser un guide d’accueil")
    copy.retype_elsewhere("A2.G1.E3", "A1.G1.E3", "Des équipes bien plus solides à présent")
    copy.add("A1.G1.E2", "Des enfants qui nagent")
    reword(plan.items.get(code="A2.G1.O2"), "Écrire un livret d’accueil", seen_version=1, hand=hand)
    move_item(plan.items.get(code="A1.G1.E1"), plan.rows.get(code="A2.G1.R1"), seen_version=1, hand=hand)
    remove_item(plan.items.get(code="A2.G1.E1"), hand=hand)
    school = make_organisation("École des Tilleuls")
    claire = make_person("contributor", name="Claire Aubin", organisation=school)
    receive(plan, copy.data, "un-nom-de-fichier-" * 8 + ".docx", hand=Hand(claire, now), organisation=school)
    return plan


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_of_versions_and_returns_can_be_read_by_everybody(page_at, plan, nadia, width, scheme):
    returned = ReturnedDocument.objects.get()
    unsure = returned.suggestions.filter(certainty="uncertain").first()
    page = page_at(width=width, scheme=scheme)
    log_in(page, nadia.email)
    found: list[str] = []
    paths = (
        "/atelier/versions/",
        "/atelier/versions/comparaison/",
        "/atelier/versions/comparaison/?gauche=jour",
        "/atelier/versions/1/retablissement/a2-g1-o2/",
        "/atelier/copies/",
        f"/atelier/copies/retours/{returned.pk}/",
        f"/atelier/copies/retours/{returned.pk}/?etat=decides",
        f"/atelier/copies/retours/{returned.pk}/acceptation/",
        f"/atelier/copies/retours/{returned.pk}/refus/",
        f"/atelier/copies/retours/{returned.pk}/mise-de-cote/",
        f"/atelier/copies/retours/{returned.pk}/rattachements/{unsure.pk}/",
    )
    for path in half(paths, width, scheme):
        page.goto(path)
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("javascript", [True, False])
def test_partner_downloads_edits_and_sends_back(page_at, nadia, tmp_path, javascript):
    plan = make_plan()
    page = page_at(javascript=javascript)
    log_in(page, nadia.email)
    page.goto("/atelier/copies/")
    page.check("text=PDF, à imprimer")
    with page.expect_download() as download:
        page.click("button:has-text('Télécharger')")
    assert download.value.suggested_filename.startswith("projet-educatif-bourg-la-fontaine-")
    copy = Copy(plan)
    copy.reword("A1.G1.O1", "Offrir à chaque enfant une sortie au musée par an")
    file = tmp_path / "relu.docx"
    file.write_bytes(copy.data)
    page.set_input_files("input[type=file]", file)
    page.click("button:has-text('Renvoyer et comparer')")
    page.wait_for_selector("h1:has-text('1 changement à examiner')")
    page.click("text=Accepter le changement sûr")
    page.click("main button:text-is('Accepter')")
    page.wait_for_selector("text=1 changement accepté.")
    page.wait_for_selector("h1:has-text('Copie relue')")
    if javascript:
        assert_accessible(page)
    assert plan.items.get(code="A1.G1.O1").text == "Offrir à chaque enfant une sortie au musée par an"


def test_coordinator_puts_a_passage_back_then_undoes_it(page_at, plan, nadia):
    page = page_at()
    log_in(page, nadia.email)
    page.goto("/atelier/versions/comparaison/")
    page.locator("li", has_text="Écrire un").get_by_text("Rétablir ce texte").click()
    page.click("button:has-text('Rétablir')")
    page.wait_for_selector("text=est rétabli tel qu’il était")
    page.locator("text=Annuler cette modification").first.click()
    page.wait_for_selector("text=La modification est annulée")
    assert plan.items.get(code="A2.G1.O2").text == "Écrire un livret d’accueil"
