"""The counter in a real browser: an agent at the keyboard receives a family on paper; and every page as people see it."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from preau.offer.activities.models import Activity
from preau.offer.enrolment.models import BookingUnit
from preau.people.counter.models import Receipt
from preau.people.households.enums import DocumentKind
from preau.people.households.models import SupportingDocument
from tests.cast import make_person
from tests.cast.enrolment import make_unit
from tests.cast.families import make_paper_family, make_sheltered
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town():
    family = make_paper_family()
    make_unit(opens_at=timezone.now())
    Activity.objects.update(state="published", published_at=timezone.now(), age_min=3, age_max=17)
    SupportingDocument.objects.create(
        child=family.children["Awa"], kind=DocumentKind.INSURANCE, given_at=timezone.now()
    )
    return family, make_sheltered(), make_person("family_agent")


def open_file(page, key: str) -> None:
    page.goto(f"/atelier/familles/{key}/ouverture/")
    page.check("input[name=reason][value=counter]")
    page.click("main form button")
    page.wait_for_url(f"**/atelier/familles/{key}/")


def act_for(page, key: str) -> None:
    open_file(page, key)
    page.goto(f"/atelier/familles/{key}/aide/?pour=health")
    page.check("input[name=channel][value=counter]")
    page.select_option("select[name=identity]", "card")
    page.click("main form button.button >> nth=0")
    page.wait_for_url(f"**/atelier/familles/{key}/")


def test_every_page_of_the_counter_is_accessible(page_at, town):
    family, sheltered, agent = town
    mariam, awa = family.adults["Mariam"].key, family.children["Awa"].key
    home, paper = family.homes["home"].key, SupportingDocument.objects.get().key
    file, child = f"/atelier/familles/{mariam}/", f"/atelier/familles/{mariam}/enfants/{awa}/"
    addresses = (
        "/atelier/familles/", "/atelier/familles/ajout/", "/atelier/familles/pieces/", "/atelier/familles/imprimes/",
        f"/atelier/familles/pieces/{paper}/", file, child, f"{file}accords/", f"{file}foyers/{home}/quotient/",
        f"{file}pieces/ajout/", f"{child}responsables/ajout/", f"{child}places/", f"{file}aide/", f"{child}sante/",
        f"{child}places/{BookingUnit.objects.get().pk}/",
    )  # fmt: skip
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, agent.email)
            act_for(page, str(mariam))
            for address in half(addresses, width, scheme):
                page.goto(address)
                found += violations(page)
            page.goto("/atelier/familles/")
            page.fill("input[name=asked]", "traore")
            page.keyboard.press("Enter")
            page.wait_for_selector("#trouves")
            found += violations(page)
            open_file(page, str(sheltered.adults["Karim"].key))
            found += violations(page)
    assert found == []


def test_a_file_holds_on_a_narrow_phone(page_at, town):
    family, _, agent = town
    page = page_at(width=320)
    log_in(page, agent.email)
    act_for(page, str(family.adults["Mariam"].key))
    assert_accessible(page)
    page.goto(f"/atelier/familles/{family.adults['Mariam'].key}/enfants/{family.children['Awa'].key}/sante/")
    assert_accessible(page)


def test_from_a_group_to_a_place_and_a_paper_health_sheet_without_javascript(page_at, town):
    """The group stays in sight until the family is found; the sheet is typed, and the desk does not read it again."""
    family, _, agent = town
    mariam, awa = family.adults["Mariam"].key, family.children["Awa"].key
    page = page_at(width=390, javascript=False)
    log_in(page, agent.email)
    page.goto(f"/atelier/inscriptions/{BookingUnit.objects.get().pk}/")
    page.click("text=Inscrire un enfant")
    page.wait_for_url("**/atelier/familles/")
    says(page, "Cherchez la famille")
    act_for(page, str(mariam))
    page.click("text=Awa Traoré")
    page.click("text=Inscrire Awa")
    page.click("text=Confirmer la place")
    page.wait_for_selector("text=Imprimer le récépissé")
    page.goto(f"/atelier/familles/{mariam}/enfants/{awa}/sante/")
    page.check("input[value=peanut]")
    page.fill("textarea[name=helps]", "La prévenir avant le bruit.")
    page.click("text=Enregistrer la fiche")
    page.wait_for_selector("text=Imprimer le récépissé")
    says(page, "elle vaut jusqu’au")
    expect(page.locator("main")).not_to_contain_text("bruit")
    assert {each.procedure for each in Receipt.objects.all()} >= {"registration", "health"}


def test_an_agent_receives_a_family_on_paper_with_the_keyboard_alone(page_at, town):
    """From the search to the receipt, without a pointer."""
    family, _, agent = town
    page = page_at()
    log_in(page, agent.email)
    page.goto("/atelier/familles/")
    page.keyboard.type("traore")  # the field has the focus already
    page.keyboard.press("Enter")
    page.wait_for_selector("#trouves")
    press_to(page, "Mariam Traoré")
    page.wait_for_url("**/ouverture/")
    page.focus("input[name=reason] >> nth=0")
    page.keyboard.press("Space")
    press_to(page, "Ouvrir")
    page.wait_for_selector("text=Ses enfants")
    press_to(page, "Agir pour cette famille")
    page.wait_for_url("**/aide/")
    page.focus("input[name=channel] >> nth=0")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("carte")
    press_to(page, "Commencer")
    page.wait_for_selector("text=Vous agissez pour")
    press_to(page, "Awa Traoré")
    page.wait_for_selector("text=Faire pour Mariam Traoré")
    press_to(page, "Inscrire, rendre une place")
    page.wait_for_url("**/places/")
    press_to(page, "Judo")
    page.wait_for_selector("text=Confirmer la place")
    press_to(page, "Confirmer la place")
    page.wait_for_selector("text=Imprimer le récépissé")
    assert Receipt.objects.filter(procedure="registration", principal=family.adults["Mariam"]).exists()


def test_the_counter_works_without_javascript(page_at, town):
    family, _, agent = town
    page = page_at(javascript=False)
    log_in(page, agent.email)
    act_for(page, str(family.adults["Mariam"].key))
    page.wait_for_selector("text=Vous agissez pour")
    page.click("text=J’ai terminé")
    page.wait_for_selector("text=Agir pour cette famille")


def press_to(page, words: str) -> None:
    """Tab until the thing of that name has the focus, then Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        said = page.evaluate("(document.activeElement.innerText || '').trim()")
        if said.startswith(words):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{words} is out of reach of the keyboard")
