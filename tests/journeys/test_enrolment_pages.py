"""The pages of registration in a real browser: nothing that axe finds, nothing that slides at 320 px, no script needed."""

from __future__ import annotations

import pytest

from preau.offer.enrolment.models import Enrolment
from tests.cast import make_person
from tests.cast.enrolment import make_place, make_unit
from tests.cast.families import make_two_homes
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def seen(page, paths) -> list[str]:
    found: list[str] = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, path
        found += violations(page)
    return found


@pytest.fixture
def full():
    unit = make_unit(capacity=1)
    make_place(unit)
    return unit


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_a_family(page_at, width, scheme, full):
    family, unit = make_two_homes(), make_unit("Danse", weekday=3)
    page = page_at(width=width, scheme=scheme)
    log_in(page, family.adults["Salomé"].email)
    zelie = family.children["Zélie"].key
    paths = (
        "/famille/inscriptions/",
        f"/famille/inscriptions/groupes/{unit.key}/",
        f"/famille/inscriptions/groupes/{unit.key}/{zelie}/",
        f"/famille/inscriptions/groupes/{full.key}/{zelie}/",
        f"/inscriptions/{full.key}/",
        "/inscriptions/motifs/",
    )
    assert seen(page, half(paths, width, scheme)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_the_desk(page_at, width, full):
    agent = make_person("family_agent")
    page = page_at(width=width)
    log_in(page, agent.email)
    here = f"/atelier/inscriptions/{full.pk}/"
    paths = ("/atelier/inscriptions/", here, f"{here}modifier/", "/atelier/inscriptions/courriers/")
    assert seen(page, paths) == []


def test_without_a_script_and_on_a_very_small_screen_a_mother_registers_and_gives_back(page_at):
    family, unit = make_two_homes(), make_unit()
    page = page_at(width=320, javascript=False)
    log_in(page, family.adults["Salomé"].email)
    page.goto(f"/inscriptions/{unit.key}/")
    page.get_by_role("link", name="Inscrire mon enfant").click()
    page.get_by_role("link", name="Zélie").click()
    page.get_by_role("button", name="Confirmer la place de Zélie").click()
    page.get_by_role("heading", level=1, name="Zélie a sa place").wait_for()
    page.get_by_role("link", name="Rendre la place").click()
    page.get_by_role("button", name="Rendre la place").click()
    page.wait_for_url("**/famille/inscriptions/")
    assert Enrolment.objects.get().state == "released"
