"""A label's file, from its opening to its term."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.files.errors import FileRefused
from preau.people.files.models import StoredFile
from preau.people.notices.models import Notice
from preau.plan.labels import filing
from preau.plan.labels.errors import (
    AlreadyOpen,
    DatesDisagree,
    EmptyProof,
    FileClosed,
    NoProof,
    NotProven,
    TermMissing,
    WrongApplicant,
)
from preau.plan.labels.milestones import add_milestone, finish, remove_milestone, take_up_again
from preau.plan.labels.models import LabelFile
from preau.plan.labels.proving import add_proof, check, remove_proof, uncheck
from preau.plan.labels.queries import dossier, files
from preau.plan.labels.rules import Proof
from preau.plan.labels.schemes import Rules, change_rules
from preau.plan.labels.states import LIFE
from tests.cast import make_organisation, make_person

pytestmark = pytest.mark.django_db
PDF = (b"%PDF-1.7\n%%EOF\n", "compte-rendu.pdf")


def test_a_school_opens_a_file_once(file, schemes, school, hand):
    assert (file.state, file.level) == ("preparing", "engagement")
    with pytest.raises(AlreadyOpen) as met:
        filing.open_file(schemes["e3d"], school, hand=hand)
    assert met.value.file == file


def test_database_keeps_a_second_living_file_out(file, school, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        LabelFile.objects.create(scheme=file.scheme, version=file.version, applicant=school, opened_at=now)


def test_a_town_service_does_not_apply_for_a_label_of_schools(schemes, hand):
    sports = make_organisation("Service des sports")
    with pytest.raises(WrongApplicant):
        filing.open_file(schemes["e3d"], sports, hand=hand)
    assert filing.open_file(schemes["100-eac"], sports, hand=hand).state == "preparing"


def test_nothing_is_submitted_before_every_compulsory_criterion_is_proven(file, hand, prove):
    compulsory = list(file.version.criteria.filter(is_compulsory=True))
    for criterion in compulsory[1:]:
        add_proof(file, criterion, sentence="Fait.", upload=None, hand=hand)
        check(file, criterion, hand=hand)
    add_proof(file, compulsory[0], sentence="Commencé.", upload=None, hand=hand)
    with pytest.raises(NotProven) as met:
        filing.submit(file, hand=hand)
    assert met.value.missing == [compulsory[0]]
    check(file, compulsory[0], hand=hand)
    assert filing.submit(file, hand=hand).state == "submitted"
    assert file.steps.get().by == hand.by


def test_the_term_is_computed_once_and_kept(obtained, now):
    file = obtained(date(2026, 10, 1))
    assert (file.expires_on, file.level_obtained) == (date(2031, 10, 1), 1)
    file.scheme.versions.update(term_months=12)
    file.refresh_from_db()
    assert file.expires_on == date(2031, 10, 1)


def test_a_decision_may_fix_another_term(obtained):
    assert obtained(date(2026, 10, 1), expires_on=date(2029, 8, 31)).expires_on == date(2029, 8, 31)


@pytest.mark.parametrize("dates", [(date(2026, 11, 25), None), (date(2026, 10, 1), date(2026, 10, 1))])
def test_dates_that_disagree_are_refused(obtained, dates):
    with pytest.raises(DatesDisagree):
        obtained(dates[0], expires_on=dates[1])


def test_where_the_rules_fix_no_term_the_day_must_be_given(schemes, school, hand, prove):
    file = filing.open_file(schemes["generation-2030"], school, hand=hand)
    prove(file, hand)
    filing.submit(file, hand=hand)
    with pytest.raises(TermMissing):
        filing.grant(file, obtained_on=date(2026, 10, 1), hand=hand)
    assert (
        filing.grant(file, obtained_on=date(2026, 10, 1), expires_on=date(2029, 8, 31), hand=hand).state == "obtained"
    )


def test_a_refusal_and_an_abandonment_say_why(file, hand, prove):
    with pytest.raises(ReasonMissing):
        filing.abandon(file, hand=hand, reason=" ")
    prove(file, hand)
    filing.submit(file, hand=hand)
    with pytest.raises(ReasonMissing):
        filing.refuse(file, hand=hand, reason="")
    assert filing.refuse(file, hand=hand, reason="Projet trop jeune.").state == "refused"


ACTS = {
    "submit": lambda file, hand: filing.submit(file, hand=hand),
    "grant": lambda file, hand: filing.grant(file, obtained_on=date(2026, 10, 1), hand=hand),
    "refuse": lambda file, hand: filing.refuse(file, hand=hand, reason="Non."),
    "renew": lambda file, hand: filing.renew(file, hand=hand),
    "abandon": lambda file, hand: filing.abandon(file, hand=hand, reason="Plus tard."),
    "expire": lambda file, hand: filing.expire(file, hand=hand),
}


@pytest.mark.parametrize("step", sorted(ACTS))
@pytest.mark.parametrize("state", LIFE.states)
def test_each_step_starts_from_its_states_only(file, hand, prove, state, step):
    prove(file, hand)
    dates = {"obtained_on": date(2022, 1, 1), "expires_on": date(2027, 1, 1)}
    LabelFile.objects.filter(pk=file.pk).update(state=state, **dates)
    if state in LIFE.by_name[step].sources:
        assert ACTS[step](file, hand).state == LIFE.by_name[step].target
        assert file.steps.get().step == step
    else:
        with pytest.raises(NotNow):
            ACTS[step](file, hand)
        assert not file.steps.exists()


def test_proofs_stand_as_they_were_sent(file, hand, prove):
    prove(file, hand)
    filing.submit(file, hand=hand)
    criterion, proof = file.version.criteria.first(), file.proofs.first()
    for act in (
        lambda: add_proof(file, criterion, sentence="Trop tard.", upload=None, hand=hand),
        lambda: remove_proof(proof, hand=hand),
        lambda: check(file, criterion, hand=hand),
        lambda: uncheck(file, criterion, hand=hand),
    ):
        with pytest.raises(FileClosed):
            act()


def test_a_criterion_is_proven_by_a_proof_and_somebody_who_looked(file, hand):
    criterion = file.version.criteria.first()
    with pytest.raises(NoProof):
        check(file, criterion, hand=hand)
    with pytest.raises(EmptyProof):
        add_proof(file, criterion, sentence="", upload=None, hand=hand)
    proof = add_proof(file, criterion, sentence="", upload=PDF, hand=hand)
    assert dossier(file).lines[0].state == Proof.BEGUN
    check(file, criterion, hand=hand)
    check(file, criterion, hand=hand)
    assert dossier(file).lines[0].state == Proof.PROVEN
    assert (files().get(pk=file.pk).proven, files().get(pk=file.pk).compulsory) == (1, 6)
    remove_proof(proof, hand=hand)
    assert dossier(file).lines[0].state == Proof.NONE
    assert not file.checks.exists() and not StoredFile.objects.exists()


def test_a_dangerous_document_is_refused_and_leaves_nothing(file, hand):
    with pytest.raises(FileRefused):
        add_proof(file, file.version.criteria.first(), sentence="Voir.", upload=(b"MZ\x00", "preuve.pdf"), hand=hand)
    assert not file.proofs.exists()


def test_a_renewal_looks_at_every_criterion_again_under_the_rules_of_the_day(obtained, hand, head):
    file = obtained(date(2022, 3, 1))
    kept = file.version.criteria.first()
    change_rules(
        file.scheme,
        Rules(date(2026, 9, 1), ["un"], 36, 6, [kept.text, "Un critère nouveau."]),
        hand=hand,
    )
    renewed = filing.renew(file, hand=Hand(head, datetime(2026, 11, 25, tzinfo=UTC)))
    told = dossier(renewed)
    assert [line.state for line in told.lines] == [Proof.BEGUN, Proof.NONE]
    assert len(told.others) == 5
    assert renewed.expires_on == date(2027, 3, 1)


def test_milestones_are_done_taken_up_again_and_removed(file, hand):
    milestone = add_milestone(file, "Réunir le groupe", date(2026, 11, 1), hand=hand)
    assert milestone.is_late(date(2026, 11, 24))
    finish(milestone, hand=hand)
    finish(milestone, hand=hand)
    milestone.refresh_from_db()
    assert milestone.done_by == hand.by and not milestone.is_late(date(2026, 11, 24))
    take_up_again(milestone, hand=hand)
    remove_milestone(milestone, hand=hand)
    verbs = list(AuditEvent.objects.filter(verb__startswith="label.milestone").values_list("verb", flat=True))
    assert [verb.split("_")[1] for verb in verbs] == ["added", "done", "reopened", "removed"]


def test_partners_are_told_of_steps_and_not_the_one_who_took_them(file, hand, prove, head):
    colleague = make_person("contributor", name="Paul Vidal", organisation=file.applicant)
    coordinator = make_person("coordinator")
    make_person("contributor")  # sports: not concerned
    prove(file, hand)
    filing.submit(file, hand=hand)
    told = Notice.objects.values_list("recipient", "path")
    assert sorted(told) == sorted((each.pk, f"/atelier/labels/{file.pk}/") for each in (colleague, coordinator))


def test_closed_file_keeps_nobody_from_trying_again(file, schemes, school, hand):
    filing.abandon(file, hand=hand, reason="L’équipe change.")
    again = filing.open_file(schemes["e3d"], school, hand=hand)
    assert again.pk != file.pk
    with pytest.raises(FileClosed):
        add_milestone(file, "Trop tard", date(2027, 1, 1), hand=hand)
    with pytest.raises(FileClosed):
        filing.revise(file, level=2, contact="", objectives=[], hand=hand)
