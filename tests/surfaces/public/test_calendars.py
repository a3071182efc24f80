"""What a parent reads of the year, and what their telephone subscribes to."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import vobject

from preau.offer.activities.enums import EntryState
from preau.offer.activities.sessions import refresh_sessions
from preau.people.accounts.hand import Hand
from preau.town.calendar.closing import ClosureFacts, add_closure, change_closure
from preau.town.calendar.enums import ClosureKind
from tests.cast import make_commune, make_site
from tests.cast.calendar import make_calendar
from tests.cast.offer import make_activity

pytestmark = pytest.mark.django_db
SUMMER = Hand(None, datetime(2026, 8, 20, 8, 0, tzinfo=UTC))


@pytest.fixture
def commune():
    commune = make_commune()
    make_calendar(commune)
    return commune


def text_of(answer) -> str:
    return answer.content.decode().replace("\xa0", " ").replace("\u202f", " ")


def works(site=None, day=date(2026, 12, 7)):
    return ClosureFacts(ClosureKind.WORKS, "vidange du bassin", day, day, site)


def events_of(answer):
    return {each.uid.value: each for each in vobject.readOne(answer.content.decode()).contents.get("vevent", [])}


def test_a_parent_reads_the_next_holidays_first(client, commune):
    page = text_of(client.get("/calendrier/"))
    assert "Vacances de Noël dans 25 jours</h1>" in page
    assert "Du 19 décembre 2026 au 3 janvier 2027. Retour en classe le lundi 4 janvier." in page
    assert 'href="webcal://testserver/calendrier/vacances.ics"' in page


@pytest.mark.parametrize(
    ("today", "answer"),
    [
        (datetime(2026, 12, 18, 12, tzinfo=UTC), "Vacances de Noël : demain"),
        (datetime(2026, 12, 19, 12, tzinfo=UTC), "Vacances de Noël jusqu’au dimanche 3 janvier"),
        (datetime(2027, 8, 20, 12, tzinfo=UTC), "Vacances d’été jusqu’au mardi 31 août"),
        (datetime(2027, 9, 2, 12, tzinfo=UTC), "L’année scolaire 2027-2028"),
    ],
)
def test_the_answer_of_each_day(client, commune, today, answer):
    import time_machine

    with time_machine.travel(today, tick=False):
        assert answer in text_of(client.get("/calendrier/"))


def test_closures_are_told_but_for_places_that_the_town_does_not_show(client, commune):
    shown, hidden = make_site(), make_site("Le Dépôt", with_hours=False)
    hidden.is_public = False
    hidden.save()
    add_closure(commune, works(shown), hand=SUMMER)
    add_closure(commune, works(hidden), hand=SUMMER)
    page, feed = text_of(client.get("/calendrier/")), client.get("/calendrier/vacances.ics").content.decode()
    assert "Les Tilleuls" in page and "Vidange du bassin" in page and "Le Dépôt" not in page
    assert "Les Tilleuls" in feed and "Dépôt" not in feed


def test_a_town_without_a_calendar_says_that_the_dates_are_coming(client):
    assert client.get("/calendrier/").status_code == 404
    make_commune()
    assert "Les dates arrivent" in text_of(client.get("/calendrier/"))
    assert events_of(client.get("/calendrier/vacances.ics")) == {}


def test_the_page_costs_a_fixed_number_of_queries(client, commune, django_assert_num_queries):
    client.get("/calendrier/")
    for number in range(20):
        add_closure(commune, works(make_site(f"Lieu {number}", with_hours=False)), hand=SUMMER)
    with django_assert_num_queries(9):
        client.get("/calendrier/")


def test_a_telephone_gets_holidays_closures_and_the_return_to_class(client, commune):
    closure = add_closure(commune, works(make_site()), hand=SUMMER)
    answer = client.get("/calendrier/vacances.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = events_of(answer)
    told = {each.summary.value: (each.dtstart.value, each.dtend.value) for each in events.values()}
    assert told["Vacances de Noël"] == (date(2026, 12, 19), date(2027, 1, 4))
    assert told["Rentrée des classes"] == (date(2026, 9, 1), date(2026, 9, 2))
    assert told["Les Tilleuls, fermé : vidange du bassin"] == (date(2026, 12, 7), date(2026, 12, 8))
    uid = next(uid for uid in events if uid.startswith("fermeture-"))
    change_closure(closure, works(closure.site, date(2026, 12, 14)), seen_version=1, hand=SUMMER)
    moved = events_of(client.get("/calendrier/vacances.ics"))
    assert set(moved) == set(events)
    assert int(moved[uid].sequence.value) > int(events[uid].sequence.value)
    assert moved[uid].dtstart.value == date(2026, 12, 14)


def test_a_telephone_that_comes_back_is_told_that_nothing_changed(client, commune):
    first = client.get("/calendrier/vacances.ics")
    again = client.get("/calendrier/vacances.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_activity_has_its_own_calendar_and_only_when_families_see_it(client, commune):
    judo = make_activity(site=make_site())
    refresh_sessions(judo, hand=SUMMER)
    answer = client.get("/activites/judo/seances.ics")
    events = events_of(answer)
    coming = judo.sessions.filter(starts_at__gte=datetime(2026, 10, 24, tzinfo=UTC)).count()
    assert len(events) == coming and {each.url.value for each in events.values()} == {
        "http://testserver/activites/judo/"
    }
    draft = make_activity("Brouillon", state=EntryState.DRAFT)
    assert client.get(f"/activites/{draft.slug}/seances.ics").status_code == 404
    assert client.get("/activites/rien/seances.ics").status_code == 404
    assert client.post("/activites/judo/seances.ics").status_code == 405
