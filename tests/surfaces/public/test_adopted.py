"""What anybody reads of an adopted plan, and how they check it."""

from __future__ import annotations

import hashlib
import re
from datetime import date

import pytest

from preau.cooperation.agreements.signing import record_paper
from preau.people.accounts.hand import Hand
from preau.plan.versions.models import PlanVersion
from tests.cast import make_person, make_plan
from tests.cast.adoption import make_adopted_plan
from tests.cast.agreements import CAF, ink, make_voted_agreement, party_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def test_visitor_reads_the_vote_the_term_and_who_has_signed_never_a_person(client, hand):
    agreement = make_voted_agreement(hand=hand)
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    page = client.get("/projet/adoption/").content.decode()
    for expected in ("Adopté le 17 novembre 2026", "2026-112", "31 août 2029", CAF):
        assert expected in page
    for name in ("Odile Caron", "Hélène Marchetti", "Jeanne Roy", "Circonscription", "Ville de Bourg"):
        assert name not in page


def test_the_text_that_is_downloaded_has_the_fingerprint_that_is_written(client):
    make_adopted_plan()
    page = client.get("/projet/adoption/").content.decode()
    written = re.search(r"[0-9a-f]{64}", page)[0]
    answer = client.get("/projet/adoption/projet-adopte.json")
    assert hashlib.sha256(answer.content).hexdigest() == written
    assert "attachment" in answer.headers["Content-Disposition"]
    again = client.get("/projet/adoption/projet-adopte.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_document_bears_the_same_fingerprint(client):
    from io import BytesIO

    from pypdf import PdfReader

    version = make_adopted_plan().version
    answer = client.get("/projet/adoption/projet-adopte.pdf")
    assert version.fingerprint[:20] in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_a_text_that_was_tampered_with_is_said_to_be(client):
    version = make_adopted_plan().version
    content = version.content
    content["items"][0]["text"] = "Tout autre chose"
    PlanVersion.objects.filter(pk=version.pk).update(content=content)
    assert "ne correspond plus à son empreinte" in client.get("/projet/adoption/").content.decode()


def test_home_and_plan_lead_to_the_vote(client):
    make_adopted_plan()
    for address in ("/", "/projet/"):
        assert 'href="/projet/adoption/"' in client.get(address).content.decode()


def test_a_draft_on_display_names_the_plan_adopted_before_it(client):
    make_adopted_plan(title="Le précédent")
    make_plan(shown=True, title="Le suivant")
    from preau.plan.structure.actions import show_to_public
    from preau.plan.structure.models import TerritorialEducationPlan
    from tests.conftest import NOW

    show_to_public(TerritorialEducationPlan.objects.get(title="Le suivant"), hand=Hand(None, NOW))
    page = client.get("/").content.decode()
    assert "Le projet précédent, adopté : Le précédent" in page


def test_no_adopted_plan_no_page(client):
    make_plan(shown=True)
    for address in ("", "projet-adopte.json", "projet-adopte.pdf"):
        assert client.get(f"/projet/adoption/{address}").status_code == 404


def test_an_ended_plan_says_so(client):
    plan = make_adopted_plan().plan
    type(plan).objects.update(starts_on=date(2020, 1, 1), ends_on=date(2024, 1, 1))
    assert "s’est achevé le 1er janvier 2024" in client.get("/projet/adoption/").content.decode()
