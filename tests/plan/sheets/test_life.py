"""The life of a sheet, from the first idea to the next year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.plan.sheets import stepping
from preau.plan.sheets.copying import copy_to_next_year
from preau.plan.sheets.enums import Opinion
from preau.plan.sheets.errors import (
    AlreadyCopied,
    AlreadySigned,
    NotASide,
    NotReady,
    SheetClosed,
    SheetConflict,
    WrongObjective,
)
from preau.plan.sheets.lines import (
    BudgetFacts,
    PartnerFacts,
    mark_milestone,
    save_budget_line,
    save_milestone,
    save_partner,
)
from preau.plan.sheets.models import ActionReview, ActionSheet
from preau.plan.sheets.opinions import AppFacts, add_app, edit_app, give_opinion
from preau.plan.sheets.writing import create_sheet, edit_sheet
from preau.plan.structure.actions import remove_item
from tests.cast import make_organisation, make_person, make_plan
from tests.cast.sheets import REVIEW, agree, fresh, make_sheet, the_co_owner, the_owner, the_signer
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
HAND = Hand(None, NOW)
APP = AppFacts("Carnet de bord", "Éditeur libre", "Garder des photos", "photos des réalisations", False)


def steps(sheet):
    return [event.kind for event in sheet.events.order_by("pk")]


def test_owner_opens_a_draft_with_the_next_number_of_the_year():
    plan = make_plan()
    codes = [create_sheet(plan, title=f"Idée {n}", owner=the_owner(), school_year=2026, hand=HAND).code for n in (1, 2)]
    other = create_sheet(plan, title="Idée", owner=the_owner(), school_year=2027, hand=HAND).code
    assert (codes, other) == (["F2026-1", "F2026-2"], "F2027-1")


def test_an_ordinary_life_keeps_each_step():
    sheet = make_sheet("archived")
    assert steps(sheet) == [
        "created", "propose", "signed", "signed", "validate", "schedule", "start", "review", "archive",
    ]  # fmt: skip
    moves = [(event.from_state, event.to_state) for event in sheet.events.order_by("pk") if event.is_move]
    assert [to for _, to in moves] == [
        "draft", "proposed", "co_validated", "scheduled", "running", "reviewed", "archived",
    ]  # fmt: skip
    verbs = AuditEvent.objects.filter(subject=f"sheets.ActionSheet:{sheet.pk}").values_list("verb", flat=True)
    assert [verb.removeprefix("sheet.") for verb in verbs] == steps(sheet)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"co_owner": None}, "organisation associée"),
        ({"objectives": []}, "Rattachez la fiche à un objectif"),
        ({"starts_on": None}, "date de début"),
        ({"ends_on": None}, "date de fin"),
        ({"audiences": []}, "pour qui"),
    ],
)
def test_a_sheet_that_lacks_something_is_not_proposed(facts, said):
    sheet = make_sheet(**facts)
    with pytest.raises(NotReady) as refused:
        stepping.propose(sheet, hand=HAND)
    assert len(refused.value.sentences) == 1
    assert said in refused.value.sentences[0]
    assert fresh(sheet).state == "draft"


def test_two_services_of_the_town_are_one_institution():
    sheet = make_sheet(co_owner=make_organisation("Service de la culture"))
    with pytest.raises(NotReady, match="même institution"):
        stepping.propose(sheet, hand=HAND)


def test_the_second_agreement_makes_the_sheet_co_validated():
    sheet = agree(make_sheet("proposed"), the_co_owner())
    assert sheet.state == "proposed"
    assert agree(sheet, the_owner()).state == "co_validated"


def test_nobody_agrees_for_both_sides_nor_twice():
    sheet = make_sheet("proposed")
    nadia = Hand(make_person("coordinator"), NOW)
    stepping.validate(sheet, organisation=the_owner(), hand=nadia)
    for side in (the_owner(), the_co_owner()):
        with pytest.raises(AlreadySigned):
            stepping.validate(sheet, organisation=side, hand=nadia)
    with pytest.raises(AlreadySigned):
        agree(sheet, the_owner())
    with pytest.raises(NotASide):
        stepping.validate(sheet, organisation=make_organisation("Club d’aviron"), hand=HAND)
    with pytest.raises(IntegrityError), transaction.atomic():
        sheet.validations.create(organisation=the_co_owner(), by=nadia.by, at=NOW, version=1)
    assert fresh(sheet).state == "proposed"


@pytest.mark.parametrize("state", ["proposed", "co_validated", "scheduled"])
def test_a_change_of_substance_takes_the_agreements_back_and_says_whose(state):
    sheet = make_sheet(state)
    if state == "proposed":
        agree(sheet, the_co_owner())
    change = edit_sheet(sheet, {"age_to": 7}, seen_version=fresh(sheet).version, hand=HAND)
    assert change.sheet.state == fresh(sheet).state == "proposed"
    assert the_co_owner() in change.withdrawn
    assert not sheet.validations.filter(withdrawn_at__isnull=True).exists()
    assert steps(sheet)[-2:] == ["edited", "revise"]
    assert agree(sheet, the_co_owner()).state == "proposed"


def test_planned_money_is_of_the_substance_and_what_is_granted_is_not():
    sheet = make_sheet()
    told = BudgetFacts("income", "Transport", the_owner(), "", Decimal("300"))
    save_budget_line(sheet, told, hand=HAND)
    stepping.propose(sheet, hand=HAND)
    agree(sheet, the_co_owner())
    line = sheet.budget.get()
    assert save_budget_line(sheet, told._replace(granted=Decimal("250")), hand=HAND, line=line).withdrawn == []
    changed = save_budget_line(sheet, told._replace(planned=Decimal("900")), hand=HAND, line=fresh(line))
    assert changed.withdrawn == [the_co_owner()]


def test_what_is_conducted_changes_without_asking_anybody_again():
    sheet = make_sheet("scheduled")
    save_partner(sheet, PartnerFacts(None, "Maîtres-nageurs réunis", "leads", "Une séance sur deux"), hand=HAND)
    save_milestone(sheet, "Réserver le car", date(2026, 12, 4), hand=HAND)
    mark_milestone(sheet.milestones.get(), is_done=True, hand=HAND)
    assert fresh(sheet).state == "scheduled"
    assert sheet.milestones.get().done_at == NOW


def test_an_agreement_is_given_to_what_was_read():
    sheet = make_sheet("proposed")
    seen = sheet.version
    edit_sheet(sheet, {"title": "Tout autre chose"}, seen_version=seen, hand=HAND)
    with pytest.raises(SheetConflict):
        stepping.validate(sheet, organisation=the_owner(), hand=Hand(the_signer(the_owner()), NOW), seen_version=seen)


def test_two_people_who_write_the_same_thing_are_told_and_other_things_get_through():
    sheet = make_sheet()
    seen = sheet.version
    edit_sheet(sheet, {"title": "Le premier titre"}, seen_version=seen, hand=HAND)
    edit_sheet(sheet, {"means": "Deux maîtres-nageurs"}, seen_version=seen, hand=HAND)
    with pytest.raises(SheetConflict) as conflict:
        edit_sheet(sheet, {"title": "Le second titre"}, seen_version=seen, hand=HAND)
    assert conflict.value.facts == {"title"}
    assert (conflict.value.current.title, fresh(sheet).means) == ("Le premier titre", "Deux maîtres-nageurs")


def test_a_proposed_sheet_stays_one_that_can_be_agreed_on():
    sheet = make_sheet("proposed")
    with pytest.raises(NotReady):
        edit_sheet(sheet, {"objectives": []}, seen_version=sheet.version, hand=HAND)
    assert fresh(sheet).objectives.count() == 1


def test_an_action_under_way_may_move_but_stays_what_it_is():
    sheet = make_sheet("running")
    moved = edit_sheet(sheet, {"ends_on": date(2027, 4, 2)}, seen_version=sheet.version, hand=HAND)
    assert (moved.withdrawn, fresh(sheet).state) == ([], "running")
    with pytest.raises(SheetClosed):
        edit_sheet(sheet, {"title": "Autre"}, seen_version=moved.sheet.version, hand=HAND)


@pytest.mark.parametrize("code", ["A1.G1.E1", "A1.G1", "A1.G1.O1"])
def test_a_sheet_serves_operational_objectives_of_its_own_plan(code):
    sheet = make_sheet()
    plan = make_plan(title="Un autre projet") if code == "A1.G1.O1" else sheet.plan
    with pytest.raises(WrongObjective):
        edit_sheet(sheet, {"objectives": [plan.items.get(code=code)]}, seen_version=sheet.version, hand=HAND)


def test_a_sheet_without_place_or_time_is_not_scheduled():
    sheet = make_sheet("co_validated", sites=[], bands=[])
    with pytest.raises(NotReady) as refused:
        stepping.schedule(sheet, hand=HAND)
    assert len(refused.value.sentences) == 2


@pytest.mark.parametrize(
    ("opinion", "passes"),
    [("asked", False), ("unfavourable", False), ("favourable", True), ("with_reservations", True)],
)
def test_a_digital_action_waits_for_the_data_officer(opinion, passes):
    sheet = make_sheet("co_validated")
    add_app(sheet, APP, hand=HAND)
    assert fresh(sheet).is_digital
    assert fresh(sheet).state == "co_validated"
    if opinion != "asked":
        give_opinion(
            sheet.apps.get(), Opinion(opinion), hand=HAND, reason="Sans compte d’enfant, avec un hébergement ici."
        )
    if passes:
        assert stepping.schedule(sheet, hand=HAND).state == "scheduled"
    else:
        with pytest.raises(NotReady, match="Carnet de bord"):
            stepping.schedule(sheet, hand=HAND)


def test_an_application_that_changes_is_looked_at_again():
    sheet = make_sheet()
    add_app(sheet, APP, hand=HAND)
    give_opinion(sheet.apps.get(), Opinion.FAVOURABLE, hand=HAND)
    edit_app(sheet.apps.get(), APP, hand=HAND)
    assert sheet.apps.get().opinion == "favourable"
    edit_app(sheet.apps.get(), APP._replace(has_accounts=True), hand=HAND)
    assert sheet.apps.get().opinion == "asked"


def test_a_reservation_without_a_reason_is_refused_by_the_database():
    sheet = make_sheet()
    add_app(sheet, APP, hand=HAND)
    with pytest.raises(IntegrityError), transaction.atomic():
        give_opinion(sheet.apps.get(), Opinion.UNFAVOURABLE, hand=HAND)


def test_nothing_is_reviewed_without_its_review():
    sheet = make_sheet("running")
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionSheet.objects.filter(pk=sheet.pk).update(state="reviewed")
    reviewed = stepping.review(sheet, REVIEW, hand=HAND)
    assert (reviewed.state, reviewed.review.children) == ("reviewed", 48)
    with pytest.raises(NotNow):
        stepping.review(sheet, REVIEW, hand=HAND)
    assert ActionReview.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_on": date(2026, 1, 1)},
        {"age_from": 12},
        {"age_to": 26},
        {"state": "elsewhere"},
        {"co_owner_id": None},
        {"proposed_at": None},
    ],
)
def test_the_database_refuses_what_can_t_be(wrong):
    sheet = make_sheet("proposed")
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionSheet.objects.filter(pk=sheet.pk).update(**wrong)


@pytest.mark.parametrize(
    ("step", "state"), [("reject", "proposed"), ("redraft", "co_validated"), ("cancel", "running")]
)
def test_a_step_backwards_says_why(step, state):
    sheet = make_sheet(state)
    with pytest.raises(ReasonMissing):
        getattr(stepping, step)(sheet, hand=HAND, reason="  ")
    gone = getattr(stepping, step)(sheet, hand=HAND, reason="La salle a brûlé.")
    assert gone.events.first().reason == "La salle a brûlé."
    assert not sheet.validations.filter(withdrawn_at__isnull=True).exists()


def test_a_rejected_sheet_is_written_again_and_proposed_again():
    sheet = stepping.redraft(make_sheet("rejected"), hand=HAND, reason="On change de bassin.")
    assert stepping.propose(sheet, hand=HAND).state == "proposed"


def test_next_year_takes_up_what_was_decided_and_not_what_was_obtained():
    sheet = make_sheet("running", starts_on=date(2028, 2, 29), ends_on=date(2028, 3, 31))
    save_milestone(sheet, "Réserver le car", date(2028, 1, 15), hand=HAND)
    mark_milestone(sheet.milestones.get(), is_done=True, hand=HAND)
    save_partner(sheet, PartnerFacts(the_owner(), "", "lends", "Des planches"), hand=HAND)
    sheet.budget.create(kind="income", label="Transport", funder=the_owner(), planned=300, granted=200)
    add_app(sheet, APP, hand=HAND)
    give_opinion(sheet.apps.get(), Opinion.FAVOURABLE, hand=HAND)
    copy = copy_to_next_year(sheet, hand=HAND)
    assert (copy.code, copy.state, copy.copied_from) == ("F2027-1", "draft", sheet)
    assert (copy.starts_on, copy.ends_on) == (date(2029, 2, 28), date(2029, 3, 31))
    assert list(copy.objectives.all()) == list(sheet.objectives.all())
    assert list(copy.sites.all()) == list(sheet.sites.all())
    assert copy.is_digital
    assert (copy.milestones.get().due_on, copy.milestones.get().done_at) == (date(2029, 1, 15), None)
    assert copy.partners.get().task == "Des planches"
    assert (copy.budget.get().planned, copy.budget.get().granted) == (300, None)
    assert copy.apps.get().opinion == "asked"


def test_a_sheet_is_taken_up_once_a_year_unless_the_copy_was_cancelled():
    sheet = make_sheet("scheduled")
    copy = copy_to_next_year(sheet, hand=HAND)
    with pytest.raises(AlreadyCopied) as told:
        copy_to_next_year(sheet, hand=HAND)
    assert told.value.copy == copy
    stepping.cancel(copy, hand=HAND, reason="Trop tôt.")
    assert copy_to_next_year(sheet, hand=HAND).code == "F2027-2"


def test_an_objective_taken_out_of_the_plan_is_not_taken_up():
    sheet = make_sheet("scheduled")
    remove_item(sheet.objectives.get(), hand=HAND)
    assert copy_to_next_year(sheet, hand=HAND).objectives.count() == 0
