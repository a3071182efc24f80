"""The screens of organisations: requests to join, papers, delays."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from preau.offer.providers.enums import PaperKind, PaperState
from preau.offer.providers.joining import fingerprint
from preau.offer.providers.models import CatalogueDelay, JoinRequest, ProviderPaper
from preau.people.accounts.models import User
from tests.cast import make_commune, make_organisation
from tests.cast.offer import give_papers, make_provider, make_whole
from tests.conftest import NOW
from tests.surfaces.workspace.conftest import queries_of

pytestmark = pytest.mark.django_db
CLUB = "/atelier/organisations/club-de-judo/"


def text(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def provider(log_in):
    make_provider()
    return log_in("provider")


@pytest.fixture
def agent(log_in):
    return log_in("agent")


@pytest.fixture
def asked(db):
    return JoinRequest.objects.create(
        commune=make_commune(), name="Échecs du fleuve", rna="W929990001", purpose="Des échecs.", person="Tarek Mansouri",
        email="tarek@essai.example", state="confirmed", token_hash=fingerprint("x"), asked_at=NOW, confirmed_at=NOW,
        confirm_before=NOW + timedelta(days=3),
    )  # fmt: skip


def test_a_provider_declares_a_paper_and_an_agent_says_that_it_holds(provider, log_in):
    make_whole(state="proposed")
    page = text(provider.get(CLUB))
    assert page.count("manquante") == 3
    sent = {"reference": "Assurance du club", "declared_on": "2026-09-01", "valid_until": "2027-08-31"}
    assert provider.post(f"{CLUB}pieces/insurance/", sent).status_code == 302
    paper = ProviderPaper.objects.get()
    assert provider.post(f"/atelier/organisations/pieces/{paper.pk}/controle/", {"valide": "1"}).status_code == 403
    agent = log_in("agent")
    assert "Vue et valable" in text(agent.get(CLUB))
    check = f"/atelier/organisations/pieces/{paper.pk}/controle/"
    assert agent.post(check, {"valide": "1"}).status_code == 302
    assert ProviderPaper.objects.get().state == PaperState.VALID
    answer = agent.post(check, {"valide": "1"})
    assert (answer.status_code, "déjà contrôlé" in text(answer)) == (422, True)


def test_a_paper_that_does_not_hold_is_sent_back_with_words(provider, log_in):
    make_whole()
    provider.post(f"{CLUB}pieces/republican/", {"declared_on": "2026-09-01"})
    agent = log_in("agent")
    check = f"/atelier/organisations/pieces/{ProviderPaper.objects.get().pk}/controle/"
    assert agent.post(check, {"remark": ""}).status_code == 422
    agent.post(check, {"remark": "Il manque la signature."})
    assert "Il manque la signature." in text(agent.get(CLUB))
    assert "à redonner" in text(agent.get(CLUB))


@pytest.mark.parametrize(
    ("kind", "sent", "words"),
    [
        ("insurance", {"declared_on": "2026-09-01"}, "obligatoire"),
        ("insurance", {"declared_on": "2026-09-01", "valid_until": "2026-10-01"}, "déjà plus valable"),
        ("honour", {"declared_on": "2026-09-01"}, "Sans cette certitude"),
        ("honour", {"declared_on": "2026-01-01", "is_true": "on"}, "plus de 6 mois"),
        ("republican", {"declared_on": "2026-12-25"}, "dans le futur"),
        ("approval", {}, "date de la pièce"),
    ],
)
def test_a_paper_that_can_t_be_taken_is_told_at_its_field(provider, kind, sent, words):
    answer = provider.post(f"{CLUB}pieces/{kind}/", sent)
    assert (answer.status_code, words in text(answer).replace("\u00a0", " ")) == (422, True)
    assert not ProviderPaper.objects.exists()


def test_the_check_of_people_keeps_neither_name_nor_number(provider):
    provider.post(f"{CLUB}pieces/honour/", {"declared_on": "2026-11-01", "is_true": "on", "reference": "Lise Martin"})
    assert ProviderPaper.objects.get().reference == ""


def test_another_s_papers_do_not_exist(log_in):
    make_provider()
    client = log_in("provider", organisation=make_organisation("Club d’aviron", "association"))
    assert client.get(CLUB).status_code == 404
    assert client.post(f"{CLUB}pieces/insurance/", {"declared_on": "2026-09-01"}).status_code == 404
    assert client.get(f"{CLUB}pieces/nonsense/").status_code == 404


def test_an_agent_accepts_and_the_second_is_told(agent, asked):
    address = f"/atelier/organisations/demandes/{asked.pk}/"
    assert "Échecs du fleuve" in text(agent.get("/atelier/organisations/"))
    answer = agent.post(f"{address}accord/", {"organisation": ""})
    assert answer.headers["Location"] == "/atelier/organisations/echecs-du-fleuve/"
    assert User.objects.filter(email="tarek@essai.example").exists()
    answer = agent.post(f"{address}refus/", {"cause": "elsewhere", "answer": "Non."})
    assert (answer.status_code, "déjà répondu" in text(answer)) == (422, True)


def test_an_agent_refuses_with_a_reason_of_the_list(agent, asked):
    address = f"/atelier/organisations/demandes/{asked.pk}/refus/"
    answer = agent.post(address, {"answer": "Vous vendez."})
    assert (answer.status_code, "Vous vendez." in text(answer)) == (422, True)
    assert agent.post(address, {"cause": "commercial", "answer": "Vous vendez."}).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.cause) == ("refused", "commercial")


def test_a_request_is_the_agents_affair_and_not_before_it_was_confirmed(log_in, asked):
    address = f"/atelier/organisations/demandes/{asked.pk}/"
    for part, status in (("provider", 404), ("contributor", 404), ("coordinator", 200)):
        make_provider()
        assert log_in(part).get(address).status_code == status
    JoinRequest.objects.update(state="sent", confirmed_at=None)
    assert log_in("agent").get(address).status_code == 404


def test_the_town_decides_a_delay_from_a_day_on(agent):
    address = "/atelier/organisations/delais/"
    for steps in ("douze", "", "-3", "99999"):
        answer = agent.post(address, {"kind": "freshness", "steps": steps, "valid_from": "2027-01-01"})
        assert answer.status_code == 422
    agent.post(address, {"kind": "paper", "steps": "90, 30", "valid_from": "2027-01-01"})
    assert CatalogueDelay.objects.get().steps == [90, 30]


def test_the_list_takes_the_same_queries_for_one_organisation_or_ten(agent):
    make_whole("Premier")
    give_papers()
    one = queries_of(agent, "/atelier/organisations/")
    for number in range(9):
        club = make_organisation(f"Club {number}", "association")
        make_whole(f"Judo {number}", organisation=club)
        give_papers(club)
    assert queries_of(agent, "/atelier/organisations/") == one
    assert PaperKind.INSURANCE
