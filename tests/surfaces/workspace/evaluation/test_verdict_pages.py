"""Verdicts on screen: proposed with what is known beside, answered by a partner, adopted, published, read."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.observatory.evaluation.concluding import dissent
from preau.observatory.evaluation.models import Dissent, Survey, Target, Verdict
from tests.cast.evaluation import (
    HAND,
    TABLE,
    culture,
    make_evaluation,
    make_survey,
    make_typed_indicator,
    the_verdict,
)
from tests.cast.indicators import make_indicator
from tests.cast.people import make_person
from tests.cast.plans import make_plan
from tests.cast.sheets import make_sheet

pytestmark = pytest.mark.django_db
HOME = "/atelier/evaluation/"
TOLD = {
    "kind": "confirmed",
    "strength": "moderate",
    "strength_reason": "Trois années.",
    "narrative": "Plus d’enfants, et d’autres.",
}


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def coordinator(client):
    client.force_login(make_person("coordinator"))
    return client


def effect(evaluation, code: str = "a1-g1-e2") -> str:
    return f"{HOME}{evaluation.pk}/effets/{code}/"


def test_a_verdict_is_proposed_with_figures_and_voices_beside(coordinator):
    make_typed_indicator()
    evaluation = make_evaluation("review")
    told = page(coordinator, f"{effect(evaluation, 'a1-g1-e1')}verdict/")
    assert "Structures actives" in told and "Douze séances au bassin." in told
    coordinator.post(f"{effect(evaluation)}verdict/", TOLD)
    shown = page(coordinator, effect(evaluation))
    assert "Confirmé" in shown and "preuve moyenne" in shown and "Plus d’enfants, et d’autres." in shown


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": ""}, "Choisissez un verdict."),
        ({"narrative": ""}, "Racontez ce que l’on a observé."),
        ({"strength_reason": ""}, "Dites pourquoi la preuve a cette force."),
        ({"kind": "not_measured"}, "choisissez « faible »"),
        ({"strength": "strong"}, "Une preuve forte demande au moins un chiffre"),
    ],
)
def test_a_verdict_that_lacks_something_is_given_back_with_its_words(coordinator, change, sentence):
    evaluation = make_evaluation("review")
    answer = coordinator.post(f"{effect(evaluation)}verdict/", {**TOLD, "learnt": "Une leçon.", **change})
    told = answer.content.decode()
    assert answer.status_code == 422 and sentence in told and "Une leçon." in told
    assert evaluation.verdicts.count() == 1


def test_no_verdict_before_contributions_are_closed(coordinator):
    evaluation = make_evaluation("open")
    answer = coordinator.post(f"{effect(evaluation)}verdict/", TOLD, follow=True)
    assert "une fois les contributions closes" in answer.content.decode()
    assert not Verdict.objects.exists()


def test_a_partner_signs_another_opinion_that_stands_beside_and_takes_it_back(client):
    evaluation = make_evaluation("review")
    client.force_login(make_person("contributor"))
    address = effect(evaluation, "a1-g1-e1")
    assert "Mon organisation a un autre avis" in page(client, address)
    side = make_person("contributor", name="Autre").memberships.get().organisation_id
    client.post(f"{address}autre-avis/", {"organisation": side, "words": "Nous avons vu l’inverse."})
    said = Dissent.objects.get()
    told = page(client, address)
    assert "Autre avis : Service des sports" in told and "Nous avons vu l’inverse." in told
    client.post(f"{address}autre-avis/{said.pk}/retrait/")
    assert "Nous avons vu l’inverse." not in page(client, address)


def test_nobody_takes_back_the_opinion_of_another_side(client):
    evaluation = make_evaluation("review")
    said = dissent(the_verdict(evaluation), culture(), "Nous avons vu l’inverse.", hand=HAND)
    client.force_login(make_person("contributor"))
    answer = client.post(f"{effect(evaluation, 'a1-g1-e1')}autre-avis/{said.pk}/retrait/")
    assert answer.status_code == 404
    assert Dissent.objects.standing().count() == 1


def test_one_verdict_is_adopted_and_does_not_change_any_more(coordinator):
    evaluation = make_evaluation("review")
    address = effect(evaluation, "a1-g1-e1")
    early = coordinator.post(f"{address}adoption/", {"body": "COPIL", "held_on": "2027-01-12"})
    assert early.status_code == 422 and "La réunion doit avoir eu lieu." in early.content.decode()
    coordinator.post(f"{address}adoption/", {"body": "COPIL", "held_on": "2026-11-12"})
    assert "Adopté le 12 novembre 2026 par : COPIL" in page(coordinator, address)
    answer = coordinator.post(f"{address}verdict/", TOLD, follow=True)
    assert "il ne change plus" in answer.content.decode()
    assert the_verdict(evaluation).kind == "partly"


def test_the_committee_adopts_the_year_step_by_step_then_everybody_reads(coordinator):
    evaluation = make_evaluation("review")
    address = f"{HOME}{evaluation.pk}/"
    sitting = {"body": "COPIL", "held_on": "2026-11-12"}
    assert "5 effets attendent encore un verdict" in page(coordinator, f"{address}adoption/")
    bare = coordinator.post(f"{address}adoption/", sitting)
    assert bare.status_code == 422 and "ce que l’année nous apprend" in bare.content.decode()
    coordinator.post(f"{address}conclusion/", {"conclusion": "Un bon départ."})
    silent = coordinator.post(f"{address}adoption/", sitting)
    assert silent.status_code == 422 and "Il manque les verdicts de 5 effets" in silent.content.decode()
    assert coordinator.post(f"{address}non-mesures/", {"because": ""}).status_code == 422
    coordinator.post(f"{address}non-mesures/", {"because": "Aucun relevé."})
    assert "Le comité peut se prononcer" in page(coordinator, f"{address}adoption/")
    coordinator.post(f"{address}adoption/", sitting)
    assert "Publier pour tout le monde" in page(coordinator, f"{address}publication/")
    coordinator.post(f"{address}publication/")
    evaluation.refresh_from_db()
    assert evaluation.is_published
    assert "publiée le 24 novembre 2026" in page(coordinator, address).lower()


def test_who_reads_a_year_reads_what_was_measured_first(client):
    evaluation = make_evaluation("adopted")
    client.force_login(make_person("reader"))
    told = page(client, f"{HOME}{evaluation.pk}/")
    assert "5 effets n’ont pas pu être mesurés" in told or "effets n’ont pas pu être mesurés" in told
    assert "confirmé en partie" in told
    assert "Préparer le comité" not in told


def test_a_survey_is_imported_shown_without_small_counts_and_gives_a_figure(coordinator):
    indicator = make_indicator(make_plan(), "A1.G2.E6.i1")
    told = {"school_year": 2025, "title": "Climat", "audience": "CE2 à CM2", "held_on": "2026-05-22", "asked": 140}
    table = SimpleUploadedFile("climat.csv", TABLE.replace("Un peu;20", "Un peu;27").replace("Non;9", "Non;2").encode())
    answer = coordinator.post(f"{HOME}enquetes/ajout/", {**told, "table": table})
    survey = Survey.objects.get()
    assert answer.status_code == 302 and survey.proof.name == "climat.csv"
    address = f"{HOME}enquetes/{survey.pk}/"
    assert page(coordinator, address).count("masqué</span>") >= 2
    yes = survey.questions.get(number=1).answers.get(words="Oui")
    coordinator.post(f"{address}questions/1/", {"indicator": indicator.pk, "answers": [yes.pk]})
    assert "Renseigne l’indicateur" in page(coordinator, address)
    assert "71" in page(coordinator, f"/atelier/indicateurs/{indicator.pk}/")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"typed": ""}, "Envoyez un tableau, ou écrivez ses lignes"),
        ({"typed": "Quoi ?;Oui;beaucoup"}, "n’est pas un nombre de personnes"),
        ({"asked": 10}, "Plus de personnes ont répondu"),
        ({"held_on": "2027-05-22"}, "L’enquête doit être close."),
        ({"title": "Le climat à l’école"}, "déjà enregistrée"),
    ],
)
def test_a_survey_that_is_wrong_is_refused_in_one_sentence_and_nothing_typed_is_lost(coordinator, change, sentence):
    make_survey()
    told = {
        "school_year": 2025, "title": "Autre", "audience": "Parents", "held_on": "2026-05-22", "asked": 200,
        "typed": "Venez-vous ?;Oui;40\n;Non;30", **change,
    }  # fmt: skip
    answer = coordinator.post(f"{HOME}enquetes/ajout/", told)
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page and "Parents" in page
    assert Survey.objects.count() == 1


def test_a_target_is_set_by_the_committee_from_a_known_year(coordinator):
    indicator = make_typed_indicator(years=(2025,))
    other = make_indicator(indicator.plan, effect="A1.G1.E2")
    told = page(coordinator, f"{HOME}cibles/")
    assert "1 indicateur a une année de départ" in told and "1 indicateur n’a pas encore" in told
    sent = {"school_year": 2026, "amount": "40", "body": "COPIL", "held_on": "2026-11-12"}
    refused = coordinator.post(f"{HOME}cibles/{other.pk}/", sent)
    assert refused.status_code == 422 and "Aucune année entière" in refused.content.decode()
    coordinator.post(f"{HOME}cibles/{indicator.pk}/", sent)
    assert Target.objects.get().baseline_year == 2025
    assert "1 cible pour 2026-2027" in page(coordinator, f"{HOME}cibles/")


def test_an_objective_is_followed_from_the_plan_to_its_measures(coordinator):
    sheet = make_sheet("scheduled")
    make_typed_indicator()
    evaluation = make_evaluation("adopted")
    told = page(coordinator, f"{HOME}fil/a1-g1-o2/")
    assert sheet.title in told and "Structures actives" in told and "Dernier verdict" in told
    assert f"/effets/{the_verdict(evaluation).effect.code.lower().replace('.', '-')}/" in told
    assert f"{HOME}fil/a1-g1-o2/" in page(coordinator, "/atelier/projet/a1-g1-o2/")
