"""Two projects side by side: each side writes its own, opens the other's, and something comes of it."""

from __future__ import annotations

import pytest
from django.utils import timezone

from preau.people.notices.models import Notice
from preau.plan.articulation.content import PERIODS, PRIORITIES_LIMIT
from preau.plan.articulation.enums import Side
from preau.plan.articulation.models import CrossingDismissal, JointSheet, ProjectSummary, SitePair, SummarySeen
from preau.plan.articulation.queries import reading_of
from preau.plan.sheets.models import ActionSheet
from preau.surfaces.shell.waiting.sites import awaited_summaries
from tests.cast import make_person, make_plan, make_site
from tests.cast.sites import CONTENT, OTHER_CONTENT, make_pair, write_and_publish
from tests.surfaces.workspace.conftest import queries_of

BASE = "/atelier/sites/les-tilleuls/"
PAGE = f"{BASE}projets/"
MINE = f"{PAGE}ecole/"


@pytest.fixture
def pair(db):
    return make_pair()


@pytest.fixture
def head(pair, client):
    person = make_person("contributor", name="Claire Aubin", organisation=pair.school)
    client.force_login(person)
    client.person = person
    return client


def typed(**more):
    """What the form sends, with a priority and the first period filled in."""
    return {
        "seen_revision": "0",
        "text": "Nous cultivons un potager.",
        "themes": ["food"],
        "priorites-TOTAL_FORMS": str(PRIORITIES_LIMIT),
        "priorites-INITIAL_FORMS": "0",
        "priorites-0-title": "Cultiver",
        "periodes-TOTAL_FORMS": str(PERIODS),
        "periodes-INITIAL_FORMS": "5",
        **{f"periodes-{number}-name": f"Période {number + 1}" for number in range(PERIODS)},
        "periodes-0-starts_on": "2026-09-01",
        "periodes-0-ends_on": "2026-10-16",
        "periodes-0-theme": "food",
        "periodes-0-subject": "Le potager",
        **more,
    }


def test_without_a_pair_the_page_says_who_opens_it(coordinator):
    site = make_site()
    assert "Pas encore de binôme en 2026-2027" in coordinator.get(PAGE).content.decode()
    facts = {"school": site.school_id, "care": site.care_id, "due_on": "2026-10-15"}
    answer = coordinator.post(f"{BASE}binome/", facts)
    assert answer["Location"] == f"{PAGE}?annee=2026"
    assert SitePair.objects.get().due_on.isoformat() == "2026-10-15"
    assert "On attend les deux projets pour le" in coordinator.get(PAGE).content.decode()


def test_a_pair_of_one_is_refused_at_the_field(coordinator):
    site = make_site()
    facts = {"school": site.school_id, "care": site.school_id, "due_on": ""}
    page = coordinator.post(f"{BASE}binome/", facts)
    assert page.status_code == 422
    assert "deux organisations différentes" in page.content.decode() and "Donnez une date." in page.content.decode()


def test_head_of_school_keeps_a_draft_that_nobody_else_reads(head, pair):
    assert head.post(MINE, typed()).status_code == 302
    draft = ProjectSummary.objects.get()
    assert (draft.side, draft.is_published, draft.content.periods[0].subject) == ("school", False, "Le potager")
    assert "Un brouillon attend." in head.get(PAGE).content.decode()
    head.force_login(make_person("coordinator"))
    page = head.get(PAGE).content.decode()
    assert "Un brouillon attend." not in page and "Nous cultivons" not in page


def test_head_of_school_publishes_and_the_other_side_is_told(head, pair):
    manager = make_person("contributor", name="Samira Haddou", organisation=pair.care)
    assert head.post(MINE, typed(publier="1")).status_code == 302
    assert ProjectSummary.objects.get().is_published
    [notice] = Notice.objects.all()
    assert notice.recipient == manager
    head.force_login(manager)
    page = head.get(notice.path).content.decode()
    assert "Ouvrir ce projet" in page and "Nous cultivons" not in page


def test_what_is_not_ready_is_kept_as_a_draft_and_says_what_is_missing(head):
    answer = head.post(MINE, typed(publier="1", **{"priorites-0-title": ""}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Donnez au moins une priorité." in page and "Nous cultivons un potager." in page
    assert 'name="seen_revision" value="1"' in page
    assert not ProjectSummary.objects.get().is_published
    assert head.post(MINE, typed(publier="1", seen_revision="1")).status_code == 302
    assert ProjectSummary.objects.get().is_published


def test_too_many_signs_are_refused_and_not_cut(head):
    answer = head.post(MINE, typed(text="é" * 6001))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Le résumé a 6001 signes" in page and "é" * 6001 in page and "6001 signes sur 6" in page
    assert head.post(MINE, typed(text="é\r\n" * 3000)).status_code == 302  # 6 000 signs, whatever the browser sends


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"periodes-1-theme": "sport"}, "Donnez les deux dates de la période."),
        ({"periodes-0-ends_on": "2026-08-01"}, "La fin vient avant le début."),
        ({"priorites-1-detail": "une phrase"}, "Donnez un titre à cette priorité."),
        ({"themes": ["soupe"]}, "Sélectionnez un choix valide"),
        ({"periodes-0-starts_on": "demain"}, "Saisissez une date valide."),
    ],
)
def test_a_wrong_line_says_what_to_mend_and_keeps_the_rest(head, wrong, sentence):
    answer = head.post(MINE, typed(**wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode() and "Nous cultivons un potager." in answer.content.decode()
    assert ProjectSummary.objects.count() == 0


def test_two_colleagues_never_overwrite_each_other(head, pair):
    head.post(MINE, typed())
    answer = head.post(MINE, typed(text="Mon autre version."))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "a changé ce texte pendant que vous écriviez" in page
    assert "Mon autre version." in page and "Nous cultivons un potager." in page
    assert head.post(MINE, typed(text="Mon autre version.", seen_revision="1")).status_code == 302
    assert ProjectSummary.objects.get().text == "Mon autre version."


@pytest.mark.parametrize("part", ["coordinator", "administrator", "elected", "reader", "data_officer", "contributor"])
def test_nobody_else_writes_the_project_of_a_school(log_in, pair, part):
    client = log_in(part)
    assert client.get(MINE).status_code == 403
    assert client.post(MINE, typed(publier="1")).status_code == 403
    assert ProjectSummary.objects.count() == 0


def test_one_side_does_not_write_for_the_other(head):
    assert head.get(f"{PAGE}accueil/").status_code == 403
    assert head.get(f"{PAGE}cantine/").status_code == 404
    assert head.get(f"{MINE}?annee=2020").status_code == 404


def test_opening_is_a_gesture_that_both_sides_see(head, pair):
    summary = write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    write_and_publish(pair, Side.SCHOOL)
    assert "Marionnettes" not in head.get(PAGE).content.decode().split("croisements")[0]
    opening = f"{PAGE}{summary.pk}/lecture/?annee=2026"
    for _ in range(2):
        assert head.post(opening)["Location"] == f"{PAGE}?annee=2026#accueil"
    assert SummarySeen.objects.count() == 1 and reading_of(2026).both_opened == 0
    page = head.get(PAGE).content.decode()
    assert "Claire Aubin" in page and "L’année, côte à côte" in page
    head.force_login(make_person("reader"))
    assert head.post(opening).status_code == 403
    assert head.get(opening).status_code == 405


@pytest.fixture
def both(pair, head):
    make_plan()
    write_and_publish(pair, Side.SCHOOL, CONTENT)
    summary = write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    head.post(f"{PAGE}{summary.pk}/lecture/?annee=2026")
    return head


def test_one_click_makes_a_joint_sheet_of_a_crossing(both, pair):
    assert "2 croisements possibles" in both.get(PAGE).content.decode()
    answer = both.post(f"{BASE}croisements/fiche/?annee=2026", {"key": "food.1-food.1"})
    sheet = ActionSheet.objects.get()
    assert answer["Location"] == f"/atelier/fiches/{sheet.pk}/"
    assert (sheet.owner, sheet.co_owner) == (pair.school, pair.care)
    assert both.get(answer["Location"]).status_code == 200
    page = both.get(PAGE).content.decode()
    assert sheet.code in page and "n’a pas encore validé" in page and "1 croisement possible" in page
    again = both.post(f"{BASE}croisements/fiche/?annee=2026", {"key": "food.1-food.1"})
    assert again["Location"] == answer["Location"] and JointSheet.objects.count() == 1


def test_coordinator_chooses_which_side_carries_it(both, pair):
    both.force_login(make_person("coordinator"))
    both.post(f"{BASE}croisements/fiche/?annee=2026", {"key": "food.1-food.1", "side": "care"})
    assert ActionSheet.objects.get().owner == pair.care


def test_without_a_plan_no_sheet_is_made_and_the_page_says_so(head, pair):
    write_and_publish(pair, Side.SCHOOL, CONTENT)
    write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    answer = head.post(f"{BASE}croisements/fiche/?annee=2026", {"key": "food.1-food.1"}, follow=True)
    assert "pas encore de projet de ville" in answer.content.decode() and ActionSheet.objects.count() == 0


def test_a_crossing_is_set_aside_with_a_reason_and_comes_back(both):
    address = f"{BASE}croisements/ecart/?annee=2026"
    refused = both.post(address, {"key": "food.1-food.1", "reason": " "})
    assert refused.status_code == 422 and "Dites pourquoi, en une phrase" in refused.content.decode()
    long = both.post(address, {"key": "food.1-food.1", "reason": "x" * 301})
    assert long.status_code == 422 and "x" * 301 in long.content.decode()
    assert both.post(address, {"key": "food.1-food.1", "reason": "déjà fait l’an passé"}).status_code == 302
    page = both.get(PAGE).content.decode()
    assert "1 croisement écarté" in page and "déjà fait l’an passé" in page
    both.post(f"{BASE}croisements/{CrossingDismissal.objects.get().pk}/retour/?annee=2026")
    assert "2 croisements possibles" in both.get(PAGE).content.decode()


def test_a_crossing_that_is_gone_is_told(both):
    for name in ("fiche", "ecart"):
        answer = both.post(
            f"{BASE}croisements/{name}/?annee=2026", {"key": "sport.9-sport.9", "reason": "non"}, follow=True
        )
        assert "n’est plus proposé" in answer.content.decode()


@pytest.mark.parametrize("part", ["administrator", "elected", "reader", "data_officer", "contributor"])
def test_those_who_are_of_neither_side_join_nothing(log_in, pair, part):
    client = log_in(part)
    write_and_publish(pair, Side.SCHOOL, CONTENT)
    write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    page = client.get(PAGE).content.decode()
    assert "En faire une fiche commune" not in page and "Marionnettes" in page
    for name in ("fiche", "ecart"):
        assert client.post(f"{BASE}croisements/{name}/", {"key": "food.1-food.1", "reason": "non"}).status_code == 403


def test_the_page_takes_as_many_queries_whatever_there_is(both, pair):
    few = queries_of(both, PAGE)
    for number in range(12):
        CrossingDismissal.objects.create(pair=pair, key=f"sport.{number}-sport.1", reason="non", at=timezone.now())
        write_and_publish(pair, Side.SCHOOL, CONTENT if number % 2 else OTHER_CONTENT)
    assert queries_of(both, PAGE) <= few + 1


def test_each_side_is_told_what_waits_for_it(pair, now):
    head = make_person("contributor", name="Claire Aubin", organisation=pair.school)
    manager = make_person("contributor", name="Samira Haddou", organisation=pair.care)
    today = now.date()
    told = awaited_summaries([head, manager], today)
    assert [each.why for each in told[head.pk]] == ["en retard"] and told[head.pk][0].due_on == pair.due_on
    write_and_publish(pair, Side.SCHOOL, by=head)
    told = awaited_summaries([head, manager], today)
    assert head.pk not in told
    assert {each.title for each in told[manager.pk]} == {
        "votre projet en deux pages (Les Tilleuls)",
        "le projet de l’école (Les Tilleuls)",
    }
    assert awaited_summaries([make_person("coordinator")], today) == {}


def test_what_waits_leads_to_its_page(head, pair, now):
    for thing in awaited_summaries([head.person], now.date())[head.person.pk]:
        assert head.get(thing.path).status_code == 200
