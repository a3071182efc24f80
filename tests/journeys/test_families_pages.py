"""The family's space in a real browser: every page by day and by night, at a phone's and a desk's width, and no script."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.cache import cache

from preau.people.accounts.hand import Hand
from preau.people.households.documents import accept_document, give_document, refuse_document
from preau.people.households.enums import DocumentKind, FilePart
from preau.people.households.models import Adult, Child, Residence
from preau.people.households.pickups import PickupFacts, authorise
from preau.people.households.readings import read_file
from preau.people.permissions import actor_of
from tests.cast import make_person
from tests.cast.families import make_commune, make_two_homes
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
LONG = "Vandenbroucke-Rajaonarimanampianina-Andriamanitra"


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


@pytest.fixture
def family():
    """Two homes, a name that no form foresaw, papers in every state, somebody who looked."""
    family = make_two_homes()
    zelie, noe, mother = family.children["Zélie"], family.children["Noé"], family.adults["Salomé"]
    Child.objects.filter(pk=noe.pk).update(last_name=LONG)
    agent = make_person("family_agent")
    hand, desk = Hand(mother.account, AT), Hand(agent, AT)
    authorise(zelie, PickupFacts(f"Rose {LONG}", "marraine"), given_by=mother, hand=hand)
    accept_document(give_document(DocumentKind.ADDRESS, owner=family.homes["mother"], hand=hand), hand=desk)
    refuse_document(
        give_document(DocumentKind.INSURANCE, owner=noe, hand=hand), reason="Elle est de l’an dernier.", hand=desk
    )
    give_document(DocumentKind.SWIMMING, owner=zelie, hand=hand)
    read_file(zelie, part=FilePart.FILE, who=actor_of(agent, AT.date()), hand=desk)
    return family


def _pages(family) -> tuple[str, ...]:
    zelie, home = family.children["Zélie"].key, family.homes["mother"].key
    return (
        "/famille/",
        f"/famille/enfants/{zelie}/",
        f"/famille/enfants/{zelie}/modifier/",
        f"/famille/enfants/{zelie}/venir-le-chercher/",
        f"/famille/enfants/{zelie}/invitation/",
        f"/famille/enfants/{zelie}/lectures/",
        "/famille/enfants/ajout/",
        f"/famille/foyers/{home}/",
        f"/famille/foyers/{home}/demenagement/",
        "/famille/moi/",
        "/famille/pieces/",
        "/famille/pieces/ajout/",
        "/famille/consentements/",
        "/famille/donnees/",
        "/famille/donnees/effacement/",
        "/famille/nouvelles/",
        "/famille/suivre/",
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_is_clean(page_at, family, width, scheme):
    page = page_at(width=width, scheme=scheme)
    log_in(page, family.adults["Salomé"].email)
    for path in half(_pages(family), width, scheme):
        page.goto(path)
        assert_accessible(page)


def test_nothing_goes_sideways_on_the_smallest_phone(page_at, family):
    page = page_at(width=320)
    log_in(page, family.adults["Salomé"].email)
    for path in [*_pages(family), f"/famille/enfants/{family.children['Noé'].key}/"]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_a_young_person_s_space_is_clean_too(page_at):
    from tests.cast.families import make_young_person

    page = page_at(width=390)
    log_in(page, make_young_person().children["Sacha"].account.email)
    page.get_by_role("heading", name="Bonjour Sacha").wait_for()
    assert_accessible(page)


def test_a_family_opens_its_space_and_moves_without_javascript(page_at):
    make_commune()
    page = page_at(width=390, javascript=False)
    page.goto("/famille/ouvrir/")
    page.get_by_label("Adresse électronique").fill("maiwenn@familles.example")
    page.get_by_role("button", name="Recevoir un code").click()
    page.get_by_label("Code").wait_for()
    code = re.search(r"^ +(\d{6})$", mail.outbox[-1].body, re.MULTILINE).group(1)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Prénom").nth(0).fill("Maïwenn")
    page.get_by_label("Nom de famille").nth(0).fill("Le Goff")
    page.get_by_label("Prénom").nth(1).fill("Titouan")
    page.get_by_label("Nom de famille").nth(1).fill("Le Goff")
    page.get_by_label("Date de naissance").fill("2019-05-04")
    page.get_by_label("Numéro et rue").fill("12 rue Inconnue")
    page.get_by_label("Code postal").fill("99990")
    page.get_by_role("button", name="Ouvrir mon espace").click()
    page.get_by_label("Garder « 12 rue Inconnue »").check()  # the register does not know it
    page.get_by_role("button", name="Ouvrir mon espace").click()
    page.get_by_role("heading", name="Ma famille").wait_for()
    page.get_by_role("link", name="Titouan", exact=True).click()
    page.get_by_text("Personne de la ville ne l’a ouverte").wait_for()
    assert Adult.objects.get().account.email == "maiwenn@familles.example"
    assert Residence.objects.get().is_main
