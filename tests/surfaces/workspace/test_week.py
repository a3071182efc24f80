"""The week of a site as a grid: what a child does, what is missing, what comes twice."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from preau.plan.articulation.models import WeekEntry
from preau.surfaces.workspace.sites.weekgrid import week_grid
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.rules import Hours
from tests.cast import make_site
from tests.cast.sheets import make_sheet
from tests.surfaces.workspace.conftest import queries_of

PAGE = "/atelier/sites/les-tilleuls/semaine/"
MONDAY = date(2026, 11, 23)


@pytest.fixture
def site(db):
    return make_site()


def plan_one(site, **more):
    facts = {
        "weekday": 1,
        "band": "evening",
        "starts_at": time(16, 30),
        "ends_at": time(17, 30),
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2027, 7, 2),
        "title": "Marionnettes",
        "age_from": 6,
        "age_to": 8,
    }
    return WeekEntry.objects.create(site=site, **{**facts, **more})


def typed(**more):
    return {
        "seen_version": "0",
        "title": "Atelier cuisine",
        "weekday": "1",
        "starts_at": "16:45",
        "ends_at": "17:45",
        "age_from": "6",
        "age_to": "8",
        "group": "",
        "theme": "food",
        "leader": "l’équipe du soir",
        "starts_on": "2026-11-23",
        "ends_on": "2027-07-02",
        **more,
    }


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_week_without_anything_shows_its_holes(coordinator, site):
    page = text_of(coordinator.get(PAGE))
    assert "13 trous." in page
    assert page.count("rien de prévu") >= 4 and "en classe" in page


def test_a_place_without_hours_says_what_to_do(coordinator):
    make_site(with_hours=False)
    page = text_of(coordinator.get(PAGE))
    assert "Ce lieu n’a pas d’horaires cette semaine." in page and "Voir les horaires" in page


def test_overlaps_and_repetitions_are_in_the_grid_and_in_words(coordinator, site):
    plan_one(site, theme="culture")
    plan_one(site, title="Aide aux leçons", starts_at=time(17), ends_at=time(18))
    for weekday in (0, 3):
        plan_one(site, weekday=weekday, theme="culture", title="Danse")
    page = text_of(coordinator.get(PAGE))
    assert "1 chevauchement" in page and "1 thème qui revient souvent" in page
    assert "× chevauche" in page and "↻ revient souvent" in page
    assert "Mardi, les mêmes enfants sont à deux endroits" in page.replace("\u00a0", " ")
    assert "revient 3 fois" in page and "lundi, mardi et jeudi" in page


def test_an_age_or_a_group_has_its_own_week(coordinator, site):
    plan_one(site)
    plan_one(site, title="Sieste", age_from=3, age_to=5, weekday=3)
    plan_one(site, title="Chorale", group="Chorale & voix", weekday=0)
    everybody = coordinator.get(PAGE).content.decode()
    assert "Sieste" in everybody and "Chorale &amp; voix (6-8 ans)" in everybody
    little = coordinator.get(f"{PAGE}?semaine=2026-11-23&pour=3-5").content.decode()
    assert "Sieste" in little and "Marionnettes" not in little
    [address] = re.findall(r'href="(\?semaine=[^"]*pour=6-8-[^"]*)"', everybody)
    group = coordinator.get(PAGE + address.replace("&amp;", "&")).content.decode()
    assert "Chorale" in group and "Marionnettes" in group and "Sieste" not in group


@pytest.mark.parametrize("query", ["?semaine=hier", "?semaine=9999-12-31", "?pour=x", "?pour=6-", "?pour=" + "9" * 500])
def test_an_address_that_means_nothing_shows_this_week(coordinator, site, query):
    assert "Semaine du 23 novembre 2026" in text_of(coordinator.get(PAGE + query))


def test_weeks_follow_each_other_and_entries_end(coordinator, site):
    plan_one(site, ends_on=date(2026, 11, 24))
    plan_one(site, title="Trop tard", ends_on=date(2026, 11, 23))
    page = coordinator.get(PAGE).content.decode()
    assert "Marionnettes" in page and "Trop tard" not in page
    assert "Marionnettes" not in coordinator.get(f"{PAGE}?semaine=2026-12-02").content.decode()


def test_coordinator_plans_changes_and_removes_an_activity(coordinator, site):
    assert coordinator.post(f"{PAGE}ajout/?semaine=2026-11-23", typed())["Location"] == f"{PAGE}?semaine=2026-11-23"
    entry = WeekEntry.objects.get()
    assert (entry.band, entry.leader) == ("evening", "l’équipe du soir")
    address = f"{PAGE}{entry.pk}/modifier/"
    assert coordinator.post(address, typed(seen_version="1", title="Soupe")).status_code == 302
    stale = coordinator.post(address, typed(seen_version="1", title="Tarte"))
    assert stale.status_code == 422
    assert "Soupe" in stale.content.decode() and 'value="Tarte"' in stale.content.decode()
    assert coordinator.post(address, typed(seen_version="2", title="Tarte")).status_code == 302
    assert coordinator.post(f"{PAGE}{entry.pk}/retrait/").status_code == 302
    assert coordinator.get(address).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Dites ce que font les enfants."),
        ({"ends_at": "16:00"}, "La fin vient avant le début."),
        ({"age_to": "5"}, "Cet âge est plus petit que le premier."),
        ({"age_to": "99"}, "inférieure ou égale à 25"),
        ({"ends_on": "2026-01-01"}, "La fin vient avant le début."),
        ({"weekday": "6"}, "Ce lieu n’ouvre pas le dimanche"),
        ({"starts_at": "20:00", "ends_at": "21:00"}, "Ce lieu n’ouvre pas le mardi"),
        ({"starts_at": "soir"}, "Saisissez une heure valide."),
        ({"starts_on": "2020-01-01", "ends_on": "2020-02-01"}, "Ce lieu n’ouvre pas le mardi"),
    ],
)
def test_a_wrong_activity_says_what_to_mend_and_keeps_the_rest(coordinator, site, wrong, sentence):
    answer = coordinator.post(f"{PAGE}ajout/", typed(**wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode() and "l’équipe du soir" in answer.content.decode()
    assert WeekEntry.objects.count() == 0


def test_an_action_that_runs_waits_for_its_day_then_has_it(coordinator, site):
    sheet = make_sheet("running", starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 30), sites=[site])
    page = coordinator.get(PAGE).content.decode()
    assert "Jour à fixer" in page and sheet.code in page
    form = coordinator.get(f"{PAGE}ajout/?fiche={sheet.pk}").content.decode()
    assert f'value="{sheet.title}"' in form
    coordinator.post(f"{PAGE}ajout/", typed(sheet=str(sheet.pk)))
    page = coordinator.get(PAGE).content.decode()
    assert "Jour à fixer" not in page and f"/atelier/fiches/{sheet.pk}/" in page


@pytest.mark.parametrize("side", ["school", "care"])
def test_both_sides_plan_the_week_of_their_place_and_of_no_other(log_in, site, side):
    client = log_in("contributor", organisation=getattr(site, side))
    assert client.post(f"{PAGE}ajout/", typed()).status_code == 302
    other = make_site("Le Lavoir")
    entry = plan_one(other)
    assert client.post("/atelier/sites/le-lavoir/semaine/ajout/", typed()).status_code == 403
    assert client.post(f"{PAGE}{entry.pk}/retrait/").status_code == 404


@pytest.mark.parametrize("part", ["administrator", "contributor", "elected", "reader", "data_officer"])
def test_others_look_and_plan_nothing(log_in, site, part):
    client = log_in(part)
    entry = plan_one(site)
    page = client.get(PAGE).content.decode()
    assert "Marionnettes" in page and "Ajouter une activité" not in page and "/modifier/" not in page
    for address in (f"{PAGE}ajout/", f"{PAGE}{entry.pk}/modifier/", f"{PAGE}{entry.pk}/retrait/"):
        assert client.post(address, typed()).status_code == 403, address


def test_two_hundred_activities_take_as_many_queries_as_one(coordinator, site):
    plan_one(site)
    few = queries_of(coordinator, PAGE)
    for number in range(200):
        plan_one(site, title=f"Atelier {number} au nom assez long", group=f"Groupe {number % 20}", weekday=number % 5)
    assert queries_of(coordinator, PAGE) == few


def test_the_grid_is_a_table_whose_rows_have_all_their_columns(coordinator, site):
    plan_one(site, weekday=5)  # a Saturday when nothing opens
    page = coordinator.get(PAGE).content.decode()
    table = page[page.index('<table class="week"') : page.index("</table>")]
    width = table[: table.index("</thead>")].count("<th ") - 1
    for row in table.split("<tr ")[2:]:
        cells = re.findall(r"<td[^>]*>", row)
        spans = [int(found.group(1)) if (found := re.search(r' colspan="(\d+)"', cell)) else 1 for cell in cells]
        assert sum(spans) == width, row


def band(weekday, name, start, end):
    return Hours(weekday, TimeBand(name), time.fromisoformat(start), time.fromisoformat(end))


def test_a_band_of_one_day_takes_the_columns_that_its_day_leaves_empty():
    monday = [
        band(0, "morning", "07:30", "08:30"),
        band(0, "school", "08:30", "12:00"),
        band(0, "evening", "16:00", "18:00"),
    ]
    wednesday = [band(2, "school", "08:30", "12:00"), band(2, "wednesday", "12:00", "18:00")]
    friday = [
        band(4, "morning", "07:30", "08:30"),
        band(4, "evening", "16:00", "18:00"),
        band(4, "club", "18:00", "20:00"),
    ]
    days = [(date(2026, 11, 23), monday), (date(2026, 11, 25), wednesday), (date(2026, 11, 27), friday)]
    grid = week_grid(days, [])
    assert [(each.band, each.is_twice) for each in grid.columns] == [
        ("morning", False),
        ("school", False),
        ("evening", False),
    ]
    told = [[(cell.span, [slot.hours.band for slot in cell.slots]) for cell in day.cells] for day in grid.days]
    assert told == [
        [(1, ["morning"]), (1, ["school"]), (1, ["evening"])],
        [(1, []), (1, ["school"]), (1, ["wednesday"])],
        [(1, ["morning"]), (1, []), (1, ["evening", "club"])],
    ]


def test_a_place_open_one_day_a_week_has_its_columns_too():
    saturday = [band(5, "club", "09:00", "12:00"), band(5, "youth", "14:00", "18:00")]
    grid = week_grid([(date(2026, 11, 28), saturday)], [])
    assert grid.width == 2 and [len(day.cells) for day in grid.days] == [2]


def test_reading_the_week_of_a_place_that_is_not_there(coordinator):
    assert coordinator.get("/atelier/sites/nulle-part/semaine/").status_code == 404
