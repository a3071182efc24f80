"""The page of adoption, the vote, the next plan."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.people.accounts.hand import Hand
from preau.people.files.models import StoredFile
from preau.plan.adoption.models import CouncilResolution
from preau.plan.drafting.points import reopen_point
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast import make_big_plan, make_plan
from tests.cast.adoption import make_adopted_plan, make_ready_plan

from .conftest import queries_of

VOTE = {"number": "2026-112", "decided_on": "2026-11-17", "understood": "on"}


def act(name: str = "acte.pdf", content: bytes = b"%PDF-1.7 acte") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def page_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_answer_comes_first_and_each_gap_leads_to_its_place(coordinator, plan):
    page = page_of(coordinator, "/atelier/adoption/")
    assert "<h1>Il reste 12 choses avant l’adoption</h1>" in page
    point = plan.open_points.get(kind="placeholder")
    assert f"/atelier/points-ouverts/?projet={plan.pk}&amp;ouvert={point.pk}#point-{point.pk}" in page
    assert f"/atelier/projet/a1-g1-o1/?projet={plan.pk}" in page
    assert f"/atelier/adoption/preparation/?projet={plan.pk}" in page


def test_every_link_of_the_checklist_leads_somewhere(coordinator, plan):
    import re

    page = page_of(coordinator, "/atelier/adoption/")
    places = {link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'<a href="(/atelier/[^"]+)"', page)}
    assert len(places) > 8
    for place in places:
        assert coordinator.get(place).status_code == 200, place


def test_number_of_queries_does_not_follow_the_size(coordinator):
    make_plan()
    few = queries_of(coordinator, "/atelier/adoption/")
    make_big_plan(200)
    assert queries_of(coordinator, "/atelier/adoption/") == few


@pytest.mark.parametrize("part", ["contributor", "reader", "elected", "data_officer", "administrator"])
def test_everybody_reads_what_is_missing_and_only_the_coordination_acts(plan, log_in, part):
    client = log_in(part)
    assert "Enregistrer le vote" not in page_of(client, "/atelier/adoption/")
    for address in ("preparation/", "vote/"):
        assert client.get(f"/atelier/adoption/{address}").status_code == 403
        assert client.post(f"/atelier/adoption/{address}", VOTE).status_code == 403
    assert client.post("/atelier/adoption/suite/", {"title": "X"}).status_code == 403
    assert client.post("/atelier/adoption/acte/ajout/", {"scan": act()}).status_code == 403


def test_dates_and_introduction_are_written_and_checked(coordinator, plan):
    address = f"/atelier/adoption/preparation/?projet={plan.pk}"
    wrong = {"starts_on": "2029-08-31", "ends_on": "2026-09-01", "introduction": "Grandir ensemble"}
    answer = coordinator.post(address, wrong)
    assert answer.status_code == 422
    assert "La fin vient après le début." in answer.content.decode()
    assert "Grandir ensemble</textarea>" in answer.content.decode()
    half = coordinator.post(address, {"starts_on": "2026-09-01"})
    assert "Indiquez le début et la fin" in half.content.decode()
    coordinator.post(address, {**wrong, "starts_on": "2026-09-01", "ends_on": "2029-08-31"})
    plan.refresh_from_db()
    assert (str(plan.ends_on), plan.introduction) == ("2029-08-31", "Grandir ensemble")


def test_a_plan_that_is_not_ready_is_not_adopted_whatever_is_sent(coordinator, plan):
    answer = coordinator.post("/atelier/adoption/vote/", VOTE)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Le projet n’a pas été adopté" in page
    assert 'value="2026-112"' in page
    assert CouncilResolution.objects.count() == 0


def test_the_vote_is_recorded_with_its_act_and_the_public_reads_the_plan(coordinator, client):
    plan = make_ready_plan()
    assert "Le projet peut être adopté" in page_of(coordinator, "/atelier/adoption/")
    answer = coordinator.post("/atelier/adoption/vote/", {**VOTE, "scan": act()}, follow=True)
    page = answer.content.decode()
    assert "<h1>Adopté le 17 novembre 2026</h1>" in page
    assert "c’est la même" in page
    resolution = CouncilResolution.objects.get()
    assert resolution.scan.name == "acte.pdf"
    assert coordinator.get("/atelier/adoption/acte/").headers["Content-Type"] == "application/pdf"
    assert TerritorialEducationPlan.objects.on_display() == plan


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"number": ""}, "Indiquez le numéro"),
        ({"decided_on": ""}, "Indiquez le jour du vote"),
        ({"decided_on": "2026-11-25"}, "pas encore passée"),
        ({"decided_on": "2009-01-01"}, "Aucun projet éducatif"),
        ({"decided_on": "hier"}, "Saisissez une date valide"),
        ({"understood": ""}, "Cochez la case"),
        ({"number": "x" * 61}, "60"),
    ],
)
def test_a_vote_that_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(coordinator, change, sentence):
    make_ready_plan()
    answer = coordinator.post("/atelier/adoption/vote/", {**VOTE, **change})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert CouncilResolution.objects.count() == 0


@pytest.mark.parametrize(("name", "content"), [("acte.exe", b"MZ"), ("acte.pdf", b"pas un pdf"), ("vide.pdf", b"")])
def test_a_file_that_is_no_act_is_refused_and_the_plan_stays_as_it_was(coordinator, name, content):
    plan = make_ready_plan()
    answer = coordinator.post("/atelier/adoption/vote/", {**VOTE, "scan": act(name, content)})
    assert answer.status_code == 422
    plan.refresh_from_db()
    assert (plan.adopted_on, StoredFile.objects.count()) == (None, 0)


def test_a_point_opened_again_between_the_page_and_the_click_stops_the_vote(coordinator, now):
    plan = make_ready_plan()
    assert "disabled" not in page_of(coordinator, "/atelier/adoption/vote/").split("<form")[-1]
    reopen_point(plan.open_points.order_by("pk")[0], hand=Hand(None, now))
    answer = coordinator.post("/atelier/adoption/vote/", {**VOTE, "scan": act()})
    assert "Il reste 1 chose avant l’adoption" in answer.content.decode()
    assert StoredFile.objects.count() == 0


def test_voting_twice_changes_nothing(coordinator):
    make_ready_plan()
    coordinator.post("/atelier/adoption/vote/", VOTE)
    again = coordinator.post("/atelier/adoption/vote/", {**VOTE, "number": "autre"}, follow=True)
    assert "déjà adopté" in again.content.decode()
    assert CouncilResolution.objects.get().number == "2026-112"


def test_the_act_comes_later_and_once(coordinator):
    make_adopted_plan()
    assert coordinator.get("/atelier/adoption/acte/").status_code == 404
    coordinator.post("/atelier/adoption/acte/ajout/", {"scan": act()})
    again = coordinator.post("/atelier/adoption/acte/ajout/", {"scan": act("autre.pdf")}, follow=True)
    assert "déjà joint" in again.content.decode()
    assert CouncilResolution.objects.get().scan.name == "acte.pdf"


def test_the_next_plan_starts_from_the_adopted_one(coordinator):
    plan = make_adopted_plan().plan
    page_of(coordinator, f"/atelier/adoption/suite/?projet={plan.pk}")
    answer = coordinator.post(f"/atelier/adoption/suite/?projet={plan.pk}", {"title": "Grandir encore"})
    following = TerritorialEducationPlan.objects.get(title="Grandir encore")
    assert answer.headers["Location"] == f"/atelier/projet/?projet={following.pk}"
    again = coordinator.post(f"/atelier/adoption/suite/?projet={plan.pk}", {"title": "Encore"})
    assert again.headers["Location"] == f"/atelier/projet/?projet={following.pk}"


def test_a_plan_that_is_not_adopted_has_no_next_one(coordinator, plan):
    assert coordinator.get("/atelier/adoption/suite/").status_code == 404


def test_nobody_adopts_without_a_plan(coordinator):
    assert coordinator.get("/atelier/adoption/").status_code == 200
    assert coordinator.post("/atelier/adoption/vote/", VOTE).status_code == 404


def test_who_tries_to_change_an_adopted_text_is_told_and_keeps_their_words(coordinator):
    plan = make_adopted_plan().plan
    point = plan.open_points.order_by("pk")[0]
    tries = {
        f"/atelier/points-ouverts/{point.pk}/reouverture/": {},
        "/atelier/projet/lignes/a1-g1-r1/ajout/": {"kind": "expected_effect", "text": "Un effet de plus"},
        "/atelier/adoption/preparation/": {"introduction": "Autre"},
    }
    for address, data in tries.items():
        answer = coordinator.post(address, data)
        assert answer.status_code in (409, 422), address
        for words in data.values():
            if " " in words:
                assert words in answer.content.decode(), address
    coordinator.post("/atelier/projet/a1-g1-o1/retrait/", {"reason": "plus utile"})
    assert plan.items.get(code="A1.G1.O1").removed_at is None


def test_who_carries_and_by_when_still_change_and_the_words_do_not(coordinator):
    plan = make_adopted_plan().plan
    item = plan.items.get(code="A1.G1.O1")
    assert "disabled" in page_of(coordinator, "/atelier/projet/a1-g1-o1/modifier/")
    data = {"seen_version": item.version, "text": "Autre chose", "owner": "", "horizon_on": "2027-03-01", "note": "ok"}
    coordinator.post("/atelier/projet/a1-g1-o1/modifier/", data)
    changed = plan.items.get(code="A1.G1.O1")
    assert (changed.text, str(changed.horizon_on), changed.note) == (item.text, "2027-03-01", "ok")


def test_the_page_of_the_plan_rings_when_its_end_comes_near(coordinator):
    import time_machine

    plan = make_adopted_plan().plan
    assert "avant la fin" not in page_of(coordinator, "/atelier/projet/")
    with time_machine.travel("2028-12-01 09:00", tick=False):
        coordinator.force_login(coordinator.person)
        assert "Moins de 9 mois avant la fin." in page_of(coordinator, f"/atelier/projet/?projet={plan.pk}")
