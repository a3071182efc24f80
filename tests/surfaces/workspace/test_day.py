"""A person's day: what waits, by when, why, and the one thing to begin with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.notices.waiting import Waiting
from preau.plan.drafting.models import OpenPoint
from preau.surfaces.workspace.day.things import SHOWN, Day, When, by_when, when
from tests.cast import make_big_plan
from tests.surfaces.workspace.conftest import queries_of

TODAY = date(2026, 11, 24)
HOME = "/atelier/"


@pytest.mark.parametrize(
    ("days", "group", "words"),
    [
        (-400, When.LATE, "depuis le 20 octobre 2025"),
        (-31, When.LATE, "depuis le 24 octobre 2026"),
        (-30, When.LATE, "depuis 30 jours"),
        (-1, When.LATE, "depuis 1 jour"),
        (0, When.WEEK, "aujourd’hui"),
        (1, When.WEEK, "demain"),
        (3, When.WEEK, "vendredi"),
        (5, When.WEEK, "dimanche"),
        (6, When.LATER, "avant le 30 novembre 2026"),
    ],
)
def test_a_day_is_said_as_one_says_it(days, group, words):
    day = TODAY + timedelta(days=days)
    assert (when(day, TODAY), by_when(day, TODAY)) == (group, words)


def test_on_sunday_the_week_is_over_tonight():
    sunday = date(2026, 11, 29)
    assert when(sunday, sunday) == When.WEEK
    assert when(sunday + timedelta(days=1), sunday) == When.LATER
    assert by_when(sunday + timedelta(days=1), sunday) == "demain"


def thing(days=None, title="un point"):
    return Waiting(title, "/atelier/", TODAY + timedelta(days=days) if days is not None else None)


@pytest.mark.parametrize(
    ("waiting", "words"),
    [
        ([], "Rien ne vous attend aujourd’hui"),
        ([thing()], "1 chose vous attend"),
        ([thing(-2)], "1 chose vous attend, en retard"),
        ([thing(-2), thing(-3)], "2 choses vous attendent, toutes en retard"),
        ([thing(-2), thing(3), thing()], "3 choses vous attendent, dont 1 en retard"),
    ],
)
def test_the_headline_is_the_answer(waiting, words):
    assert Day(waiting, TODAY).headline == words


def test_the_oldest_of_what_is_late_comes_first_and_stands_alone():
    day = Day([thing(), thing(9), thing(-2, "le récent"), thing(-5, "l’ancien"), thing(1)], TODAY)
    assert day.first.title == "L’ancien"
    assert [(group.when, len(group.things)) for group in day.groups] == [
        ("late", 1),
        ("week", 1),
        ("later", 1),
        ("undated", 1),
    ]


def test_nothing_is_lost_of_two_hundred_things():
    day = Day([thing(number) for number in range(200)], TODAY)
    told = [one for group in day.groups for one in (*group.first, *group.rest)]
    assert len(told) == 199
    assert all(len(group.first) <= SHOWN for group in day.groups)


MAIN = {
    "coordinator": ("1 point à décider", "Commencer par là"),
    "contributor": ("Un point ouvert dans A1.G1.O2", "Commencer par là"),
    "elected": ("1 point à décider", "Commencer par là"),
    "administrator": ("La plateforme ne vous demande rien.", "Voir les imports"),
    "reader": ("Rien ne vous est demandé.", "Lire le projet"),
    "data_officer": ("votre avis vous sera demandé ici", "Ouvrir le projet"),
}


@pytest.mark.parametrize("part", MAIN)
def test_each_part_has_one_main_action(plan, log_in, part):
    page = log_in(part).get(HOME).content.decode()
    main = page[page.index('id="contenu"') :]
    words, action = MAIN[part]
    assert words in main and action in main
    assert main.count('<a class="button"') == 1


def test_when_nothing_waits_each_part_is_told_what_they_may_do(plan, log_in):
    plan.open_points.all().delete()
    plan.suggestions.all().delete()
    for part, words in (
        ("coordinator", "relire le projet"),
        ("contributor", "attendra votre organisation"),
        ("elected", "Aucune décision n’est attendue"),
    ):
        page = log_in(part).get(HOME).content.decode()
        assert "Rien ne vous attend aujourd’hui" in page and words in page


def test_every_link_of_the_day_leads_somewhere(plan, log_in):
    for part in ("coordinator", "contributor", "elected"):
        client = log_in(part)
        first = client.get(HOME).context["day"].first
        assert client.get(first.path).status_code == 200, part


def test_contributor_sees_what_moved_in_what_they_carry(plan, log_in, now):
    from preau.people.accounts.hand import Hand
    from preau.plan.structure.actions import reword

    items = plan.items.select_related("plan", "parent", "row", "owner")
    for code in ("A1.G1.O1", "A1.G1.O2"):
        reword(items.get(code=code), f"Autrement dit, {code}", seen_version=1, hand=Hand(None, now))
    page = log_in("contributor").get(HOME).content.decode()
    moved = page[page.index('id="bouge"') : page.index('id="dates"')]
    assert "A1.G1.O2" in moved and "A1.G1.O1<" not in moved
    assert "30 juin 2027" in page[page.index('id="dates"') :]
    assert "A1.G1.O1<" in log_in("coordinator").get(HOME).content.decode()


def test_news_are_named_and_counted(plan, log_in, now):
    client = log_in("contributor")
    for number in range(5):
        notify(
            [client.person], kind=NoticeKind.REPLIED, subject=f"x:{number}", title=f"Titre {number}", path=HOME, now=now
        )
    page = client.get(HOME).content.decode()
    assert page.count("<strong>Titre") == 3 and "Lire toutes mes nouvelles" in page


def test_the_day_costs_the_same_queries_with_two_hundred_things(log_in, plan, now):
    client = log_in("contributor")
    few = queries_of(client, HOME)
    point = plan.open_points.get(owner__isnull=False)
    for number in range(200):
        OpenPoint.objects.create(
            plan=plan, item=point.item, owner=point.owner, kind="open_list", reason="Une liste.", raised_at=now,
            due_on=TODAY + timedelta(days=number - 20),
        )  # fmt: skip
    assert queries_of(client, HOME) == few
    page = client.get(HOME).content.decode()
    assert page.count("day-when") == 200
    assert "201 choses vous attendent, dont 21 en retard" in page


def test_before_any_plan_the_day_still_says_what_waits(received, coordinator):
    page = coordinator.get(HOME).content.decode()
    assert "La relecture de projet.txt" in page and "Votre projet éducatif commence ici" in page


TIMELINE = "/atelier/frise/"


def test_timeline_is_drawn_and_told(plan, log_in):
    page = log_in("reader").get(TIMELINE).content.decode()
    assert 'role="img" aria-label="1 date, en juin 2027."' in page
    assert "La prochaine date est le 30 juin 2027" in page
    assert "Avril à juin 2027" in page


def test_an_empty_timeline_teaches(plan, log_in):
    plan.items.update(horizon_on=None)
    page = log_in("reader").get(TIMELINE).content.decode()
    assert "Rien n’est daté pour l’instant" in page and "<svg viewBox" not in page[page.index("<main") :]


@pytest.mark.parametrize("query", ["?nature=horizon&axe=1", "?nature=zz&axe=²&quand=hier&page=-3", "?axe=9999999"])
def test_filters_of_the_timeline_ignore_nonsense(plan, log_in, query):
    assert log_in("reader").get(TIMELINE + query).status_code == 200


def test_timeline_turns_to_the_past(plan, log_in):
    plan.items.filter(code="A1.G1.O1").update(horizon_on=date(2026, 9, 30))
    client = log_in("reader")
    assert "Juillet à septembre 2026" not in client.get(TIMELINE).content.decode()
    assert "Juillet à septembre 2026" in client.get(f"{TIMELINE}?quand=passe").content.decode()


def test_timeline_of_five_hundred_dates_is_paged_and_costs_the_same(plan, log_in):
    client = log_in("reader")
    few = queries_of(client, TIMELINE)
    big = make_big_plan(500)
    big.items.filter(kind="operational_objective").update(horizon_on=date(2027, 6, 30))
    assert queries_of(client, TIMELINE) == few
    page = client.get(TIMELINE).content.decode()
    assert "page 1 sur 13" in page and "timeline dense" in page
