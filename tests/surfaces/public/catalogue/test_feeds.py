"""Any filter can be followed, and is read back by programs that are not ours."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import feedparser
import jsonschema
import pytest
from icalendar import Calendar

from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import touch
from preau.offer.events.models import Event
from tests.cast import make_activity, make_commune
from tests.surfaces.public.catalogue.shelf import make_shelf

pytestmark = pytest.mark.django_db


def test_telephone_follows_the_sessions_of_a_filter(client, now):
    make_shelf(now)
    answer = client.get("/activites/seances.ics?jour=mercredi")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(str(e["summary"]), str(e["status"])) for e in events] == [
        ("Judo", "CONFIRMED"),
        ("Annulé : Judo", "CANCELLED"),
    ]
    assert answer.headers["Content-Type"].startswith("text/calendar")


def test_a_feed_reader_sees_what_changed_last_among_what_is_found(client, now):
    shelf = make_shelf(now)
    Activity.objects.filter(pk=shelf["books"].pk).update(updated_at=now)
    touch(make_commune(), [shelf["books"]])
    told = feedparser.parse(client.get("/activites/nouvelles.rss?age=7").content)
    assert told.bozo == 0
    assert told.feed.title.endswith("\u00a0: 7 ans")
    assert told.entries[0].title == "L’heure du conte"
    assert {entry.title for entry in told.entries} == {"L’heure du conte", "Judo", "Natation"}
    assert len({entry.id for entry in told.entries}) == 3
    assert told.entries[0].link.endswith("/activites/heure-du-conte/")


def test_feeds_forget_the_quotient_that_somebody_left_in_the_address(client, now):
    make_shelf(now)
    for path in ("/activites/nouvelles.rss", "/activites/seances.ics"):
        assert "640" not in client.get(f"{path}?quotient=640&prix=5").content.decode()


def test_open_data_is_what_its_schema_says_page_after_page(client, now):
    make_shelf(now)
    for number in range(120):
        make_activity(f"Judo {number}")
    schema = client.get("/api/activities/schema.json").json()
    address, seen = "/api/activities", []
    while address:
        told = json.loads(client.get(address).content)
        jsonschema.validate(told, schema)
        seen += [each["id"] for each in told["activities"]]
        address = told["next"] and told["next"][told["next"].index("/api/") :]
    assert len(seen) == len(set(seen)) == told["count"] == 124
    assert told["licence"].startswith("https://www.etalab.gouv.fr/")


def test_open_data_take_the_filters_of_the_catalogue_and_name_nobody(client, now):
    make_shelf(now)
    body = client.get("/api/activities?besoin=calme").content.decode()
    assert [each["id"] for each in json.loads(body)["activities"]] == ["judo"]
    for secret in ("Awa Diop", "01 99 00 12 34", "Léa Morel"):
        assert secret not in body
        assert secret not in client.get("/api/activities.csv").content.decode()


def test_spreadsheet_opens_the_catalogue_and_runs_nothing(client, now):
    make_shelf(now)
    make_activity("=1+1", slug="calcul")
    text = client.get("/api/activities.csv").content.decode("utf-8-sig")
    lines = {line["id"]: line for line in csv.DictReader(io.StringIO(text), delimiter=";")}
    assert lines["judo"]["lowest_cents"] == "200"
    assert lines["judo"]["quarter"] == "Les Tilleuls"
    assert lines["calcul"]["title"] == "'=1+1"
    assert "stars" not in lines
    assert "planetarium" in lines


def make_event(title: str, start, hours: int = 2, **facts: object) -> Event:
    end = start + timedelta(hours=hours)
    return Event.objects.create(
        commune=make_commune(), origin="openagenda", official_id=title, fingerprint="x", title=title,
        times=[[start.isoformat(), end.isoformat()]], starts_at=start, ends_at=end, **facts,
    )  # fmt: skip


def test_family_reads_the_agenda_day_by_day_and_telephones_follow_it(client, now):
    make_event("Fête du fleuve", now + timedelta(days=3), place_name="Les Quais", status="cancelled")
    make_event("Hier", now - timedelta(days=1))
    make_event("Parti", now + timedelta(days=3), gone_on=now.date())
    make_event("Loin", now + timedelta(days=300))
    make_event("Piège", now + timedelta(days=4), link="javascript:alert(1)")
    page = client.get("/activites/agenda/").content.decode()
    assert "Fête du fleuve" in page
    assert "annulé" in page
    assert "javascript:" not in page
    for absent in ("Hier", "Parti", "Loin"):
        assert absent not in page
    events = Calendar.from_ical(client.get("/activites/agenda.ics").content).walk("VEVENT")
    assert [str(each["summary"]) for each in events] == ["Fête du fleuve", "Piège"]


def test_an_agenda_without_anything_teaches(client):
    make_commune()
    assert "Rien n’est annoncé" in client.get("/activites/agenda/").content.decode()
