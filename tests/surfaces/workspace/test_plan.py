from __future__ import annotations

from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast import make_big_plan, make_organisation, make_plan

from .conftest import FOCUS, queries_of


def test_coordinator_reads_where_the_plan_stands(coordinator, plan):
    page = coordinator.get("/atelier/").content.decode()
    assert "Le projet compte 5 objectifs ; 1 point attend une décision." in page


def test_empty_workspace_says_how_to_begin(coordinator):
    page = coordinator.get("/atelier/").content.decode()
    assert "Importez le document de votre projet" in page
    assert "Importer un document" in coordinator.get("/atelier/projet/").content.decode()


def test_buttons_appear_only_for_those_who_may(plan, log_in):
    pages = {
        part: log_in(part).get("/atelier/projet/").content.decode() for part in ("coordinator", "contributor", "reader")
    }
    counts = {part: page.count('/modifier/"') // 2 for part, page in pages.items()}
    assert counts == {"coordinator": 11, "contributor": 1, "reader": 0}
    assert [part for part, page in pages.items() if "Montrer au public" in page] == ["coordinator"]


def edit(client, code="a1-g1-o1", **data):
    base = {"seen_version": 1, "text": "Une sortie par an", "note": "", "owner": "", "horizon_on": "", "reason": ""}
    return client.post(f"/atelier/projet/{code}/modifier/", {**base, **data.pop("data", data)}, headers=None)


def test_coordinator_edits_an_item_and_its_history_shows_the_words(coordinator, plan):
    culture = make_organisation("Service culture")
    answer = edit(
        coordinator,
        text="Offrir à chaque enfant deux sorties",
        owner=culture.pk,
        horizon_on="2027-06-30",
        reason="budget voté",
    )
    assert answer.status_code == 302
    page = coordinator.get(answer["Location"]).content.decode()
    assert "deux sorties</ins>" in page
    assert "budget voté" in page
    assert "sans date → 30 juin 2027" in page
    assert "Nadia Benhaddou" in page


def test_contributor_edits_what_their_organisation_carries_and_nothing_else(plan, log_in):
    client = log_in("contributor")
    assert 'name="owner"' not in client.get("/atelier/projet/a1-g1-o2/modifier/").content.decode()
    edit(client, "a1-g1-o2", text="Ouvrir deux bassins", horizon_on="2027-06-30")
    item = plan.items.get(code="A1.G1.O2")
    assert (item.text, item.owner.name) == ("Ouvrir deux bassins", "Service des sports")
    assert edit(client, "a1-g1-o1").status_code == 403


def test_second_of_two_people_sees_both_texts_and_loses_nothing(coordinator, plan):
    edit(coordinator, text="La version de Nadia")
    answer = edit(coordinator, text="Ma version à moi", note="Une note")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nadia Benhaddou a modifié cet élément pendant que vous écriviez." in page
    assert "La version de Nadia" in page
    assert "Ma version à moi</textarea>" in page
    assert "Une note</textarea>" in page
    assert 'name="seen_version" value="2"' in page
    assert edit(coordinator, text="Ma version à moi", note="Une note", seen_version=2).status_code == 302
    assert plan.items.get(code="A1.G1.O1").text == "Ma version à moi"


def test_an_empty_text_keeps_the_rest_of_the_form(coordinator, plan):
    page = edit(coordinator, text="", note="à garder").content.decode()
    assert page.count("Écrivez un texte, ou retirez cet élément.") == 2
    assert "à garder</textarea>" in page


def test_item_swapped_in_the_tree_is_the_one_of_the_fresh_page(coordinator, plan):
    data = {
        "seen_version": 1,
        "text": "Une sortie par an",
        "note": "n",
        "owner": "",
        "horizon_on": "2027-01-31",
        "reason": "",
    }
    fragment = coordinator.post(
        "/atelier/projet/a1-g1-o1/modifier/", data, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Une sortie par an" in fragment
    assert fragment.strip().replace(FOCUS, "", 1) in coordinator.get("/atelier/projet/").content.decode()


def test_form_swapped_in_the_tree_can_be_left(coordinator, plan):
    htmx = {"HX-Request": "true"}
    form = coordinator.get("/atelier/projet/a1-g1-o1/modifier/", headers=htmx).content.decode()
    assert form.strip().startswith("<li")
    assert "?etat=lu" in form
    item = coordinator.get("/atelier/projet/a1-g1-o1/modifier/?etat=lu", headers=htmx).content.decode()
    assert item.strip().replace(FOCUS, "", 1) in coordinator.get("/atelier/projet/").content.decode()


def test_coordinator_adds_moves_removes_and_restores(coordinator, plan):
    added = coordinator.post(
        "/atelier/projet/lignes/a1-g1-r2/ajout/", {"kind": "expected_effect", "text": "Moins de trajets"}
    )
    assert added["Location"] == "/atelier/projet/a1-g1-e4/"
    row = plan.rows.get(code="A2.G1.R1")
    coordinator.post("/atelier/projet/a1-g1-e4/deplacement/", {"seen_version": 1, "row": row.pk, "reason": ""})
    assert plan.items.get(code="A1.G1.E4").row == row
    coordinator.post("/atelier/projet/a1-g1-e4/retrait/", {"reason": "doublon"})
    page = coordinator.get("/atelier/projet/a1-g1-e4/").content.decode()
    assert "retiré du projet" in page
    assert "Rétablir dans le projet" in page
    coordinator.post("/atelier/projet/a1-g1-e4/retablissement/")
    kinds = list(plan.items.get(code="A1.G1.E4").changes.values_list("kind", flat=True))
    assert kinds == [ChangeKind.RESTORED, ChangeKind.REMOVED, ChangeKind.MOVED, ChangeKind.ADDED]


def test_a_move_of_what_changed_meanwhile_asks_again(coordinator, plan):
    row = plan.rows.get(code="A2.G1.R1")
    edit(coordinator, text="Entre-temps")
    answer = coordinator.post(
        "/atelier/projet/a1-g1-o1/deplacement/", {"seen_version": 1, "row": row.pk, "reason": "r"}
    )
    assert answer.status_code == 422
    assert "Entre-temps" in answer.content.decode()
    assert plan.items.get(code="A1.G1.O1").row.code == "A1.G1.R1"


def test_coordinator_shows_and_hides_the_plan(coordinator, plan):
    assert "Jamais les points ouverts" in coordinator.get("/atelier/projet/affichage/").content.decode()
    coordinator.post("/atelier/projet/affichage/", {"projet": plan.pk, "display": "show"})
    assert TerritorialEducationPlan.objects.on_display() == plan
    coordinator.post("/atelier/projet/affichage/", {"projet": plan.pk, "display": "hide"})
    assert TerritorialEducationPlan.objects.on_display() is None


def test_older_plan_is_worked_on_by_its_address(coordinator, plan):
    make_plan(title="Le suivant")
    page = coordinator.get(f"/atelier/projet/?projet={plan.pk}").content.decode()
    assert "Grandir à Bourg-la-Fontaine" in page
    assert f"/atelier/projet/a1-g1-o1/?projet={plan.pk}" in page
    assert "Grandir à Bourg-la-Fontaine" in coordinator.get("/atelier/projets/").content.decode()


def test_a_very_large_plan_is_read_part_by_part(coordinator):
    make_big_plan(600)
    page = coordinator.get("/atelier/projet/").content.decode()
    assert page.count('<li class="ws-item') == 600
    assert "partie 1 sur 2" in page
    assert "a1-g1-o301" in coordinator.get("/atelier/projet/?partie=a1-g1-2").content.decode()


def test_number_of_queries_is_the_same_for_a_large_plan(coordinator):
    make_big_plan(10)
    addresses = ("/atelier/", "/atelier/projet/", "/atelier/projet/a1-g1-o1/", "/atelier/projets/")
    few = [queries_of(coordinator, address) for address in addresses]
    make_big_plan(200)
    assert [queries_of(coordinator, address) for address in addresses] == few
    assert few[0] <= 50  # the first page gathers what waits in every room
    assert max(few[1:]) <= 20
