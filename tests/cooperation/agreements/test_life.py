"""From the draft to the end: every step from every state, who did it and why."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from preau.cooperation.agreements.enums import AgreementKind, AgreementState
from preau.cooperation.agreements.errors import (
    ChangedMeanwhile,
    NoRole,
    NotComplete,
    SomebodySigned,
    TextFixed,
    WrongDay,
)
from preau.cooperation.agreements.models import Agreement, AgreementStep
from preau.cooperation.agreements.proof import proof_of
from preau.cooperation.agreements.rules import Gap
from preau.cooperation.agreements.signing import cancel_signature, record_paper
from preau.cooperation.agreements.states import LIFE
from preau.cooperation.agreements.steps import (
    Vote,
    adopt,
    move,
    prepare_next,
    review,
    review_year,
    rework,
    terminate,
)
from preau.cooperation.agreements.writing import (
    Seat,
    Words,
    add_annex,
    add_party,
    draft_agreement,
    edit_agreement,
    edit_party,
    hold,
    remove_annex,
    remove_party,
)
from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.files.actions import store_file
from preau.people.notices.models import Notice
from tests.cast import make_commune, make_organisation, make_person
from tests.cast.adoption import VOTED_ON
from tests.cast.agreements import CAF, TOWN, ink, make_agreement, make_voted_agreement, party_of, sign_all

pytestmark = pytest.mark.django_db
S = AgreementState
VOTE = Vote("2026-118", VOTED_ON)

ALLOWED = {
    ("draft", "review"), ("reviewed", "adopt"), ("reviewed", "rework"), ("adopted", "rework"), ("adopted", "sign"),
    ("signed", "start"), ("in_force", "yearly_review"), ("reviewed_yearly", "yearly_review"), ("in_force", "renew"),
    ("reviewed_yearly", "renew"), ("expired", "renew"), ("in_force", "expire"), ("reviewed_yearly", "expire"),
    ("adopted", "terminate"), ("signed", "terminate"), ("in_force", "terminate"), ("reviewed_yearly", "terminate"),
}  # fmt: skip


@pytest.mark.parametrize("step", [step.name for step in LIFE.steps])
@pytest.mark.parametrize("state", [str(state) for state in S])
def test_every_step_from_every_state(hand, state, step):
    agreement = make_agreement(hand=hand, with_plan=False, kind=AgreementKind.OTHER)
    vote = {"resolution_number": "1", "resolution_on": VOTED_ON}
    Agreement.objects.filter(pk=agreement.pk).update(state=state, **vote)
    with transaction.atomic():
        held = hold(agreement.pk)
        if (state, step) in ALLOWED:
            move(held, step, hand, "une raison")
            kept = AgreementStep.objects.get(agreement=agreement)
            assert (kept.name, kept.source, kept.target, kept.by) == (step, state, held.state, hand.by)
        else:
            with pytest.raises(NotNow):
                move(held, step, hand, "une raison")
            assert held.state == state


@pytest.mark.parametrize(("state", "step"), [("adopted", "rework"), ("in_force", "terminate")])
def test_a_step_that_hurts_says_why(hand, state, step):
    agreement = make_agreement(hand=hand, with_plan=False, kind=AgreementKind.OTHER)
    Agreement.objects.filter(pk=agreement.pk).update(state=state, resolution_number="1", resolution_on=VOTED_ON)
    with transaction.atomic(), pytest.raises(ReasonMissing):
        move(hold(agreement.pk), step, hand, "  ")


def test_a_draft_starts_with_those_who_sign_as_a_rule(hand):
    agreement = draft_agreement(make_commune(), AgreementKind.WEDNESDAY, Words("Plan mercredi"), hand=hand)
    assert [party.institution for party in agreement.parties.all()] == [
        "Bourg-la-Fontaine",
        "Préfecture",
        "Services départementaux de l’Éducation nationale",
        "Caisse d’allocations familiales",
    ]


def test_nobody_overwrites_anybody(hand):
    agreement = make_agreement(hand=hand, with_plan=False)
    words = Words("Un autre titre")
    edit_agreement(agreement, words, seen_revision=agreement.revision, hand=hand)
    with pytest.raises(ChangedMeanwhile):
        edit_agreement(agreement, words, seen_revision=agreement.revision, hand=hand)


def test_the_council_does_not_vote_an_agreement_without_its_adopted_plan(hand):
    agreement = review(make_agreement(hand=hand, with_plan=False), hand=hand)
    with pytest.raises(NotComplete) as refusal:
        adopt(agreement, VOTE, hand=hand)
    assert refusal.value.gaps == [Gap.PLAN]


@pytest.mark.parametrize("day", [VOTED_ON - timedelta(days=1), date(2026, 11, 25)])
def test_the_vote_comes_after_that_of_the_plan_and_not_tomorrow(hand, day):
    agreement = review(make_agreement(hand=hand), hand=hand)
    with pytest.raises(WrongDay):
        adopt(agreement, Vote("1", day), hand=hand)


def test_the_vote_fixes_the_words_annexes_the_plan_and_asks_for_signatures(hand, now):
    agreement = make_voted_agreement(hand=hand)
    text = agreement.texts.get()
    version = agreement.plan.resolution.version
    assert agreement.version == version
    assert text.content["plan"]["fingerprint"] == version.fingerprint == text.plan_fingerprint
    assert "délibération n° 2026-112 du 17 novembre 2026" in str(text.content["articles"])
    annex = agreement.annexes.get(is_plan=True)
    assert text.content["annexes"][0]["sha256"] == annex.file.sha256
    assert proof_of(agreement, text).holds
    assert set(agreement.parties.values_list("asked_on", flat=True)) == {now.date()}
    told = set(Notice.objects.values_list("recipient__full_name", "kind"))
    assert told == {("Hélène Marchetti", "asked"), ("Jeanne Roy", "asked")}


ACTS = {
    "words": lambda agreement, hand: edit_agreement(
        agreement, Words("Autre"), seen_revision=agreement.revision, hand=hand
    ),
    "party": lambda agreement, hand: add_party(agreement, Seat("présidente", "Une association"), hand=hand),
    "departure": lambda agreement, hand: remove_party(party_of(agreement, CAF), hand=hand),
    "capacity": lambda agreement, hand: edit_party(
        party_of(agreement, CAF), Seat("autre", "", make_organisation(CAF)), hand=hand
    ),
    "annex": lambda agreement, hand: add_annex(
        agreement, "Liste", store_file(b"%PDF-1.7 x", "x.pdf", by=None, now=hand.now), hand=hand
    ),
    "no annex": lambda agreement, hand: remove_annex(agreement.annexes.get(), hand=hand),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_what_was_voted_changes(hand, act):
    agreement = make_voted_agreement(hand=hand)
    before = AuditEvent.objects.count()
    with pytest.raises(TextFixed):
        ACTS[act](agreement, hand)
    assert proof_of(agreement, agreement.texts.get()).holds
    assert AuditEvent.objects.count() == before or act == "annex"


def test_who_signs_for_an_institution_may_be_named_after_the_vote(hand):
    agreement = make_voted_agreement(hand=hand)
    caf = party_of(agreement, CAF)
    fatou = make_person("contributor", name="Fatou Ndiaye", organisation=caf.organisation)
    assert edit_party(caf, Seat(caf.capacity, "", caf.organisation, fatou), hand=hand).signatory == fatou


def test_only_somebody_who_speaks_for_the_institution_is_named(hand):
    agreement = make_agreement(hand=hand)
    caf = party_of(agreement, CAF)
    with pytest.raises(NoRole):
        edit_party(caf, Seat(caf.capacity, "", caf.organisation, hand.by), hand=hand)


def test_words_that_differ_are_seen_at_once(hand):
    text = make_voted_agreement(hand=hand).texts.get()
    text.content["title"] = "Autre chose"
    assert not text.is_intact


def test_reworking_before_anybody_signed_gives_a_second_text(hand):
    agreement = make_voted_agreement(hand=hand)
    agreement = rework(agreement, hand=hand, reason="la CAF signe aussi pour le département")
    assert (agreement.state, agreement.version, agreement.annexes.count()) == (S.DRAFT, None, 0)
    edit_agreement(agreement, Words("Mieux", "", "", agreement.plan, agreement.starts_on, agreement.ends_on),
                   seen_revision=agreement.revision, hand=hand)  # fmt: skip
    adopt(review(agreement, hand=hand), VOTE, hand=hand)
    assert [text.content["title"] for text in agreement.texts.all()] == ["Mieux", "Convention du projet éducatif"]


def test_what_somebody_has_signed_is_not_reworked(hand):
    agreement = make_voted_agreement(hand=hand)
    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    with pytest.raises(SomebodySigned):
        rework(agreement, hand=hand, reason="une virgule")
    cancel_signature(signature, reason="mauvais scan", hand=hand)
    agreement = rework(agreement, hand=hand, reason="une virgule")
    with pytest.raises(SomebodySigned):
        remove_party(party_of(agreement, CAF), hand=hand)


def test_all_signatures_put_it_in_force_when_its_day_has_come(hand):
    agreement = sign_all(make_voted_agreement(hand=hand), hand=hand)
    assert agreement.state == S.IN_FORCE
    assert [step.name for step in agreement.steps.all()] == ["start", "sign", "adopt", "review"]


def test_each_year_is_reviewed_and_said_again_it_replaces(hand):
    agreement = sign_all(make_voted_agreement(hand=hand), hand=hand)
    review_year(agreement, held_on=date(2026, 11, 20), summary="Un bon départ", hand=hand)
    review_year(agreement, held_on=date(2026, 11, 23), summary="Un très bon départ", hand=hand)
    agreement.refresh_from_db()
    assert agreement.state == S.REVIEWED_YEARLY
    assert list(agreement.reviews.values_list("school_year", "summary")) == [(2026, "Un très bon départ")]
    with pytest.raises(WrongDay):
        review_year(agreement, held_on=date(2026, 11, 25), summary="demain", hand=hand)


def test_an_agreement_that_is_denounced_ends(hand):
    agreement = sign_all(make_voted_agreement(hand=hand), hand=hand)
    assert terminate(agreement, hand=hand, reason="le préfet se retire").state == S.TERMINATED
    with pytest.raises(NotNow):
        terminate(agreement, hand=hand, reason="encore")


def test_the_next_one_starts_with_the_same_parties_and_renews_this_one(hand):
    first = sign_all(make_voted_agreement(hand=hand), hand=hand)
    following = prepare_next(first, hand=hand)
    assert prepare_next(first, hand=hand) == following
    assert [party.institution for party in following.parties.all()] == [p.institution for p in first.parties.all()]
    words = Words("La suite", "", "", first.plan, date(2026, 11, 1), date(2032, 8, 31))
    edit_agreement(following, words, seen_revision=following.revision, hand=hand)
    following = adopt(review(following, hand=hand), VOTE, hand=hand)
    first.refresh_from_db()
    assert first.state == S.IN_FORCE
    sign_all(following, hand=hand)
    first.refresh_from_db()
    assert first.state == S.RENEWED


def test_the_database_refuses_a_vote_without_its_number(hand):
    agreement = make_agreement(hand=hand, with_plan=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(state=S.ADOPTED)


def test_the_town_is_a_party_once(hand):
    agreement = make_agreement(hand=hand, with_plan=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        add_party(agreement, Seat("l’adjoint", "", make_organisation(TOWN)), hand=hand)


def test_the_journal_tells_the_whole_life(hand):
    sign_all(make_voted_agreement(hand=hand), hand=hand)
    verbs = list(AuditEvent.objects.order_by("number").values_list("verb", flat=True))
    for verb in ("drafted", "party_added", "review", "adopt", "party_signed", "sign", "start"):
        assert f"agreement.{verb}" in verbs
    assert isinstance(hand, Hand) and isinstance(hand.now, datetime)
