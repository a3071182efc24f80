"""Days that come and pass are told once, to those who carry the action."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from preau.plan.sheets import stepping
from preau.plan.sheets.models import SheetReminder
from preau.plan.sheets.opinions import AppFacts, add_app, give_opinion
from preau.plan.sheets.reminders import remind
from preau.plan.sheets.tasks import remind_of_sheets
from preau.plan.sheets.writing import edit_sheet
from preau.surfaces.shell.waiting.sheets import asked_opinions, carried_sheets
from tests.cast import make_organisation, make_person
from tests.cast.sheets import agree, fresh, make_sheet, the_co_owner, the_owner
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
STARTS, ENDS = date(2027, 1, 11), date(2027, 3, 26)
HAND = Hand(None, NOW)


@pytest.fixture
def awa(db):
    return make_person("contributor", organisation=the_owner())


@pytest.fixture
def claire(db):
    return make_person("contributor", name="Claire Aubin", organisation=the_co_owner())


def told(person, kind):
    return [each.title.split(" · ")[0] for each in person.notices.filter(kind=kind)]


@pytest.mark.parametrize(
    ("state", "today", "said"),
    [
        ("scheduled", STARTS, []),
        ("scheduled", STARTS + timedelta(1), ["Le début de F2026-1 est passé : démarrez l’action ou changez sa date"]),
        ("running", ENDS, []),
        ("running", ENDS + timedelta(1), ["F2026-1 est finie : écrivez son bilan"]),
        ("running", ENDS + timedelta(30), ["Le bilan de F2026-1 est attendu depuis un mois"]),
        ("reviewed", ENDS + timedelta(40), []),
        ("draft", STARTS + timedelta(1), []),
    ],
)
def test_the_owner_is_told_of_a_day_that_passed_once(awa, state, today, said):
    make_sheet(state)
    Notice.objects.all().delete()
    assert remind(today=today, now=NOW) == len(said)
    assert remind(today=today, now=NOW) == 0
    assert not said or remind(today=today + timedelta(days=1 if state == "scheduled" else 0), now=NOW) == 0
    assert told(awa, "due") == said
    assert set(Notice.objects.values_list("times", flat=True)) <= {1}


def test_after_a_month_the_review_is_asked_for_again(awa):
    make_sheet("running")
    for days in range(1, 40):
        remind(today=ENDS + timedelta(days), now=NOW)
    assert SheetReminder.objects.count() == 2


def test_a_milestone_is_told_a_week_before_and_again_when_its_day_changes(awa):
    sheet = make_sheet("co_validated")
    line = sheet.milestones.create(name="Réserver le car", due_on=date(2026, 12, 4))
    assert remind(today=date(2026, 11, 26), now=NOW) == 0
    assert remind(today=date(2026, 11, 27), now=NOW) == 1
    assert told(awa, "due") == ["« Réserver le car » dans F2026-1"]
    line.due_on = date(2026, 12, 3)
    line.save()
    assert remind(today=date(2026, 11, 27), now=NOW) == 1
    line.done_at = NOW
    line.save()
    assert remind(today=date(2026, 12, 3), now=NOW) == 0


def test_the_morning_job_runs_as_often_as_it_likes(awa):
    make_sheet("scheduled", starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 30))
    assert [remind_of_sheets.call() for _ in range(3)] == [1, 0, 0]


def test_an_organisation_without_anybody_is_spoken_for_by_the_coordination(awa):
    nadia = make_person("coordinator")
    make_sheet("proposed", co_owner=make_organisation("Lycée", "secondary_school"))
    assert told(nadia, "asked") == ["F2026-1 attend votre validation"]


def test_those_who_agreed_are_asked_again_when_the_substance_changes(awa, claire):
    sheet = make_sheet("proposed")
    stepping.validate(sheet, organisation=the_co_owner(), hand=Hand(claire, NOW))
    Notice.objects.all().delete()
    edit_sheet(sheet, {"title": "Autre chose"}, seen_version=fresh(sheet).version, hand=Hand(awa, NOW))
    assert told(claire, "asked") == ["F2026-1 attend votre validation"]
    assert told(awa, "asked") == []


@pytest.mark.parametrize("step", ["reject", "redraft", "cancel"])
def test_both_sides_are_told_of_a_step_backwards(awa, claire, step):
    getattr(stepping, step)(make_sheet("proposed"), hand=Hand(claire, NOW), reason="La salle a brûlé.")
    titles = list(awa.notices.exclude(kind="asked").values_list("title", flat=True))
    assert len(titles) == 1
    assert "La salle a brûlé" not in titles[0]


def test_the_data_officer_is_asked_once_the_sheet_may_be_read(awa):
    officer = make_person("data_officer")
    sheet = make_sheet()
    add_app(sheet, AppFacts("Carnet", "", "Photos", "", False), hand=HAND)
    assert not officer.notices.exists()
    stepping.propose(sheet, hand=HAND)
    assert told(officer, "asked") == ["Votre avis sur une application de F2026-1"]
    give_opinion(sheet.apps.get(), "favourable", hand=Hand(officer, NOW))
    assert told(awa, "replied") == ["Avis donné sur une application de F2026-1"]


def test_what_waits_for_each_person_is_told_in_a_fixed_number_of_queries(awa, claire, django_assert_num_queries):
    officer, reader = make_person("data_officer"), make_person("reader")
    proposed = make_sheet("proposed")
    agree(proposed, the_owner())
    running = make_sheet("running", starts_on=date(2026, 9, 7), ends_on=date(2026, 10, 2))
    running.milestones.create(name="Rendre les gilets", due_on=date(2026, 11, 20))
    proposed.apps.create(name="Carnet", purpose="Photos")
    people = [awa, claire, officer, reader]
    with django_assert_num_queries(5):
        found = carried_sheets(people, NOW.date())
    assert {person.full_name: [thing.title for thing in found.get(person.pk, ())] for person in people} == {
        "Awa Diarra": ["écrire le bilan de F2026-2", "Rendre les gilets (F2026-2)"],
        "Claire Aubin": ["valider F2026-1"],
        "Sylvie Roussel": [],
        "Thomas Nguyen": [],
    }
    with django_assert_num_queries(2):
        found = asked_opinions(people, NOW.date())
    assert {key: [thing.title for thing in things] for key, things in found.items()} == {
        officer.pk: ["votre avis sur « Carnet » (F2026-1)"]
    }


def test_every_waiting_thing_leads_somewhere(awa, claire, client):
    make_sheet("proposed").apps.create(name="Carnet", purpose="Photos")
    officer = make_person("data_officer")
    for person, source in ((awa, carried_sheets), (claire, carried_sheets), (officer, asked_opinions)):
        client.force_login(person)
        for thing in source([person], NOW.date())[person.pk]:
            assert client.get(thing.path).status_code == 200
