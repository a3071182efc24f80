"""The campaign on screen: prepared and opened by the coordination, written by partners, followed, closed."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.observatory.evaluation.contributing import join_file, save_words
from preau.observatory.evaluation.models import Contribution, ContributionFile, Evaluation
from tests.cast.evaluation import HAND, WORDS, culture, make_evaluation, the_contribution
from tests.cast.people import make_organisation, make_person
from tests.cast.plans import make_plan

pytestmark = pytest.mark.django_db
HOME = "/atelier/evaluation/"
PREPARED = {"school_year": 2025, "question": "Qui vient ?", "closes_on": "2026-12-11"}


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def coordinator(client):
    client.force_login(make_person("coordinator"))
    return client


@pytest.fixture
def partner(client):
    client.force_login(make_person("contributor"))
    return client


def test_nothing_to_read_teaches_what_comes(coordinator):
    make_plan()
    assert "Commencez par la question" in page(coordinator, HOME)


def test_once_every_year_has_its_evaluation_the_page_says_when_the_next_one_comes(coordinator):
    for year in (2024, 2025, 2026):
        make_evaluation("prepared", year=year)
    told = page(coordinator, f"{HOME}preparation/")
    assert "la prochaine se prépare à la rentrée" in told
    assert "school_year" not in told


def test_what_was_not_handed_in_is_no_longer_to_be_written_once_closed(partner):
    evaluation = make_evaluation("review")
    told = page(partner, f"{HOME}{evaluation.pk}/contributions/")
    assert "à écrire" not in told


def test_a_year_is_prepared_then_one_sees_who_would_be_asked(coordinator):
    make_plan()
    answer = coordinator.post(f"{HOME}preparation/", PREPARED, follow=True)
    told = answer.content.decode()
    assert "1 organisation serait interrogée" in told and "Service des sports" in told
    assert Contribution.objects.count() == 0, "nobody is asked yet"
    pk = Evaluation.objects.get().pk
    opened = coordinator.post(f"{HOME}{pk}/ouverture/", follow=True).content.decode()
    assert re.search("0 contributions? remises? sur 1", opened)


def test_what_was_typed_stays_when_the_question_is_missing(coordinator):
    make_plan()
    answer = coordinator.post(f"{HOME}preparation/", {**PREPARED, "question": "", "why": "Pour décider tôt."})
    assert answer.status_code == 422
    assert "Pour décider tôt." in answer.content.decode() and "ce que l’on veut savoir" in answer.content.decode()


def test_a_second_evaluation_of_one_year_is_refused(coordinator):
    make_evaluation()
    answer = coordinator.post(f"{HOME}preparation/", PREPARED)
    assert answer.status_code == 422 and "déjà son évaluation" in answer.content.decode()


def test_opening_without_an_end_says_what_is_missing(coordinator):
    evaluation = make_evaluation()
    Evaluation.objects.update(closes_on=None, opens_on=None)
    answer = coordinator.post(f"{HOME}{evaluation.pk}/ouverture/")
    assert answer.status_code == 422 and "Il manque la question" in answer.content.decode()


def test_a_partner_sees_what_is_asked_of_their_side_and_nothing_else(partner):
    evaluation = make_evaluation("open")
    told = page(partner, f"{HOME}{evaluation.pk}/contributions/")
    assert "1 contribution à remettre" in told and "A1.G1.O2" in told and "A2.G1.O1" not in told
    other = the_contribution(evaluation, "A2.G1.O1")
    assert partner.get(f"{HOME}{evaluation.pk}/contributions/{other.pk}/").status_code == 404


def test_a_draft_is_kept_then_handed_in_then_taken_back(partner):
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation)
    address = f"{HOME}{evaluation.pk}/contributions/{row.pk}/"
    partner.post(address, {"seen_version": 0, "helped": "Le car.", "draft": "yes"})
    row.refresh_from_db()
    assert (row.state, row.helped, row.done) == ("draft", "Le car.", "")
    refused = partner.post(address, {"seen_version": 1, "helped": "Le car."})
    assert refused.status_code == 422 and "Dites au moins ce qui a été fait" in refused.content.decode()
    partner.post(address, {"seen_version": 1, **WORDS})
    row.refresh_from_db()
    assert row.is_handed_in
    assert "Tout est remis, merci" in page(partner, f"{HOME}{evaluation.pk}/contributions/")
    partner.post(f"{address}reprise/")
    row.refresh_from_db()
    assert (row.state, row.done) == ("draft", WORDS["done"])


def test_words_of_two_people_of_one_side_are_both_on_the_screen(partner):
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation)
    save_words(row, {"done": "Le matin."}, seen_version=0, hand=HAND)
    address = f"{HOME}{evaluation.pk}/contributions/{row.pk}/"
    answer = partner.post(address, {"seen_version": 0, "done": "Le soir.", "draft": "yes"})
    told = answer.content.decode()
    assert answer.status_code == 422 and "Le matin." in told and "Le soir." in told
    assert 'name="seen_version" value="1"' in told, "it can be sent again, knowingly"


def test_too_late_nothing_is_saved_and_nothing_typed_is_lost(partner):
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation)
    Evaluation.objects.filter(pk=evaluation.pk).update(state="review")
    answer = partner.post(f"{HOME}{evaluation.pk}/contributions/{row.pk}/", {"seen_version": 0, "done": "Trop tard."})
    assert answer.status_code == 422 and "Trop tard." in answer.content.decode()
    row.refresh_from_db()
    assert row.done == ""


def test_a_draft_is_its_sides_own_affair(client):
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation, "A2.G1.O1")
    save_words(row, {"done": "Pas encore pour vous."}, seen_version=0, hand=HAND)
    joined = join_file(row, (b"jour;enfants\n1;2\n", "compte.csv"), "Le compte", hand=HAND)
    for part in ("contributor", "elected"):
        client.force_login(make_person(part))
        assert "Pas encore pour vous." not in page(client, f"{HOME}{evaluation.pk}/")
        file = f"{HOME}{evaluation.pk}/contributions/{row.pk}/pieces/{joined.pk}/"
        assert client.get(file).status_code == 404


def test_a_document_is_joined_read_and_removed(partner):
    evaluation = make_evaluation("open")
    address = f"{HOME}{evaluation.pk}/contributions/{the_contribution(evaluation).pk}/pieces/"
    assert partner.post(address, {"title": "Rien"}).status_code == 422
    sent = SimpleUploadedFile("compte.csv", b"jour;enfants\n1;2\n", "text/csv")
    assert partner.post(address, {"title": "Le compte", "file": sent}).status_code == 302
    piece = ContributionFile.objects.get()
    answer = partner.get(f"{address}{piece.pk}/")
    assert b"".join(answer.streaming_content) == b"jour;enfants\n1;2\n"
    partner.post(f"{address}{piece.pk}/retrait/")
    assert not ContributionFile.objects.exists()


def test_the_coordination_writes_for_a_side_and_says_how(coordinator):
    evaluation = make_evaluation("open")
    row = the_contribution(evaluation, "A2.G1.O1")
    address = f"{HOME}{evaluation.pk}/contributions/{row.pk}/"
    refused = coordinator.post(address, {"seen_version": 0, **WORDS})
    assert refused.status_code == 422 and "Dites comment cette organisation" in refused.content.decode()
    coordinator.post(address, {"seen_version": 0, **WORDS, "how": "Appel du 3 novembre"})
    row.refresh_from_db()
    assert row.how == "Appel du 3 novembre"


def test_the_board_shows_who_is_awaited_and_asks_one_more(coordinator):
    evaluation = make_evaluation("open")
    told = page(coordinator, f"{HOME}{evaluation.pk}/avancement/")
    assert re.search("0 contributions? remises? sur 2", told) and "Service de la culture" in told
    bare = coordinator.post(f"{HOME}{evaluation.pk}/demandes/", {})
    assert bare.status_code == 422 and "Choisissez un objectif." in bare.content.decode()
    objective = evaluation.plan.items.get(code="A1.G1.O1")
    made = {"objective": objective.pk, "organisation": make_organisation("CCAS").pk}
    coordinator.post(f"{HOME}{evaluation.pk}/demandes/", made)
    assert evaluation.contributions.count() == 3


def test_contributions_close_and_open_again_for_a_reason(coordinator):
    evaluation = make_evaluation("open")
    assert "remise" in page(coordinator, f"{HOME}{evaluation.pk}/cloture/")
    coordinator.post(f"{HOME}{evaluation.pk}/cloture/")
    answer = coordinator.post(f"{HOME}{evaluation.pk}/reouverture/", {"reason": "", "closes_on": "2026-01-01"})
    assert answer.status_code == 422
    coordinator.post(f"{HOME}{evaluation.pk}/reouverture/", {"reason": "Les écoles.", "closes_on": "2026-12-18"})
    evaluation.refresh_from_db()
    assert evaluation.state == "open" and "Les écoles." in page(coordinator, f"{HOME}{evaluation.pk}/")


def test_a_hundred_objectives_cost_no_more_questions(coordinator, django_assert_max_num_queries):
    evaluation = make_evaluation("open")
    address = f"{HOME}{evaluation.pk}/avancement/"
    coordinator.get(address)
    sides = [make_organisation(f"Association {number}") for number in range(40)]
    objective = evaluation.plan.items.get(code="A1.G1.O1")
    Contribution.objects.bulk_create(
        Contribution(evaluation=evaluation, objective=objective, organisation=each, asked_at=HAND.now)
        for each in [*sides, culture()]
    )
    with django_assert_max_num_queries(24):
        coordinator.get(address)
