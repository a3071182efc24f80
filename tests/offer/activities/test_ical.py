"""The calendar that families subscribe to, read back by a parser that is not the one that wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil import rrule
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.activities.calendars import sessions_feed
from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.exceptions import cancel_session, move_session
from preau.offer.activities.ical import CalendarEntry, calendar_feed
from preau.offer.activities.recurrence import occurrences
from preau.offer.activities.sessions import refresh_sessions
from preau.people.accounts.hand import Hand
from tests.cast.calendar import ZONE_C, make_calendar
from tests.cast.offer import make_activity
from tests.cast.sites import make_site

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
PAGE = "https://clairval.example/activites/judo/"
YEAR = date(2026, 9, 1), date(2027, 7, 3)


@dataclass(frozen=True)
class Rule:
    rhythm: str
    season: str
    weekday: int
    starts_at: time
    ends_at: time
    first_on: date
    last_on: date | None = None


HOURS = st.tuples(st.times(), st.times()).map(
    lambda pair: sorted(each.replace(second=0, microsecond=0) for each in pair)
)
RULES = st.builds(
    lambda rhythm, season, weekday, hours, first: Rule(rhythm, season, weekday, *hours, first),
    st.sampled_from(Rhythm),
    st.sampled_from(Season),
    st.integers(0, 6),
    HOURS.filter(lambda pair: pair[0] < pair[1]),
    st.dates(*YEAR),
)


def read(feed):
    """{uid: (start, end)} in UTC, as vobject and dateutil understand the file and its own time zone."""
    calendar = vobject.readOne(feed.decode())
    return {
        each.uid.value: (each.dtstart.value.astimezone(UTC), each.dtend.value.astimezone(UTC))
        for each in calendar.contents.get("vevent", [])
    }


def entry(uid, starts_at, ends_at, **more):
    return CalendarEntry(uid, "Judo", NOW, starts_at, ends_at, **more)


@given(RULES)
def test_a_year_of_sessions_is_read_back_the_same_with_its_holidays_and_both_changes_of_clocks(slot):
    wanted = {f"{each.day}@preau": (each.starts_at, each.ends_at) for each in occurrences(slot, YEAR, ZONE_C)}
    feed = calendar_feed("Judo", [entry(uid, *when) for uid, when in wanted.items()], url=PAGE, now=NOW)
    assert read(feed) == wanted


def test_seventeen_o_clock_stays_seventeen_o_clock_as_a_rule_of_dateutil_would_have_it():
    """dateutil works the same weekly rule out by itself, in the time zone that the file brings along."""
    slot = Rule(Rhythm.WEEKLY, Season.ALWAYS, 3, time(17), time(18), date(2026, 9, 3))
    listed = occurrences(slot, YEAR, ZONE_C)
    feed = calendar_feed(
        "Judo", [entry(str(each.day), each.starts_at, each.ends_at) for each in listed], url=PAGE, now=NOW
    )
    zone = tzical(_timezone_of(feed)).get("Europe/Paris")
    thursdays = rrule.rrule(
        rrule.WEEKLY, dtstart=datetime(2026, 9, 3, 17, tzinfo=zone), until=datetime(2027, 7, 3, tzinfo=zone)
    )
    rest = {day for day in ZONE_C.bank_holidays if day.weekday() == 3}
    assert [start for start, _end in read(feed).values()] == [
        each.astimezone(UTC) for each in thursdays if each.date() not in rest
    ]
    assert {start.hour for start, _end in read(feed).values()} == {15, 16}


def _timezone_of(feed):
    from io import StringIO

    text = feed.decode()
    return StringIO(text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")] + "END:VTIMEZONE\r\n")


@given(st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 26)), st.integers(1, 600))
def test_no_instant_of_the_night_that_is_lived_twice_is_lost(when, minutes):
    starts_at = when.replace(second=0, microsecond=0, tzinfo=UTC)
    ends_at = starts_at + timedelta(minutes=minutes)
    assert read(calendar_feed("Nuit", [entry("nuit", starts_at, ends_at)], url=PAGE, now=NOW)) == {
        "nuit": (starts_at, ends_at)
    }


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_people_write_comes_back_and_lines_stay_short(title, words):
    feed = calendar_feed(
        title, [CalendarEntry("a", title, NOW, NOW, NOW + timedelta(hours=1), description=words)], url=PAGE, now=NOW
    )
    assert all(len(line) <= 75 for line in feed.split(b"\r\n"))
    [event] = vobject.readOne(feed.decode()).contents["vevent"]
    assert event.uid.value == "a"
    letters = [each for each in words if each.isalnum()]
    told = event.contents.get("description", [])
    assert [each for each in (told[0].value if told else "") if each.isalnum()] == letters


def test_what_a_calendar_says_of_itself():
    feed = calendar_feed("Judo, lutte ; et danse", [], url=PAGE, now=NOW)
    calendar = vobject.readOne(feed.decode())
    assert calendar.contents["x-wr-calname"][0].value == "Judo, lutte ; et danse"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in feed
    assert b"BEGIN:VEVENT" not in feed and b"TZID:Europe/Paris" in feed
    assert calendar.method.value == "PUBLISH"


def test_holidays_last_whole_days_and_end_on_the_day_after_the_last():
    [event] = vobject.readOne(
        calendar_feed(
            "Vacances",
            [CalendarEntry("t", "Toussaint", NOW, days=(date(2026, 10, 17), date(2026, 11, 1)))],
            url=PAGE,
            now=NOW,
        ).decode()
    ).contents["vevent"]
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 10, 17), date(2026, 11, 2))
    assert event.transp.value == "TRANSPARENT"


def test_an_event_without_a_time_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="whole days"):
        calendar_feed("Rien", [CalendarEntry("a", "Rien", NOW)], url=PAGE, now=NOW)


@pytest.fixture
def judo():
    site = make_site()
    site.lon, site.lat = 2.164, 48.944
    site.save()
    make_calendar(site.commune)
    activity = make_activity(site=site, booking_words="Inscription sur place, en chaussettes.")
    refresh_sessions(activity, hand=Hand(None, NOW))
    return activity


def events_of(activity):
    activity.refresh_from_db()
    feed = sessions_feed("Judo", [activity], url=PAGE, address_of=lambda each: PAGE, now=NOW)
    return {each.uid.value: each for each in vobject.readOne(feed.decode()).contents["vevent"]}


@pytest.mark.django_db
def test_a_session_says_where_what_and_how_to_come(judo):
    session = judo.sessions.get(day=date(2026, 11, 25))
    event = events_of(judo)[f"seance-{session.pk}.{judo.commune.insee_code}@preau"]
    assert event.summary.value == "Judo" and event.status.value == "CONFIRMED"
    assert event.location.value == "Les Tilleuls, 3 rue des Tilleuls"
    assert event.geo.value == "48.944;2.164" and event.url.value == PAGE
    assert "Inscription sur place, en chaussettes." in event.description.value
    assert event.categories.value == [judo.get_domain_display()]
    assert event.dtstart.value.astimezone(PARIS) == datetime(2026, 11, 25, 14, tzinfo=PARIS)


@pytest.mark.django_db
def test_a_session_that_is_called_off_or_moved_keeps_its_name_and_is_counted_one_up(judo):
    session = judo.sessions.get(day=date(2026, 12, 2))
    uid = f"seance-{session.pk}.{judo.commune.insee_code}@preau"
    before = events_of(judo)
    move_session(session, new_day=date(2026, 12, 5), hand=Hand(None, NOW))
    moved = events_of(judo)
    cancel_session(session, reason="gala", hand=Hand(None, NOW))
    off = events_of(judo)
    assert set(before) == set(moved) == set(off)
    assert moved[uid].dtstart.value.date() == date(2026, 12, 5)
    assert off[uid].status.value == "CANCELLED" and off[uid].summary.value == "Annulé : Judo"
    assert "Cette séance n’a pas lieu : gala." in off[uid].description.value
    numbers = [int(each[uid].sequence.value) for each in (before, moved, off)]
    assert all(earlier < later for earlier, later in pairwise(numbers))


@pytest.mark.django_db
def test_a_feed_of_many_activities_costs_one_query(judo, django_assert_num_queries):
    many = [judo, make_activity("Danse")]
    refresh_sessions(many[1], hand=Hand(None, NOW))
    for each in many:
        each.site, each.commune  # as the caller preloads them  # noqa: B018
    with django_assert_num_queries(1):
        sessions_feed("Tout", many, url=PAGE, address_of=lambda each: PAGE, now=NOW)
