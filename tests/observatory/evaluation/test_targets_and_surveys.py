"""A target starts from a year that is known; a survey shows no small count and gives an indicator its figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.evaluation.adopting import Sitting
from preau.observatory.evaluation.aiming import baseline, set_target
from preau.observatory.evaluation.errors import AlreadyEvaluated, NoBaseline, NotASurvey, SurveyUnreadable, WrongDays
from preau.observatory.evaluation.models import Survey, SurveyAnswer, SurveyQuestion, Target
from preau.observatory.evaluation.rules import baseline_of, is_reached
from preau.observatory.evaluation.surveys.reading import read_survey
from preau.observatory.evaluation.surveys.recording import About, give_figure, record_survey
from preau.observatory.evaluation.surveys.showing import question_shown
from preau.observatory.indicators.models import Value
from tests.cast.evaluation import ABOUT, HAND, SITTING, TABLE, known_of, make_survey, make_typed_indicator
from tests.cast.indicators import make_indicator


@pytest.mark.django_db
def test_no_target_before_a_full_year_is_known():
    indicator = make_typed_indicator(years=())
    with pytest.raises(NoBaseline):
        set_target(indicator, 2026, Decimal(50), SITTING, known_of(indicator.plan), hand=HAND)
    assert not Target.objects.exists()


@pytest.mark.django_db
def test_a_target_says_from_where_who_and_when_and_is_replaced_rather_than_changed():
    indicator = make_typed_indicator(years=(2025,))
    known = known_of(indicator.plan)
    first = set_target(indicator, 2026, Decimal(40), SITTING, known, hand=HAND)
    assert (first.baseline_year, first.baseline_amount) == (2025, Decimal("30.00"))
    second = set_target(indicator, 2026, Decimal(45), SITTING, known, hand=HAND)
    assert second.replaces == first
    assert list(Target.objects.standing()) == [second]
    with pytest.raises(WrongDays):
        set_target(indicator, 2026, Decimal(45), Sitting("COPIL", date(2027, 1, 1)), known, hand=HAND)


@pytest.mark.django_db
def test_the_year_aimed_at_is_never_its_own_start():
    indicator = make_typed_indicator(years=(2025,))
    assert baseline(indicator, 2025, known_of(indicator.plan)) is None


@given(
    st.dictionaries(st.integers(2015, 2030), st.tuples(st.none() | st.floats(0, 100), st.booleans())),
    st.integers(2015, 2031),
)
def test_a_baseline_is_a_full_year_known_and_past(figures, year):
    found = baseline_of(figures, year)
    if found is not None:
        value, is_over = figures[found[0]]
        assert found[0] < year and is_over and value == found[1]
    else:
        assert not any(each < year and told[1] and told[0] is not None for each, told in figures.items())


@pytest.fixture
def survey(db) -> Survey:
    return make_survey()


def test_a_table_of_answers_is_read_with_its_questions_written_once():
    first, second = read_survey(TABLE.encode(), "climat.csv")
    assert (first.words, first.respondents, first.answers[0]) == ("Aimez-vous l’école ?", 100, ("Oui", 71))
    assert second.answers == [("Oui", 60), ("Non", 40)]
    (several,) = read_survey(
        "Question,Réponses,Effectif,Répondants\nQuoi ?,Lire,30,40\nQuoi ?,Jouer,25,40\n".encode(), ""
    )
    assert several.respondents == 40


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "vide"),
        ("question;nombre\nQuoi ?;3\n", "Il manque une colonne"),
        ("question;réponse;nombre\nQuoi ?;Oui;beaucoup\n", "Ligne 2 : « beaucoup » n’est pas un nombre"),
        ("question;réponse;nombre\nQuoi ?;Oui;-3\n", "n’est pas un nombre"),
        ("question;réponse;nombre\nQuoi ?;Oui;\n", "il manque le nombre"),
        ("question;réponse;nombre\n;Oui;3\n", "il manque la question ou la réponse"),
        ("question;réponse;nombre\nQuoi ?;Oui;3\nQuoi ?;Oui;4\n", "déjà donnée"),
        ("question;réponse;nombre;répondants\nQuoi ?;Oui;30;20\n", "plus de personnes"),
        ("question;réponse;nombre\nQuoi ?;Oui;0\n", "personne n’y a répondu"),
    ],
)
def test_a_table_that_is_wrong_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(SurveyUnreadable, match=sentence):
        read_survey(text.encode(), "essai.csv")


def test_few_answers_show_nothing_at_all(survey):
    question = survey.questions.first()
    SurveyQuestion.objects.filter(pk=question.pk).update(respondents=19)
    question.refresh_from_db()
    told = question_shown(question, survey)
    assert told.is_hidden and all(each.is_hidden for each in told.answers)


def test_a_small_count_is_hidden_and_not_given_back_by_subtraction(survey):
    question = survey.questions.first()
    SurveyAnswer.objects.filter(question=question, words="Un peu").update(count=27)
    SurveyAnswer.objects.filter(question=question, words="Non").update(count=2)
    told = question_shown(question, survey)
    hidden = [each.answer.words for each in told.answers if each.is_hidden]
    assert "Non" in hidden and len(hidden) >= 2


def test_sensitive_answers_are_hidden_under_eleven(survey):
    question = survey.questions.first()
    assert not question_shown(question, survey).has_hidden
    survey.is_sensitive = True
    assert question_shown(question, survey).has_hidden


def test_a_survey_is_recorded_once_over_and_with_no_more_answers_than_people(survey):
    questions = read_survey(TABLE.encode(), "climat.csv")
    with pytest.raises(AlreadyEvaluated):
        record_survey(survey.plan, ABOUT, questions, hand=HAND)
    other = About(2025, "Autre", "Élèves", date(2026, 5, 22), asked=50)
    with pytest.raises(ValueError, match="50"):
        record_survey(survey.plan, other, questions, hand=HAND)
    with pytest.raises(WrongDays):
        record_survey(survey.plan, About(2026, "Autre", "Élèves", date(2027, 5, 22)), questions, hand=HAND)


def test_a_question_gives_a_survey_indicator_its_figure_and_no_other_kind(survey):
    question = survey.questions.first()
    good = list(question.answers.filter(words="Oui").values_list("pk", flat=True))
    with pytest.raises(NotASurvey):
        give_figure(question, make_indicator(survey.plan), good, hand=HAND)
    indicator = make_indicator(survey.plan, "A1.G2.E6.i1")
    with pytest.raises(ValueError, match=r"\[\]"):
        give_figure(question, indicator, [], hand=HAND)
    value = give_figure(question, indicator, good, hand=HAND)
    assert (value.amount, value.answers, value.asked, value.school_year) == (Decimal("71.00"), 100, 140, 2025)
    again = give_figure(
        question, indicator, [*good, *question.answers.filter(words="Un peu").values_list("pk", flat=True)], hand=HAND
    )
    assert again.replaces == value
    assert list(Value.objects.standing()) == [again]
    assert question.answers.filter(is_counted=True).count() == 2


@pytest.mark.parametrize(
    ("value", "target", "direction", "reached"),
    [
        (9.0, 8.0, "up", True),
        (7.999, 8.0, "up", True),
        (7.9, 8.0, "full", False),
        (14.0, 15.0, "down", True),
        (-7.5, 8.0, "zero", True),
        (1.3, 0.8, "one", False),
        (3.0, 2.0, "none", None),
    ],
)
def test_a_target_is_reached_or_not_where_one_way_is_better(value, target, direction, reached):
    assert is_reached(value, target, direction) is reached
