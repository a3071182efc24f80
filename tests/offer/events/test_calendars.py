"""Calendar files: every time of every event on the clocks of France, and a clean sentence for what can’t be read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import example, given, settings
from hypothesis import strategies as st

from preau.foundation.tables import UnreadableTable
from preau.offer.events.calendars import rows_of_calendar
from preau.offer.events.models import Event
from preau.offer.events.recurring import MOST_TIMES
from preau.offer.events.sources import CALENDARS
from preau.people.accounts.hand import Hand
from preau.town.opendata.desk import carry_out, confirm, look, receive
from preau.town.opendata.outlook import Options
from preau.town.opendata.source import LineRefused, Record
from tests.cast import make_commune, make_person

TODAY = date(2026, 11, 24)


def calendar(*events: str, head: str = "") -> bytes:
    bodies = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Clairval//FR\n{head}{bodies}END:VCALENDAR\n".encode()


def read(data: bytes) -> list[Record]:
    rows = list(rows_of_calendar(data, today=TODAY, name="agenda.ics"))
    found = [CALENDARS.layout(rows[0])(row) for row in rows]
    return [record for record in found if record is not None]


def times(*events: str) -> list[str]:
    """The beginnings of the only event, to the minute."""
    (record,) = read(calendar(*events))
    return [start[:16] for start, _end in record.fields["times"]]


def refusal(data: bytes) -> str:
    (row,) = rows_of_calendar(data, today=TODAY)
    with pytest.raises(LineRefused) as refused:
        CALENDARS.layout(row)(row)
    return refused.value.reason


WORKSHOP = "UID:atelier-1\nSUMMARY:Atelier terre\n"
WEDNESDAYS = WORKSHOP + "DTSTART;TZID=Europe/Paris:20261014T140000\nDTEND;TZID=Europe/Paris:20261014T153000\n"


def test_a_parent_sees_what_the_organiser_wrote():
    (record,) = read(
        calendar(
            WEDNESDAYS
            + "DESCRIPTION:Pour les 6-10 ans\\, écrire à lise@exemple.fr\nLOCATION:La Fabrique\nGEO:48.94;2.17\n"
            "URL:https://clairval.exemple/terre\nCATEGORIES:Enfants,Arts\nORGANIZER;CN=Lise Orme:mailto:lise@exemple.fr",
            head="X-WR-CALNAME:La Fabrique\n",
        )
    )
    assert record.official_id == "atelier-1"
    assert (
        record.fields
        | {
            "title": "Atelier terre",
            "description": "Pour les 6-10 ans, écrire à [adresse électronique]",
            "place_name": "La Fabrique",
            "lon": 2.17,
            "lat": 48.94,
            "link": "https://clairval.exemple/terre",
            "keywords": ["Enfants", "Arts"],
            "calendar": "La Fabrique",
            "status": "scheduled",
            "times": [["2026-10-14T14:00:00+02:00", "2026-10-14T15:30:00+02:00"]],
        }
        == record.fields
    )
    assert "Orme" not in str(record.fields)


def test_each_wednesday_stays_at_two_o_clock_when_the_clocks_change():
    (record,) = read(calendar(WEDNESDAYS + "RRULE:FREQ=WEEKLY;UNTIL=20261104T130000Z"))
    assert [start for start, _end in record.fields["times"]] == [
        "2026-10-14T14:00:00+02:00",
        "2026-10-21T14:00:00+02:00",
        "2026-10-28T14:00:00+01:00",
        "2026-11-04T14:00:00+01:00",
    ]


def test_days_off_are_taken_out_and_added_days_come_in():
    found = times(
        WEDNESDAYS + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Paris:20261021T140000\nEXDATE;VALUE=DATE:20261028\n"
        "RDATE;TZID=Europe/Paris:20261017T100000"
    )
    assert found == ["2026-10-14T14:00", "2026-10-17T10:00", "2026-11-04T14:00"]


def test_a_session_that_moved_is_told_once_and_one_called_off_is_not():
    found = times(
        WEDNESDAYS + "RRULE:FREQ=WEEKLY;COUNT=3",
        WORKSHOP + "RECURRENCE-ID;TZID=Europe/Paris:20261021T140000\nDTSTART;TZID=Europe/Paris:20261022T100000",
        WORKSHOP + "RECURRENCE-ID:20261028T130000Z\nDTSTART;TZID=Europe/Paris:20261028T140000\nSTATUS:CANCELLED",
    )
    assert found == ["2026-10-14T14:00", "2026-10-22T10:00"]


def test_a_moved_session_without_its_series_is_an_event_of_its_own():
    assert times(WORKSHOP + "RECURRENCE-ID:20261021T120000Z\nDTSTART:20261022T080000Z") == ["2026-10-22T10:00"]


def test_a_whole_day_goes_from_midnight_to_midnight_in_paris():
    (record,) = read(calendar(WORKSHOP + "DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261026"))
    assert record.fields["times"] == [["2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"]]


@pytest.mark.parametrize("start", ["DTSTART:20261205T100000", "DTSTART;TZID=Ville/Imaginaire:20261205T100000"])
def test_a_time_without_a_zone_or_of_an_unknown_one_is_a_time_in_paris(start):
    assert times(WORKSHOP + start) == ["2026-12-05T10:00"]


def test_an_endless_series_is_unfolded_two_years_ahead_and_a_year_behind():
    found = times(WORKSHOP + "DTSTART;TZID=Europe/Paris:20200106T180000\nRRULE:FREQ=WEEKLY")
    assert (found[0], found[-1]) == ("2025-11-24T18:00", "2028-11-20T18:00")


def test_a_series_that_is_over_is_still_told():
    assert len(times(WORKSHOP + "DTSTART:20100104T170000Z\nRRULE:FREQ=DAILY;COUNT=5")) == 5


def test_no_event_has_more_times_than_a_page_can_show():
    assert len(times(WORKSHOP + "DTSTART:20250101T080000Z\nRRULE:FREQ=DAILY")) == MOST_TIMES


def test_what_its_author_keeps_private_is_not_taken():
    assert (
        read(calendar(WEDNESDAYS + "CLASS:PRIVATE", "UID:2\nSUMMARY:Fête\nDTSTART:20261205T100000Z"))[0].fields["title"]
        == "Fête"
    )


def test_two_events_without_a_key_are_two_events_and_the_same_ones_next_time():
    data = calendar("SUMMARY:Loto\nDTSTART:20261205T100000Z", "SUMMARY:Loto\nDTSTART:20261212T100000Z")
    first, second = (read(data) for _ in range(2))
    assert len({record.official_id for record in first}) == 2
    assert first == second


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("UID:1\nSUMMARY:Loto", "n’a pas de date"),
        ("UID:1\nDTSTART:20261205T100000Z", "n’a pas de titre"),
        ("UID:1\nSUMMARY:Loto\nDTSTART:demain", "n’est pas lisible"),
        ("UID:1\nSUMMARY:Loto\nDTSTART:20261205T100000Z\nRRULE:FREQ=PARFOIS", "répétition n’est pas lisible"),
        ("UID:1\nSUMMARY:Loto\nDTSTART:20261205T100000Z\nRRULE:FREQ=DAILY;INTERVAL=0", "répétition n’est pas lisible"),
        ("UID:1\nSUMMARY:Loto\nDTSTART:20261205T100000Z\nRRULE:FREQ=SECONDLY", "plus fréquente que chaque jour"),
        ("UID:1\nSUMMARY:Loto\nDTSTART:20261205T100000Z\nEXDATE:20261205T100000Z", "ont été retirées"),
    ],
)
def test_an_event_that_can_not_be_read_is_refused_with_a_reason(event, said):
    assert said in refusal(calendar(event))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_calendar"),
        (b"Bonjour", "broken_calendar"),
        (calendar(WEDNESDAYS).partition(b"SUMMARY")[0], "truncated_calendar"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no_event"),
        (b"\xff\xfe\x00", "broken_calendar"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_a_sentence(data, code):
    with pytest.raises(UnreadableTable) as refused:
        rows_of_calendar(data, today=TODAY)
    assert refused.value.code == code
    assert refused.value.sentence.endswith(".") or refused.value.sentence.endswith(").")


def test_the_engine_opens_a_calendar_as_it_opens_a_table(tmp_path):
    path = tmp_path / "agenda.ics"
    path.write_bytes(calendar(WEDNESDAYS, "UID:2\nSUMMARY:Loto"))
    with CALENDARS.open(path, "Agenda de la ville", today=TODAY) as table:
        rows = list(table.rows)
    assert [(row.number, row.values["title"], bool(row.fault)) for row in rows] == [
        (1, "Atelier terre", False),
        (2, "Loto", True),
    ]
    assert rows[0].values["calendar"] == "Agenda de la ville"


def test_every_sample_is_read_or_refused_with_a_sentence(shared):
    """Each of the 111 files: events with times, lines refused one by one, or a sentence for the whole file."""
    read_files = refused_files = lines = refused_lines = 0
    for path in sorted((shared / "data" / "ics-samples").glob("*.ics")):
        try:
            rows = list(rows_of_calendar(path.read_bytes(), today=TODAY, name=path.name))
        except UnreadableTable as refused:
            assert refused.sentence
            refused_files += 1
            continue
        read_files += 1
        for row in rows:
            try:
                record = CALENDARS.layout(row)(row)
            except LineRefused as refused:
                assert refused.reason
                refused_lines += 1
            else:
                lines += record is not None
    assert read_files + refused_files == 111
    assert (refused_files, lines, refused_lines) == (26, 60, 49)


_LINES = st.sampled_from(
    (
        "BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|BEGIN:VTIMEZONE|END:VTIMEZONE|UID:1|SUMMARY:Loto|"
        "DTSTART:20261205T100000Z|DTSTART;VALUE=DATE:20261205|DTSTART:99991231T235959Z|DTSTART:00010101|DTEND:20200101|"
        "DURATION:-P1D|RRULE:FREQ=DAILY|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1|RRULE:FREQ=MONTHLY;BYDAY=5MO|"
        "RDATE:20261206T100000Z|RDATE;VALUE=PERIOD:20261206T100000Z/PT1H|EXDATE:20261205T100000Z|GEO:1;2|GEO:x|"
        "RECURRENCE-ID:20261205T100000Z|CATEGORIES:a,b|TZID:Là|TZOFFSETTO:+9900|TZOFFSETFROM:+0100|BEGIN:STANDARD|END:STANDARD"
    ).split("|")
)


def survives(data: bytes) -> Any:
    try:
        for row in rows_of_calendar(data, today=TODAY):
            CALENDARS.layout(row)(row)
    except (UnreadableTable, LineRefused) as refused:
        return refused.args


@given(st.lists(st.one_of(_LINES, st.text(max_size=30)), max_size=25))
@example(["BEGIN:VEVENT", "UID:1", "SUMMARY:Loto", "DTSTART:99991231T235959Z", "RRULE:FREQ=DAILY", "END:VEVENT"])
@settings(max_examples=60)
def test_no_mixture_of_calendar_lines_brings_the_importer_down(lines):
    survives("\r\n".join(lines).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
@settings(max_examples=40)
def test_no_bytes_bring_the_importer_down(data):
    survives(data)
    survives(calendar(WEDNESDAYS).replace(b"SUMMARY", data))


@pytest.mark.django_db
def test_an_agent_sends_a_calendar_and_sees_what_it_would_bring(now):
    sent = SimpleUploadedFile("agenda.ics", calendar(WEDNESDAYS + "RRULE:FREQ=WEEKLY;COUNT=3", "UID:2\nSUMMARY:Loto"))
    hand = Hand(make_person("agent"), now)
    run = receive(sent, source=CALENDARS, commune=make_commune(), options=Options(), hand=hand)
    seen = look(run, CALENDARS, now=now)
    assert (seen.state, seen.created, seen.refused) == ("previewed", 1, 1)
    confirm(seen, accept_gone=False, hand=hand)
    seen.refresh_from_db()
    assert carry_out(seen, CALENDARS, now=now).state == "done"
    assert len(Event.objects.get().times) == 3


@pytest.mark.django_db
def test_a_table_sent_as_a_calendar_is_refused_with_a_sentence(now):
    sent = SimpleUploadedFile("agenda.ics", b"date;nom\n2026-12-25;Loto\n")
    hand = Hand(make_person("agent"), now)
    run = receive(sent, source=CALENDARS, commune=make_commune(), options=Options(), hand=hand)
    seen = look(run, CALENDARS, now=now)
    assert (seen.state, seen.error.startswith("Ce calendrier est mal formé")) == ("refused", True)
