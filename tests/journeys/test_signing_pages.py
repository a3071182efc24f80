"""Adopted plans, conventions, signatures: no axe violation, no sideways scroll, and a signature from end to end."""

from __future__ import annotations

import pytest

from preau.cooperation.agreements.models import Signature
from preau.cooperation.agreements.signing import record_paper
from preau.people.accounts.hand import Hand
from tests.cast import PASSWORD, make_person
from tests.cast.agreements import CAF, TOWN, ink, make_agreement, make_voted_agreement, party_of
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def seen(page, paths: list[str]) -> list[str]:
    found: list[str] = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, path
        found += violations(page)
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_a_voted_convention(page_at, width, scheme, now):
    hand = Hand(make_person("coordinator"), now)
    agreement = make_voted_agreement(hand=hand)
    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    here, party = f"/atelier/conventions/{agreement.pk}/", party_of(agreement, TOWN).pk
    page = page_at(width=width, scheme=scheme)
    log_in(page, hand.by.email)
    paths = (
        "/atelier/adoption/",
        "/atelier/adoption/suite/",
        "/atelier/adoption/acte/ajout/",
        "/atelier/conventions/",
        here,
        f"{here}etapes/terminate/",
        f"{here}suite/",
        f"/atelier/conventions/signataires/{party}/",
        f"/atelier/conventions/signataires/{party}/papier/",
        f"/atelier/conventions/signatures/{signature.pk}/annulation/",
        "/projet/adoption/",
    )
    assert seen(page, half(paths, width, scheme)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_a_convention_being_written(page_at, width, now):
    hand = Hand(make_person("coordinator"), now)
    here = f"/atelier/conventions/{make_agreement(hand=hand).pk}/"
    page = page_at(width=width)
    log_in(page, hand.by.email)
    steps = ("", "redaction/", "signataires/", "annexes/", "etapes/review/")
    assert seen(page, [f"{here}{step}" for step in steps]) == []


def test_the_mayor_signs_without_javascript(page_at, now):
    hand = Hand(make_person("coordinator"), now)
    agreement = make_voted_agreement(hand=hand)
    mayor = party_of(agreement, TOWN).signatory
    page = page_at(javascript=False)
    log_in(page, mayor.email)
    page.goto(f"/atelier/conventions/{agreement.pk}/")
    page.get_by_role("link", name="Signer pour").first.click()
    page.fill("input[name=office]", "maire")
    page.fill("input[name=password]", PASSWORD)
    page.check("input[name=agreed]")
    page.get_by_role("button", name="Signer la convention").click()
    says(page, "Vous avez signé. Merci.")
    assert Signature.objects.get().signed_by == mayor
