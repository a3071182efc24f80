"""A campaign: prepared, opened to those who carry objectives, written side by side, handed in, closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.observatory.evaluation.contributing import hand_in, join_file, remove_file, save_words, take_back
from preau.observatory.evaluation.errors import (
    AlreadyEvaluated,
    NothingSaid,
    NotOpen,
    NotPrepared,
    Settled,
    WrittenMeanwhile,
    WrongDays,
)
from preau.observatory.evaluation.models import Contribution, EvaluationStep
from preau.observatory.evaluation.preparing import (
    Question,
    ask,
    close,
    open_contributions,
    prepare,
    reopen,
    reword,
)
from preau.observatory.evaluation.progress import progress_of
from preau.observatory.evaluation.recalling import remind
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.files.errors import FileRefused
from preau.people.files.models import StoredFile
from preau.people.notices.models import Notice
from preau.plan.sheets.done import actions_done, sides_of_year
from tests.cast.evaluation import HAND, NOW, QUESTION, WORDS, culture, make_evaluation, the_contribution
from tests.cast.people import make_organisation, make_person
from tests.cast.plans import make_plan
from tests.cast.sheets import make_sheet, the_co_owner

pytestmark = pytest.mark.django_db


def test_a_year_is_evaluated_once_and_not_before_it_began():
    evaluation = make_evaluation()
    assert str(evaluation) == "Évaluation 2025-2026"
    with pytest.raises(AlreadyEvaluated):
        prepare(evaluation.plan, 2025, QUESTION, hand=HAND)
    with pytest.raises(ValueError, match="2027"):
        prepare(evaluation.plan, 2027, QUESTION, hand=HAND)
    with pytest.raises(WrongDays):
        reword(evaluation, replace(QUESTION, closes_on=QUESTION.opens_on), hand=HAND)


def test_opening_asks_each_side_that_carries_an_objective_or_an_action_of_the_year():
    make_sheet("scheduled", school_year=2025)
    make_sheet("draft", school_year=2025, title="Encore une idée")
    evaluation = make_evaluation()
    open_contributions(evaluation, sides_of_year(evaluation.plan, 2025), hand=HAND)
    asked = {(each.objective.code, each.organisation.name) for each in evaluation.contributions.all()}
    assert asked == {
        ("A1.G1.O2", "Service des sports"),
        ("A1.G1.O2", the_co_owner().name),
        ("A2.G1.O1", "Service de la culture"),
    }


def test_each_side_is_told_once_however_many_objectives_it_carries():
    awa = make_person("contributor")
    evaluation = make_evaluation()
    evaluation.plan.items.filter(code__in=("A1.G1.O1", "A1.G1.O3")).update(
        owner=make_organisation("Service des sports")
    )
    open_contributions(evaluation, hand=HAND)
    (notice,) = Notice.objects.filter(recipient=awa)
    assert notice.title == "Votre contribution à l’évaluation 2025-2026"
    assert notice.path == f"/atelier/evaluation/{evaluation.pk}/contributions/"


def test_nothing_opens_without_a_question_an_end_and_somebody_to_ask():
    plan = make_plan()
    evaluation = prepare(plan, 2025, Question(), hand=HAND)
    with pytest.raises(NotPrepared):
        open_contributions(evaluation, hand=HAND)
    reword(evaluation, replace(QUESTION, closes_on=date(2026, 10, 20), opens_on=None), hand=HAND)
    with pytest.raises(WrongDays):
        open_contributions(evaluation, hand=HAND)
    reword(evaluation, QUESTION, hand=HAND)
    plan.items.update(owner=None)
    with pytest.raises(NotPrepared):
        open_contributions(evaluation, hand=HAND)
    assert not EvaluationStep.objects.exists()


def test_a_side_asked_later_is_asked_once():
    evaluation = make_evaluation("open")
    objective = evaluation.plan.items.get(code="A1.G1.O1")
    first = ask(evaluation, objective, culture(), hand=HAND)
    assert ask(evaluation, objective, culture(), hand=HAND) == first
    with pytest.raises(ValueError, match=r"A1\.G1\.E1"):
        ask(evaluation, evaluation.plan.items.get(code="A1.G1.E1"), culture(), hand=HAND)
    close(evaluation, hand=HAND)
    with pytest.raises(NotOpen):
        ask(evaluation, objective, make_organisation("CCAS"), hand=HAND)


def test_a_draft_is_saved_handed_in_taken_back_and_keeps_its_words():
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation)
    saved = save_words(row, {"done": "Six séances"}, seen_version=0, hand=HAND)
    assert (saved.state, saved.version) == ("draft", 1)
    assert save_words(row, {"done": "Six séances"}, seen_version=1, hand=HAND).version == 1  # nothing new
    given = hand_in(row, WORDS, seen_version=1, hand=HAND)
    assert (given.state, given.handed_in_at, given.proposed) == ("handed_in", NOW, "Commencer plus tôt.")
    back = take_back(row, hand=HAND)
    assert (back.state, back.handed_in_at, back.done) == ("draft", None, WORDS["done"])
    assert take_back(row, hand=HAND).state == "draft"
    verbs = list(AuditEvent.objects.filter(verb__startswith="contribution.").values_list("verb", flat=True))
    assert sorted(verbs) == ["contribution.handed_in", "contribution.taken_back"]


def test_two_people_of_one_side_never_overwrite_each_other():
    row = the_contribution(make_evaluation("open"))
    save_words(row, {"done": "Le matin"}, seen_version=0, hand=HAND)
    with pytest.raises(WrittenMeanwhile):
        save_words(row, {"done": "Le soir"}, seen_version=0, hand=HAND)
    row.refresh_from_db()
    assert row.done == "Le matin"


def test_nothing_is_handed_in_without_a_word_of_what_was_done():
    row = the_contribution(make_evaluation("open"))
    with pytest.raises(NothingSaid):
        hand_in(row, {"done": "  ", "proposed": "Continuer"}, seen_version=0, hand=HAND)
    hand_in(row, WORDS, seen_version=0, hand=HAND)
    with pytest.raises(NothingSaid):
        save_words(row, {"done": ""}, seen_version=1, hand=HAND)


def test_nobody_writes_once_contributions_are_closed():
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation)
    close(evaluation, hand=HAND)
    for act in (
        lambda: save_words(row, WORDS, seen_version=0, hand=HAND),
        lambda: hand_in(row, WORDS, seen_version=0, hand=HAND),
        lambda: take_back(row, hand=HAND),
        lambda: join_file(row, (b"un;deux\n1;2\n", "compte.csv"), "", hand=HAND),
    ):
        with pytest.raises(NotOpen):
            act()
    with pytest.raises(NotNow):
        close(evaluation, hand=HAND)


def test_contributions_open_again_for_a_reason_and_until_a_day():
    evaluation = make_evaluation("review")
    with pytest.raises(ReasonMissing):
        reopen(evaluation, closes_on=date(2026, 12, 1), reason=" ", hand=HAND)
    with pytest.raises(WrongDays):
        reopen(evaluation, closes_on=NOW.date(), reason="Il manque les écoles.", hand=HAND)
    again = reopen(evaluation, closes_on=date(2026, 12, 1), reason="Il manque les écoles.", hand=HAND)
    assert (again.state, again.closes_on) == ("open", date(2026, 12, 1))
    assert evaluation.steps.first().reason == "Il manque les écoles."


def test_a_document_is_joined_and_removed_with_its_bytes():
    row = the_contribution(make_evaluation("open"))
    joined = join_file(row, (b"jour;enfants\n1;2\n", "compte.csv"), "Le compte", hand=HAND)
    assert joined.title == "Le compte"
    with pytest.raises(FileRefused):
        join_file(row, (b"MZ\x90\x00", "virus.exe"), "", hand=HAND)
    remove_file(joined, hand=HAND)
    remove_file(joined, hand=HAND)
    assert not StoredFile.objects.exists()


def test_one_reminder_before_the_end_one_after_and_never_a_third():
    awa = make_person("contributor")
    evaluation = make_evaluation("open")
    Notice.objects.all().delete()
    days = [QUESTION.closes_on + timedelta(each) for each in range(-20, 40)]
    told = {day: remind(today=day, hand=Hand(None, NOW)) for day in days}
    assert {day: count for day, count in told.items() if count} == {
        QUESTION.closes_on - timedelta(7): 2,
        QUESTION.closes_on + timedelta(1): 2,
    }
    titles = set(Notice.objects.filter(recipient=awa).values_list("title", flat=True))
    assert titles <= {
        "Encore une semaine pour contribuer à l’évaluation 2025-2026",
        "Votre contribution à l’évaluation 2025-2026 était attendue",
    }
    assert evaluation.recalls.count() == 4


def test_whoever_handed_in_is_left_alone():
    evaluation = make_evaluation("open")
    hand_in(the_contribution(evaluation), WORDS, seen_version=0, hand=HAND)
    assert remind(today=QUESTION.closes_on, hand=HAND) == 1  # culture
    close(evaluation, hand=HAND)
    assert remind(today=QUESTION.closes_on + timedelta(3), hand=HAND) == 0


def test_the_board_puts_first_those_who_have_most_left_to_hand_in(django_assert_num_queries):
    evaluation = make_evaluation("open")
    hand_in(the_contribution(evaluation), WORDS, seen_version=0, hand=HAND)
    ask(evaluation, evaluation.plan.items.get(code="A1.G1.O1"), culture(), hand=HAND)
    with django_assert_num_queries(4):
        board = progress_of(evaluation)
    assert [each.organisation.name for each in board.sides] == ["Service de la culture", "Service des sports"]
    assert (board.asked, board.handed_in, board.begun, board.awaited) == (3, 1, 0, 2)
    assert board.effects == 6
    assert board.is_late(date(2026, 11, 14)) and not board.is_late(QUESTION.closes_on)


def test_what_the_committee_adopted_is_not_reworded():
    evaluation = make_evaluation("adopted")
    with pytest.raises(Settled):
        reword(evaluation, QUESTION, hand=HAND)


def test_actions_of_the_year_are_told_without_how_many_children_they_count():
    sheet = make_sheet("reviewed", school_year=2025)
    make_sheet("running", school_year=2026, title="L’année suivante")
    told = actions_done(sheet.plan, 2025)
    (action,) = told[sheet.objectives.get().pk]
    assert (action.code, action.is_reviewed, action.sides[0]) == ("F2025-1", True, "Service des sports")
    assert not hasattr(action, "children")
    assert Contribution.objects.count() == 0
