"""A sheet goes on by its buttons; a refusal is a sentence on the sheet, whoever sends it."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.refusals import refusal
from preau.plan.sheets.writing import edit_sheet
from preau.surfaces.workspace.sheets.steps import STEP_SLUGS
from tests.cast import make_person
from tests.cast.sheets import fresh, make_sheet, the_co_owner, the_owner
from tests.conftest import NOW
from tests.plan.sheets.test_every_step_by_every_role import actors

pytestmark = pytest.mark.django_db

REVIEW = {
    "done": "Dix séances", "children": "48", "adults": "9", "worked": "Le jeu", "to_change": "Le car",
    "effect": "Ils mettent la tête sous l’eau", "cost": "1 240,50",
}  # fmt: skip
SENT = {"reason": "La salle a brûlé.", "seen_version": "99", "how": "En réunion le 3 décembre", **REVIEW}


def address(sheet, step):
    return (
        f"/atelier/fiches/{sheet.pk}/bilan/"
        if step == "review"
        else f"/atelier/fiches/{sheet.pk}/etat/{STEP_SLUGS[step]}/"
    )


@pytest.mark.parametrize("step", [*STEP_SLUGS, "review"])
def test_the_server_takes_or_refuses_each_step_as_the_table_says(client, step):
    """Sent by hand, past the buttons: taken, or the sentence of the refusal and no change."""
    parts = actors()
    for state in SheetState:
        for role in ("coordinator", "owner", "co_owner", "other", "reader", "data_officer"):
            sheet = make_sheet(state)
            said, before = refusal(step, sheet, parts[role]), sheet.events.count()
            client.force_login(parts[role].user)
            data = {**SENT, "organisation": (the_co_owner() if role == "co_owner" else the_owner()).pk}
            answer = client.post(address(sheet, step), data)
            where = (state, role)
            if said is None:
                assert answer.status_code == 302, where
                assert sheet.events.count() == before + 1, where
            else:
                hidden = state in ("draft", "cancelled") and role not in ("coordinator", "owner", "co_owner")
                assert answer.status_code in ({404} if hidden else {403, 422}), where
                assert hidden or said in answer.content.decode(), where
                assert (fresh(sheet).state, sheet.events.count()) == (state, before), where


def test_both_institutions_agree_one_after_the_other(owner, as_co_owner):
    sheet = make_sheet()
    page = owner.get(f"/atelier/fiches/{sheet.pk}/").content.decode()
    assert "Proposer la fiche" in page
    owner.post(address(sheet, "propose"))
    form = owner.get(address(sheet, "validate")).content.decode()
    assert "Comment l’accord a été donné" not in form
    data = {"organisation": the_owner().pk, "seen_version": fresh(sheet).version}
    owner.post(address(sheet, "validate"), data)
    again = owner.post(address(sheet, "validate"), data)
    assert again.status_code == 422
    assert "une autre personne valide pour l’autre institution" in again.content.decode()
    school = as_co_owner()
    assert "On attend la validation de École du Lavoir" in school.get(f"/atelier/fiches/{sheet.pk}/").content.decode()
    school.post(address(sheet, "validate"), {"organisation": the_co_owner().pk, "seen_version": fresh(sheet).version})
    assert fresh(sheet).state == "co_validated"
    assert "Claire Aubin" in school.get(f"/atelier/fiches/{sheet.pk}/").content.decode()


def test_coordination_that_writes_down_an_agreement_says_how_it_was_given(coordinator):
    sheet = make_sheet("proposed")
    data = {"organisation": the_co_owner().pk, "seen_version": sheet.version}
    silent = coordinator.post(address(sheet, "validate"), data)
    assert silent.status_code == 422
    assert "Dites comment cette organisation a donné son accord" in silent.content.decode()
    coordinator.post(address(sheet, "validate"), {**data, "how": "Conseil d’école du 3 novembre"})
    assert "Conseil d’école du 3 novembre" in coordinator.get(f"/atelier/fiches/{sheet.pk}/").content.decode()


def test_nobody_agrees_to_what_changed_while_they_read(owner):
    sheet = make_sheet("proposed")
    edit_sheet(sheet, {"title": "Tout autre chose"}, seen_version=sheet.version, hand=Hand(None, NOW))
    answer = owner.post(address(sheet, "validate"), {"organisation": the_owner().pk, "seen_version": sheet.version})
    assert answer.status_code == 422
    assert "a changé pendant que vous la lisiez" in answer.content.decode()
    assert not sheet.validations.exists()


@pytest.mark.parametrize("step", ["redraft", "cancel"])
def test_a_step_backwards_without_a_reason_is_asked_again(owner, step):
    sheet = make_sheet("scheduled")
    answer = owner.post(address(sheet, step), {"reason": "  "})
    assert answer.status_code == 422
    assert answer.content.decode().count("Dites pourquoi, en une phrase.") == 2
    assert fresh(sheet).state == "scheduled"


def test_review_keeps_what_was_typed_and_shows_what_the_action_changed(owner):
    sheet = make_sheet("running")
    wrong = owner.post(f"/atelier/fiches/{sheet.pk}/bilan/", {**REVIEW, "children": "", "cost": "cher"})
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Dix séances</textarea>" in page
    assert "Écrivez un montant." in page
    assert owner.post(f"/atelier/fiches/{sheet.pk}/bilan/", REVIEW).status_code == 302
    page = owner.get(f"/atelier/fiches/{sheet.pk}/").content.decode()
    assert "48 enfants ou jeunes, 9 adultes" in page
    assert "1\u202f240,50\u00a0€" in page
    twice = owner.post(f"/atelier/fiches/{sheet.pk}/bilan/", REVIEW)
    assert twice.status_code == 422


def test_a_sheet_taken_up_twice_leads_to_the_one_that_is_there(owner):
    sheet = make_sheet("scheduled")
    first = owner.post(f"/atelier/fiches/{sheet.pk}/reprise/")
    again = owner.post(f"/atelier/fiches/{sheet.pk}/reprise/")
    assert first["Location"] == again["Location"]
    assert ActionSheet.objects.count() == 2
    page = owner.get(first["Location"]).content.decode()
    assert "Reprise de" in page


def test_a_draft_does_not_exist_for_the_others(client):
    sheet = make_sheet()
    for part in ("reader", "elected", "administrator", "data_officer"):
        client.force_login(make_person(part))
        assert client.get(f"/atelier/fiches/{sheet.pk}/").status_code == 404
        assert client.get(f"/atelier/fiches/{sheet.pk}/fiche.pdf").status_code == 404
        assert sheet.title not in client.get("/atelier/fiches/").content.decode()


def test_those_whose_turn_it_is_are_told(owner):
    claire = make_person("contributor", name="Claire Aubin", organisation=the_co_owner())
    officer = make_person("data_officer")
    sheet = make_sheet()
    sheet.apps.create(name="Carnet", purpose="Photos")
    owner.post(address(sheet, "propose"))
    told = {(each.recipient, each.kind): each for each in Notice.objects.all()}
    assert set(told) == {(claire, "asked"), (officer, "asked")}
    assert "F2026-1 attend votre validation" in told[claire, "asked"].title
    owner.post(address(sheet, "validate"), {"organisation": the_owner().pk, "seen_version": fresh(sheet).version})
    asked = Notice.objects.get(recipient=claire)
    assert (asked.kind, asked.times) == ("asked", 2)
    assert "À vous de valider F2026-1" in asked.title
