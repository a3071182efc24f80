"""Versions on the screen: kept, compared, gone back to; one line of a history taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.structure.actions import add_item, detail, entrust, move_item, remove_item, reword, schedule
from preau.plan.structure.models import ItemChange
from preau.plan.versions.actions import adopt, name_version, start_next
from preau.plan.versions.models import PlanVersion
from tests.cast import make_big_plan, make_organisation

from .conftest import queries_of

COMPARISON = "/atelier/versions/comparaison/"


@pytest.fixture
def hand(coordinator, now):
    return Hand(coordinator.person, now)


@pytest.fixture
def version(plan, hand):
    return name_version(plan, "Avant le comité", hand=hand, note="Envoyée aux écoles")


def item(plan, code):
    return plan.items.get(code=code)


def main(answer) -> str:
    page = answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")
    return page[page.index('id="contenu"') :]


def test_coordinator_keeps_the_text_under_a_name(coordinator, plan):
    answer = coordinator.post("/atelier/versions/", {"name": "Relu par les écoles", "note": "Merci à elles."})
    assert answer.status_code == 302
    page = main(coordinator.get(answer["Location"]))
    assert "Rien n’a changé depuis « Relu par les écoles »" in page
    for part in ("Merci à elles.", "Nadia Benhaddou", "intacte", PlanVersion.objects.get().fingerprint[:12]):
        assert part in page


def test_a_name_taken_is_told_at_the_field_and_nothing_typed_is_lost(coordinator, version):
    answer = coordinator.post("/atelier/versions/", {"name": "avant le COMITÉ", "note": "Encore une"})
    assert answer.status_code == 422
    page = main(answer)
    assert "porte déjà ce nom" in page
    assert "avant le COMITÉ" in page
    assert "Encore une" in page
    assert PlanVersion.objects.count() == 1


@pytest.mark.parametrize("part", ["contributor", "elected", "reader", "data_officer", "administrator"])
def test_others_read_versions_and_keep_none(plan, version, log_in, part):
    client = log_in(part)
    assert "Garder cette version" not in main(client.get("/atelier/versions/"))
    assert client.post("/atelier/versions/", {"name": "La mienne"}).status_code == 403
    back = f"/atelier/versions/{version.number}/retablissement/a1-g1-o1/"
    assert client.get(back).status_code == 403
    assert client.post(back, {"seen_version": 1}).status_code == 403
    assert PlanVersion.objects.count() == 1


def test_a_text_changed_behind_the_platform_is_told(coordinator, version, monkeypatch):
    monkeypatch.setattr(PlanVersion, "is_intact", False)
    assert "ne correspond plus à son empreinte" in main(coordinator.get("/atelier/versions/"))


def changed(plan, hand):
    reword(item(plan, "A1.G1.O1"), "Offrir à chaque enfant deux sorties au théâtre", seen_version=1, hand=hand)
    detail(item(plan, "A1.G1.O1"), ["en mars", "en juin"], seen_version=2, hand=hand)
    entrust(item(plan, "A1.G1.O3"), make_organisation("Service culture"), seen_version=1, hand=hand)
    schedule(item(plan, "A1.G1.O2"), None, seen_version=1, hand=hand)
    move_item(item(plan, "A1.G1.E1"), plan.rows.get(code="A2.G1.R1"), seen_version=1, hand=hand)
    remove_item(item(plan, "A2.G1.O2"), hand=hand)
    return add_item(plan.rows.get(code="A1.G1.R2"), "expected_effect", "Un effet de plus", hand=hand)


def test_comparison_gives_the_answer_first_then_every_difference(coordinator, plan, version, hand):
    added = changed(plan, hand)
    page = main(coordinator.get(COMPARISON))
    assert "6 différences entre « Avant le comité » et maintenant" in page
    assert "10 passages sont les mêmes" in page
    for part in (
        "deux sorties</ins>",
        "en mars",
        "personne → Service culture",
        "30 juin 2027 → sans date",
        "A1.G1.R1 → A2.G1.R1",
        "Écrire un guide d’accueil</del>",
        added.code,
    ):
        assert part in page
    assert page.count("Rétablir ce texte") == 1
    assert page.count("Remettre à sa place") == 1
    assert page.count("Retirer cet ajout") == 1
    assert page.count("Remettre ce passage") == 1


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("nature=reformules", {"A1.G1.O1"}),
        ("nature=details", {"A1.G1.O1"}),
        ("nature=deplaces", {"A1.G1.E1"}),
        ("nature=retires", {"A2.G1.O2"}),
        ("nature=ajoutes", {"A1.G1.E4"}),
        ("nature=porteurs", {"A1.G1.O3"}),
        ("nature=echeances", {"A1.G1.O2"}),
        ("axe=2", {"A2.G1.O2"}),
        ("nature=retires&axe=1", set()),
        ("nature=nimporte&axe=x", {"A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A1.G1.E1", "A1.G1.E4", "A2.G1.O2"}),
    ],
)
def test_differences_are_filtered_by_kind_and_axis(coordinator, plan, version, hand, query, codes):
    changed(plan, hand)
    shown = coordinator.get(f"{COMPARISON}?{query}").context["shown"]
    assert {one.item.code for group in shown.groups for one in group.shown} == codes


def test_any_two_states_are_compared_even_two_days(coordinator, plan, version, hand, now):
    later = Hand(hand.by, now + timedelta(days=2))
    reword(item(plan, "A1.G1.O1"), "Un", seen_version=1, hand=hand)
    reword(item(plan, "A1.G1.O1"), "Deux", seen_version=2, hand=later)
    name_version(plan, "Après", hand=later)
    counts = {
        "gauche=v1&droite=v2": 1,
        "gauche=v2&droite=v1": 1,
        "gauche=v2&droite=maintenant": 0,
        "gauche=depart&droite=v1": 0,
        "gauche=jour&gauche_le=2026-11-24&droite=jour&droite_le=2026-11-26": 1,
        "gauche=jour&gauche_le=2026-10-01&droite=depart": 15,
    }
    for query, count in counts.items():
        assert len(coordinator.get(f"{COMPARISON}?{query}").context["shown"].comparison.differences) == count, query
    page = main(coordinator.get(f"{COMPARISON}?gauche=jour&gauche_le=2026-11-24&droite=v2"))
    assert "entre le 24 novembre 2026 et « Après »" in page
    assert "Rétablir" not in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("gauche=jour", "Choisissez le jour à comparer."),
        ("gauche=v99", "Sélectionnez un choix valide"),
        ("gauche=jour&gauche_le=31/02", "date valide"),
    ],
)
def test_a_choice_that_says_nothing_is_told(coordinator, plan, version, query, sentence):
    answer = coordinator.get(f"{COMPARISON}?{query}")
    assert answer.status_code == 422
    assert sentence in main(answer)


def test_without_a_version_the_text_is_compared_with_what_it_began_with(coordinator, plan):
    assert "Aucune différence entre le texte de départ et maintenant" in main(coordinator.get(COMPARISON))


def test_the_next_plan_is_compared_with_the_one_before(coordinator, plan, hand, now):
    adopt(plan, "Adopté", adopted_on=now.date(), hand=hand)
    following = start_next(plan, "Le suivant", hand=hand)
    reword(following.items.get(code="A1.G1.O1"), "Nouveau", seen_version=1, hand=hand)
    page = main(coordinator.get(f"{COMPARISON}?projet={following.pk}&gauche=precedent"))
    assert "2 différences entre le projet précédent et maintenant" in page


def test_a_large_comparison_is_read_page_by_page_and_printed_whole(coordinator, now, hand):
    plan = make_big_plan(60)
    name_version(plan, "Avant", hand=hand)
    for each in plan.items.filter(kind="operational_objective"):
        plan.items.filter(pk=each.pk).update(text=f"{each.text}, autrement")
    first = coordinator.get(f"{COMPARISON}?projet={plan.pk}")
    assert len(first.context["shown"].page.object_list) == 40
    assert "page 1 sur 2" in main(first)
    whole = coordinator.get(f"{COMPARISON}?projet={plan.pk}&tout=1")
    assert len(whole.context["shown"].page.object_list) == 60


def test_coordinator_goes_back_to_the_text_of_a_version(coordinator, plan, version, hand):
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    address = f"/atelier/versions/{version.number}/retablissement/a1-g1-o1/"
    page = main(coordinator.get(address))
    assert "Rétablir A1.G1.O1 comme dans « Avant le comité » ?" in page
    answer = coordinator.post(address, {"seen_version": 2})
    assert (answer.status_code, answer["Location"]) == (302, "/atelier/projet/a1-g1-o1/")
    page = main(coordinator.get(answer["Location"]))
    assert "est rétabli tel qu’il était dans « Avant le comité »" in page
    assert "Rétabli depuis la version 1" in page
    assert item(plan, "A1.G1.O1").text.startswith("Offrir à chaque enfant une sortie")


def test_going_back_over_somebody_else_is_shown_first(coordinator, plan, version, hand):
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    address = f"/atelier/versions/{version.number}/retablissement/a1-g1-o1/"
    reword(item(plan, "A1.G1.O1"), "Encore autre chose", seen_version=2, hand=hand)
    answer = coordinator.post(address, {"seen_version": 2})
    assert answer.status_code == 422
    page = main(answer)
    assert "Quelqu’un a modifié A1.G1.O1 entre-temps" in page
    assert 'value="3"' in page
    assert item(plan, "A1.G1.O1").text == "Encore autre chose"


def test_going_back_under_what_is_gone_says_what_to_do(coordinator, plan, version, hand):
    for code in ("A2.G1.O1", "A2.G1.O2", "A2.G1.E1", "A2.G1.E2", "A2.G1.E3", "A2.G1"):
        remove_item(item(plan, code), hand=hand)
    answer = coordinator.post(f"/atelier/versions/{version.number}/retablissement/a2-g1-o1/", {"seen_version": 2})
    assert answer.status_code == 422
    assert "n’est plus dans le projet. Rétablissez-le d’abord" in main(answer)


def test_nothing_to_go_back_to_is_no_error(coordinator, plan, version):
    address = f"/atelier/versions/{version.number}/retablissement/a1-g1-o1/"
    assert "rien à rétablir" in main(coordinator.get(address))
    assert coordinator.post(address, {"seen_version": 1}).status_code == 302
    assert coordinator.get(f"/atelier/versions/{version.number}/retablissement/a9-g9-o9/").status_code == 404
    assert coordinator.get("/atelier/versions/99/retablissement/a1-g1-o1/").status_code == 404


def undo(client, change):
    return client.post(f"/atelier/projet/{change.item.slug}/histoire/{change.pk}/annulation/")


def test_coordinator_takes_one_line_of_the_history_back(coordinator, plan, hand):
    reword(item(plan, "A1.G1.O1"), "Autre chose", seen_version=1, hand=hand)
    page = main(coordinator.get("/atelier/projet/a1-g1-o1/"))
    assert page.count("Annuler cette modification") == 1
    answer = undo(coordinator, ItemChange.objects.latest("pk"))
    assert answer["Location"] == "/atelier/projet/a1-g1-o1/#histoire"
    assert "La modification est annulée" in main(coordinator.get("/atelier/projet/a1-g1-o1/"))
    assert item(plan, "A1.G1.O1").text.startswith("Offrir")


def test_a_line_that_was_changed_again_is_not_offered_and_says_why(coordinator, plan, hand):
    reword(item(plan, "A1.G1.O1"), "Un", seen_version=1, hand=hand)
    first = ItemChange.objects.latest("pk")
    reword(item(plan, "A1.G1.O1"), "Deux", seen_version=2, hand=hand)
    assert main(coordinator.get("/atelier/projet/a1-g1-o1/")).count("Annuler cette modification") == 1
    undo(coordinator, first)
    assert "ne peut plus être annulée seule" in main(coordinator.get("/atelier/projet/a1-g1-o1/"))
    assert item(plan, "A1.G1.O1").text == "Deux"


def test_contributor_takes_back_words_of_what_they_carry_and_no_place(plan, hand, log_in):
    reword(item(plan, "A1.G1.O2"), "Un", seen_version=1, hand=hand)
    words = ItemChange.objects.latest("pk")
    move_item(item(plan, "A1.G1.O2"), plan.rows.get(code="A2.G1.R1"), seen_version=2, hand=hand)
    place = ItemChange.objects.latest("pk")
    reword(item(plan, "A1.G1.O1"), "Pas à moi", seen_version=1, hand=hand)
    other = ItemChange.objects.latest("pk")
    client = log_in("contributor")
    assert main(client.get("/atelier/projet/a1-g1-o2/")).count("Annuler cette modification") == 1
    assert undo(client, place).status_code == 403
    assert undo(client, other).status_code == 403
    assert undo(client, words).status_code == 302
    assert item(plan, "A1.G1.O2").text.startswith("Ouvrir les bassins")
    for part in ("elected", "reader", "data_officer", "administrator"):
        assert undo(log_in(part), place).status_code == 403


def test_pages_take_the_same_number_of_queries_whatever_the_size(coordinator, hand):
    counts = []
    for objectives in (10, 200):
        plan = make_big_plan(objectives)
        name_version(plan, "Avant", hand=hand)
        plan.items.filter(kind="expected_effect").update(text="Tout autre chose")
        counts.append(
            [queries_of(coordinator, f"{page}?projet={plan.pk}") for page in (COMPARISON, "/atelier/versions/")]
        )
    assert counts[0] == counts[1]
