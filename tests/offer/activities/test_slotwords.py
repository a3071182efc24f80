"""Slots in words: what is written in a cell is read back unchanged, and people's own ways are understood."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.slots import SlotFacts
from preau.offer.activities.slotwords import UnreadableSlot, keyed, read_slot, read_slots, write_slot, write_slots

_TIMES = st.times(max_value=time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))
_DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
_LABELS = st.text("abcdéèçà 0123456789-’«»/", max_size=30).map(lambda text: " ".join(text.split()))


@st.composite
def lines(draw):
    rhythm = draw(st.sampled_from(list(Rhythm)))
    weekly = rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY)
    season = {Rhythm.ONCE: Season.ALWAYS, Rhythm.HOLIDAYS: Season.HOLIDAYS}.get(rhythm)
    return SlotFacts(
        starts_at=draw(_TIMES),
        ends_at=draw(_TIMES),
        weekday=draw(st.integers(0, 6)) if weekly else None,
        rhythm=rhythm,
        season=season or draw(st.sampled_from(list(Season))),
        first_on=draw(_DAYS) if rhythm == Rhythm.ONCE else draw(st.none() | _DAYS),
        last_on=draw(st.none() | _DAYS),
        capacity=draw(st.none() | st.integers(0, 9999)),
        label=draw(_LABELS),
    )


@given(st.lists(lines(), max_size=4))
def test_what_goes_out_comes_in_unchanged(told):
    assert [line.said for line in read_slots(write_slots(told))] == [line.said for line in told]


@pytest.mark.parametrize(
    ("words", "weekday", "starts", "ends"),
    [
        ("Mercredi 14h-15h30", 2, time(14), time(15, 30)),
        ("le samedi de 9h30 à 11h", 5, time(9, 30), time(11)),
        ("CHAQUE LUNDI 18:00 – 19:15", 0, time(18), time(19, 15)),
        ("jeudis 8 h - 9 h 05", 3, time(8), time(9, 5)),
    ],
)
def test_the_ways_in_which_people_write_a_slot(words, weekday, starts, ends):
    found = read_slot(words)
    assert (found.weekday, found.starts_at, found.ends_at, found.rhythm) == (weekday, starts, ends, "weekly")


@pytest.mark.parametrize("words", ["mercredi", "14:00-15:00", "mercredi 26:00-27:00", "le 31/02/2027 10:00-11:00", "?"])
def test_what_is_no_slot_is_told_with_an_example(words):
    with pytest.raises(UnreadableSlot, match="chaque mercredi 14:00-15:30"):
        read_slot(words)


def test_a_line_that_was_read_corrects_the_slot_of_the_same_day():
    there = [SlotFacts(time(14), time(15), 2, key=7), SlotFacts(time(14), time(15), 5, key=8)]
    wanted = [SlotFacts(time(16), time(17), 5), SlotFacts(time(14), time(15), 2), SlotFacts(time(9), time(10), 0)]
    assert [line.key for line in keyed(wanted, there)] == [8, 7, None]
    assert write_slot(there[0]) == "chaque mercredi 14:00-15:00"
