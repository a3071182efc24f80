from __future__ import annotations

import re

import pytest
from django.urls import reverse

from preau.plan.importing.enums import ImportState
from preau.plan.importing.models import PlanImport
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast import make_commune, make_plan

from .conftest import FOCUS, document, queries_of


def url(name, received, *more):
    return reverse(f"workspace:{name}", args=[received.pk, *more])


def item(received, code):
    return next(
        held
        for axis in received.draft.axes
        for general in axis.general_objectives
        for row in general.rows
        for held in (*row.objectives, *row.effects)
        if held.id == code
    )


def test_coordinator_sends_a_document_and_reads_what_was_understood(coordinator, received):
    page = coordinator.get(url("import", received)).content.decode()
    assert "Voici ce que nous avons compris" in page
    assert "Ouvrir les gymnases le samedi" in page
    assert "Dans le document" in page
    assert "<mark>(à préciser)</mark>" in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (document("", "vide.docx"), "vide"),
        (document("Bonjour, ceci est une lettre.", "lettre.txt"), ""),
        (document("%PDF-1.7", "plan.pdf"), ""),
    ],
)
def test_a_document_that_cannot_be_taken_in_leaves_nothing(coordinator, sent, sentence):
    make_commune()
    answer = coordinator.post("/atelier/imports/", {"document": sent})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('class="error"') == 1
    assert "error-summary" in page
    assert sentence in page
    assert not PlanImport.objects.exists()


def test_nothing_chosen_is_said_at_the_field_and_in_the_summary(coordinator):
    page = coordinator.post("/atelier/imports/").content.decode()
    assert page.count("Choisissez un document sur votre ordinateur.") == 2


def test_a_document_over_the_limit_is_refused_with_both_sizes(coordinator, settings):
    settings.UPLOAD_LIMIT = 1_000_000
    answer = coordinator.post("/atelier/imports/", {"document": document("x" * 1_500_000)})
    assert "la limite est de 1 Mo" in answer.content.decode()
    assert not PlanImport.objects.exists()


def correct(client, received, noun, **data):
    return client.post(
        url("import_correction", received, noun), {"seen_version": received.version, "partie": 1, **data}
    )


def test_coordinator_rewords_an_item_and_comes_back_to_it(coordinator, received):
    answer = correct(coordinator, received, "texte", item="A1.G1.O2", text="Prêter des ballons")
    assert answer["Location"] == url("import", received) + "?partie=1#a1-g1-o2"
    received.refresh_from_db()
    assert item(received, "A1.G1.O2").text == "Prêter des ballons"


def test_coordinator_splits_an_item_at_a_proposed_place(coordinator, received):
    text = item(received, "A1.G1.O3").text
    page = coordinator.get(url("import", received) + "?ouvert=a1-g1-o3").content.decode()
    assert f'value="{text.index("Inviter")}"' in page
    correct(coordinator, received, "scission", item="A1.G1.O3", at=text.index("Inviter"), marked=text)
    received.refresh_from_db()
    assert item(received, "A1.G1.O3").text == "Former les animateurs."
    assert item(received, "A1.G1.O4").text == "Inviter les clubs."


def test_coordinator_splits_an_item_where_the_bar_is(coordinator, received):
    correct(coordinator, received, "scission", item="A1.G1.O2", marked="Prêter du matériel| aux centres de loisirs")
    received.refresh_from_db()
    assert item(received, "A1.G1.O2").text == "Prêter du matériel"


def test_a_bar_that_is_missing_says_what_to_do_and_keeps_what_was_typed(coordinator, received):
    answer = correct(coordinator, received, "scission", item="A1.G1.O2", marked="Prêter du matériel aux centres")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "tapez une seule barre" in page
    assert "Prêter du matériel aux centres</textarea>" in page


def test_coordinator_merges_moves_and_discards(coordinator, received):
    correct(coordinator, received, "fusion", item="A1.G1.E1", second="A1.G1.E2")
    received.refresh_from_db()
    assert item(received, "A1.G1.E1").text == "Plus d’enfants pratiquent un sport Des salles mieux utilisées"
    correct(coordinator, received, "deplacement", item="A1.G1.O2", row="a1.g1.r2", kind="operational_objective")
    received.refresh_from_db()
    assert [held.id for held in received.draft.axes[0].general_objectives[0].rows[1].objectives] == [
        "A1.G1.O3",
        "A1.G1.O2",
    ]
    correct(coordinator, received, "retrait", item="A1.G1.O2")
    received.refresh_from_db()
    assert "Prêter du matériel aux centres de loisirs" in [left.text for left in received.draft.leftovers]


def test_a_row_that_does_not_exist_is_said_at_the_field(coordinator, received):
    answer = correct(
        coordinator, received, "deplacement", item="A1.G1.O2", row="A9.G9.R9", kind="operational_objective"
    )
    assert answer.status_code == 422
    assert "Cette ligne n’existe pas" in answer.content.decode()


def test_coordinator_takes_a_leftover_back(coordinator, received):
    correct(coordinator, received, "retrait", item="A1.G1.O2")
    received.refresh_from_db()
    index = [left.text for left in received.draft.leftovers].index("Prêter du matériel aux centres de loisirs")
    data = {"seen_version": received.version, "index": index, "row": "A1.G1.R2", "kind": "operational_objective"}
    assert coordinator.post(url("import_leftovers", received), data).status_code == 302
    received.refresh_from_db()
    assert (
        received.draft.axes[0].general_objectives[0].rows[1].objectives[-1].text
        == "Prêter du matériel aux centres de loisirs"
    )


def decide(client, received, **data):
    base = {"seen_version": received.version, "partie": 1, "item": "A1.G1.O1", "number": 0}
    return client.post(url("import_decision", received), {**base, **data})


def test_coordinator_settles_a_mark_before_confirming(coordinator, received):
    assert decide(coordinator, received, outcome="settled", decision="De 9 h à 12 h").status_code == 302
    received.refresh_from_db()
    assert received.decisions[0]["decision"] == "De 9 h à 12 h"
    page = coordinator.get(url("import", received)).content.decode()
    assert "De 9\xa0h à 12\xa0h" in page


def test_a_decision_without_words_is_refused_and_keeps_the_rest(coordinator, received):
    answer = decide(coordinator, received, outcome="settled", due_on="2027-01-31")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Écrivez ce qui est décidé") == 2
    assert 'value="2027-01-31"' in page


def test_a_mark_is_entrusted_to_an_organisation(coordinator, received):
    owner = coordinator.person.memberships.get().organisation
    decide(coordinator, received, outcome="entrusted", owner=owner.pk, due_on="2027-01-31")
    received.refresh_from_db()
    assert received.decisions[0] | {"quote": ""} == {
        "item": "A1.G1.O1",
        "type": "placeholder",
        "quote": "",
        "outcome": "",
        "decision": "",
        "owner": owner.pk,
        "due_on": "2027-01-31",
    }


def test_second_tab_is_told_and_what_was_typed_is_kept(coordinator, received):
    correct(coordinator, received, "texte", item="A1.G1.O2", text="Première version")
    answer = correct(coordinator, received, "texte", item="A1.G1.O2", text="Deuxième version")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "a changé entre-temps" in page
    assert "Deuxième version</textarea>" in page
    received.refresh_from_db()
    assert item(received, "A1.G1.O2").text == "Première version"
    assert f'name="seen_version" value="{received.version}"' in page


def test_what_was_typed_about_an_item_that_is_gone_is_shown(coordinator, received):
    correct(coordinator, received, "retrait", item="A1.G1.O2")
    page = correct(coordinator, received, "texte", item="A1.G1.O2", text="Mots à garder").content.decode()
    assert "<blockquote>Mots à garder</blockquote>" in page


def test_swapped_row_is_the_row_of_the_fresh_page(coordinator, received):
    fragment = coordinator.post(
        url("import_correction", received, "texte"),
        {"seen_version": received.version, "partie": 1, "item": "A1.G1.O2", "text": "Prêter des ballons"},
        headers={"HX-Request": "true"},
    ).content.decode()
    page = coordinator.get(url("import", received) + "?partie=1").content.decode()
    row = fragment[: fragment.index("</section>")].strip()
    assert "Prêter des ballons" in row
    assert row.replace(FOCUS, "", 1) in page
    assert 'hx-swap-oob="true"' in fragment


def test_opened_row_is_the_row_of_the_fresh_page(coordinator, received):
    address = url("import", received) + "?partie=1&ouvert=a1-g1-o1"
    fragment = coordinator.get(address + "&ligne=a1-g1-r1", headers={"HX-Request": "true"}).content.decode()
    page = coordinator.get(address).content.decode()
    assert without_token(fragment[: fragment.index("</section>")].strip()) in without_token(page)


def without_token(html):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


def test_filter_keeps_the_rows_that_ask_for_a_decision(coordinator, received):
    page = coordinator.get(url("import", received) + "?filtre=a-decider").content.decode()
    assert 'id="a1-g1-r1"' in page
    assert 'id="a1-g1-r2"' not in page


def test_confirming_writes_the_plan_and_keeps_it_in_the_workspace(coordinator, received):
    decide(coordinator, received, outcome="settled", decision="De 9 h à 12 h")
    received.refresh_from_db()
    data = {"seen_version": received.version, "title": "Notre projet", "display": "keep"}
    answer = coordinator.post(url("import_confirmation", received), data)
    plan = TerritorialEducationPlan.objects.get()
    assert answer["Location"] == f"/atelier/projet/?projet={plan.pk}"
    assert (plan.title, plan.shown_at) == ("Notre projet", None)
    assert plan.open_points.get(kind="placeholder").decision == "De 9 h à 12 h"


def test_confirming_can_show_the_plan_at_once(coordinator, received):
    data = {"seen_version": received.version, "title": "Notre projet", "display": "show"}
    coordinator.post(url("import_confirmation", received), data)
    assert TerritorialEducationPlan.objects.on_display().title == "Notre projet"


def test_confirming_an_import_that_moved_says_so_and_writes_nothing(coordinator, received):
    correct(coordinator, received, "texte", item="A1.G1.O2", text="Entre-temps")
    data = {"seen_version": received.version, "title": "Titre gardé", "display": "show"}
    page = coordinator.post(url("import_confirmation", received), data).content.decode()
    assert "a changé entre-temps" in page
    assert 'value="Titre gardé"' in page
    assert not TerritorialEducationPlan.objects.exists()


def test_abandoning_says_its_consequence_then_does_it(coordinator, received):
    assert "seront perdues" in coordinator.get(url("import_abandon", received)).content.decode()
    coordinator.post(url("import_abandon", received))
    received.refresh_from_db()
    assert received.state == ImportState.ABANDONED
    assert coordinator.get(url("import", received)).status_code == 302


def test_a_confirmed_import_is_undone_and_brought_back(coordinator, received):
    coordinator.post(
        url("import_confirmation", received), {"seen_version": received.version, "title": "P", "display": "show"}
    )
    assert "ne sera plus visible" in coordinator.get(url("import_undoing", received)).content.decode()
    coordinator.post(url("import_undoing", received))
    assert not TerritorialEducationPlan.objects.kept().exists()
    assert "Rétablir" in coordinator.get(url("import_report", received)).content.decode()
    coordinator.post(url("import_redoing", received))
    assert TerritorialEducationPlan.objects.kept().exists()


def test_report_says_what_was_read(coordinator, received):
    page = coordinator.get(url("import_report", received)).content.decode()
    assert received.sha256 in page
    assert "projet.txt" in page


def test_number_of_queries_does_not_grow_with_the_imports(coordinator, received):
    few = queries_of(coordinator, "/atelier/imports/")
    for _ in range(15):
        coordinator.post("/atelier/imports/", {"document": document()})
    assert queries_of(coordinator, "/atelier/imports/") == few


def test_open_item_costs_the_same_whatever_its_marks(coordinator, received, django_assert_max_num_queries):
    make_plan()
    with django_assert_max_num_queries(8):
        coordinator.get(url("import", received) + "?ouvert=a1-g1-o1")
