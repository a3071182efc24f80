"""A school year as people look at it, and as those who listen hear it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.calendar.enums import DayKind, TimeBand
from preau.town.calendar.moments import moment_at
from preau.town.calendar.schoolcalendar import Closing, Local, SchoolCalendar
from preau.town.calendar.wording import dates_words, day_words, moment_words
from preau.town.calendar.year import Occasion, dates, months, next_holidays, years
from tests.cast.calendar import ZONE_C
from tests.town.calendar.test_moments import CALENDAR, SCHOOL, SITE, WEEKS

TODAY = date(2026, 11, 24)
POOL = Closing("travaux du bassin", date(2026, 12, 7), date(2026, 12, 18), 5)


def test_a_year_has_twelve_months_each_day_once():
    drawn = months(ZONE_C, 2026, TODAY)
    days = [cell.day for month in drawn for week in month.weeks for cell in week if cell]
    assert (days[0], days[-1], len(days)) == (date(2026, 9, 1), date(2027, 8, 31), 365)
    assert all(len(week) == 7 for month in drawn for week in month.weeks)
    assert all(
        cell.day.weekday() == at for month in drawn for week in month.weeks for at, cell in enumerate(week) if cell
    )
    assert [cell.day for month in drawn for week in month.weeks for cell in week if cell and cell.is_today] == [TODAY]


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)))
def test_what_a_square_shows_the_list_says(day):
    calendar = replace(ZONE_C, closures=(POOL, Closing("pont", date(2027, 5, 7), date(2027, 5, 7))))
    cells = {cell.day: cell for month in months(calendar, 2026, TODAY) for week in month.weeks for cell in week if cell}
    told = [each for each in dates(calendar, 2026) if each.first_day <= day <= each.last_day]
    cell = cells[day]
    if cell.kind in (DayKind.HOLIDAYS, DayKind.BANK_HOLIDAY, DayKind.CLOSED):
        assert cell.words in [each.name for each in told]
    if cell.has_local_closure:
        assert POOL in [each.closing for each in told]
    if not told:
        assert cell.kind in (DayKind.TERM, DayKind.WEEKEND)


def test_the_list_begins_with_the_return_and_ends_with_the_summer():
    told = dates(ZONE_C, 2026)
    assert (told[0].occasion, told[0].first_day) == (Occasion.RETURN, date(2026, 9, 1))
    assert told[1].name == "Vacances de la Toussaint" and told[1].back_on == date(2026, 11, 2)
    assert [each.name for each in told if each.occasion == Occasion.HOLIDAYS][-1] == "Vacances d’été"
    assert [each.first_day for each in told if each.occasion == Occasion.LAST_DAY] == [date(2027, 7, 2)]


def test_days_with_class_against_the_official_calendar_are_told():
    own = replace(ZONE_C, locals=(Local("Classe le 7 mai", date(2027, 5, 7), date(2027, 5, 7), has_class=True),))
    assert [each.name for each in dates(own, 2026) if each.occasion == Occasion.CLASS] == ["Classe le 7 mai"]


def test_the_next_holidays_are_those_that_run_or_those_that_come():
    assert next_holidays(ZONE_C, TODAY).name == "Vacances de Noël"
    assert next_holidays(ZONE_C, TODAY).back_on == date(2027, 1, 4)
    assert next_holidays(ZONE_C, date(2026, 12, 25)).first_day == date(2026, 12, 19)
    assert next_holidays(ZONE_C, date(2028, 1, 1)) is None
    assert next_holidays(SchoolCalendar(), TODAY) is None


def test_the_years_to_choose_from_are_those_that_are_known_and_this_one():
    assert years(ZONE_C, TODAY) == [2026]
    assert years(SchoolCalendar(), TODAY) == [2026]


def test_days_are_written_as_people_say_them():
    assert day_words(date(2027, 5, 1)) == "samedi 1er mai 2027"
    assert dates_words(date(2027, 5, 7), date(2027, 5, 7)) == "le vendredi 7 mai 2027"
    assert dates_words(date(2026, 12, 7), date(2026, 12, 18)) == "du 7 au 18 décembre 2026"
    assert dates_words(date(2026, 10, 17), date(2026, 11, 1)) == "du 17 octobre au 1er novembre 2026"
    assert dates_words(date(2026, 12, 19), date(2027, 1, 3)) == "du 19 décembre 2026 au 3 janvier 2027"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime(2026, 11, 24, 16, 45), "accueil du soir (16 h 30 – 18 h 30)."),
        (datetime(2026, 11, 11, 10), "fermé, c’est un jour férié : Armistice de 1918."),
        (datetime(2027, 5, 7, 10), "fermé : pont de l’Ascension."),
        (datetime(2026, 12, 1, 12), "« pause méridienne » n’ouvre pas : grève à la cantine."),
        (datetime(2026, 10, 24, 10), "rien n’est ouvert ce jour-là."),
        (datetime(2026, 8, 1, 10), "rien n’est ouvert. Ce lieu n’a pas d’horaires pour les vacances (Vacances d’été)."),
        (datetime(2026, 10, 20, 20), "rien n’est ouvert à cette heure. Ce jour-là : vacances 8 h – 18 h."),
    ],
)
def test_a_date_and_an_hour_at_a_place_are_one_sentence(when, words):
    assert moment_words(moment_at(WEEKS, when, CALENDAR, SITE)).replace("\xa0", " ").replace("\u202f", " ") == words


def test_a_place_without_hours_says_so():
    assert TimeBand.SCHOOL in {each.band for each in SCHOOL.hours}
    assert "pas d’horaires à cette date" in moment_words(moment_at([], datetime(2026, 11, 24, 10), CALENDAR, SITE))
