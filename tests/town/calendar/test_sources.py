"""School and bank holidays: whatever the zones are called, the first and the last day without class."""

from __future__ import annotations

from datetime import date

import pytest

from preau.town.calendar.sources import BANK_HOLIDAYS, HOLIDAYS, holiday_key
from preau.town.opendata.source import LineRefused, NotThisKind, Record


def line(name, start, end, **changed):
    return {
        "description": name,
        "population": "-",
        "start_date": start,
        "end_date": end,
        "location": "Versailles",
        "zones": "Zone Ouest",
        "annee_scolaire": "2026-2027",
    } | changed


AUTUMN = line("Vacances de la Toussaint", "2026-10-16T22:00:00+00:00", "2026-11-01T23:00:00+00:00")


def read_all(*lines) -> list[Record | None]:
    understand = HOLIDAYS.layout(lines[0])
    return [understand(each) for each in lines]


def days(name, start, end, **changed):
    (record,) = read_all(line(name, start, end, **changed))
    return record.fields["first_day"], record.fields["last_day"]


def test_instants_in_utc_are_days_in_paris_and_the_day_of_return_has_class():
    (record,) = read_all(AUTUMN)
    assert record.official_id == "2026-2027:zone-ouest:vacances-de-la-toussaint"
    assert record.fields == {
        "zone": "Zone Ouest",
        "name": "Vacances de la Toussaint",
        "first_day": date(2026, 10, 17),
        "last_day": date(2026, 11, 1),
    }


def test_who_leaves_on_a_thursday_after_class_is_free_from_friday():
    found = days("Vacances d'Été", "2022-07-06T22:00:00+00:00", "2022-08-31T22:00:00+00:00", annee_scolaire="2021-2022")
    assert found == (date(2022, 7, 8), date(2022, 8, 31))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2027-05-06T22:00:00+00:00", "2027-05-06T22:00:00+00:00", (date(2027, 5, 7), date(2027, 5, 7))),
        ("2024-05-08T22:00:00+00:00", "2024-05-12T22:00:00+00:00", (date(2024, 5, 9), date(2024, 5, 12))),
        ("2025-05-27T22:00:00+00:00", "2025-06-01T22:00:00+00:00", (date(2025, 5, 29), date(2025, 6, 1))),
    ],
    ids=["a single day", "from the Ascension itself", "after class on Wednesday"],
)
def test_the_bridge_of_the_ascension_is_read_however_it_is_written(start, end, found):
    assert days("Pont de l'Ascension", start, end) == found


@pytest.mark.parametrize("end", ["2028-07-06T22:00:00+00:00", None, ""])
def test_a_summer_without_its_end_lasts_until_the_school_year_does(end):
    open_end = line("Début des Vacances d'Été", "2028-07-06T22:00:00+00:00", end, annee_scolaire="2027-2028")
    known = line("Vacances d'Été", "2028-07-06T22:00:00+00:00", "2028-09-03T22:00:00+00:00", annee_scolaire="2027-2028")
    (first,), (second,) = read_all(open_end), read_all(known)
    assert (first.fields["first_day"], first.fields["last_day"]) == (date(2028, 7, 8), date(2028, 8, 31))
    assert (second.official_id, second.fields["last_day"]) == (first.official_id, date(2028, 9, 3))


def test_the_academies_of_a_zone_repeat_one_period():
    first, second, other = read_all(AUTUMN, AUTUMN | {"location": "Créteil"}, AUTUMN | {"zones": "Corse"})
    assert first == second
    assert other.official_id == "2026-2027:corse:vacances-de-la-toussaint"


def test_a_file_speaks_for_its_zones_and_years_only():
    (record,) = read_all(AUTUMN)
    assert HOLIDAYS.part(record.official_id) == "2026-2027:zone-ouest"
    assert BANK_HOLIDAYS.part("2026-11-11") == "2026"


@pytest.mark.parametrize(
    "changed",
    [
        {"population": "Enseignants"},
        {"description": "Rentrée scolaire des élèves"},
        {"description": "Prérentrée des enseignants"},
    ],
)
def test_what_is_not_a_holiday_of_pupils_is_passed_over(changed):
    assert read_all(AUTUMN | changed) == [None]


def test_the_table_of_the_ministry_has_french_titles():
    renamed = {
        "Description": "Vacances de la Toussaint",
        "Population": "Élèves",
        "Date de début": "2026-10-17",
        "Date de fin": "2026-11-02",
        "Académies": "Versailles",
        "Zones": "Zone Ouest",
        "annee_scolaire": "2026-2027",
    }
    assert read_all(renamed) == read_all(AUTUMN)


def test_a_plain_table_of_days_without_class_speaks_of_the_same_period():
    plain = {
        "zone": "Zone Ouest",
        "nom": "Vacances de la Toussaint",
        "premier_jour_sans_classe": "17/10/2026",
        "dernier_jour_sans_classe": "01/11/2026",
    }
    assert read_all(plain) == read_all(AUTUMN)


def test_a_zone_that_is_a_lone_letter_has_the_ministry_s_name_and_an_apostrophe_is_a_printer_s():
    plain = {
        "zone": "k",
        "nom": "Vacances d'hiver",
        "premier_jour_sans_classe": "2027-02-06",
        "dernier_jour_sans_classe": "2027-02-21",
    }
    (record,) = read_all(plain)
    assert (record.fields["zone"], record.fields["name"]) == ("Zone K", "Vacances d’hiver")
    assert record.official_id == holiday_key("Zone K", "Vacances d’Hiver", date(2027, 2, 6))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"end_date": "2026-10-01"}, "finissent avant de commencer"),
        ({"end_date": "2027-10-01"}, "plus de cent jours"),
        ({"start_date": ""}, "la case est vide"),
        ({"start_date": "bientôt"}, "n’est pas une date"),
        ({"end_date": ""}, "n’a pas encore publié la fin"),
        ({"zones": ""}, "la case est vide"),
    ],
)
def test_a_period_that_can_not_be_is_refused(changed, said):
    with pytest.raises(LineRefused, match=said):
        read_all(AUTUMN | changed)


def test_another_file_is_no_calendar():
    with pytest.raises(NotThisKind, match="n’est pas le calendrier scolaire du ministère"):
        HOLIDAYS.layout({"siret": "1"})
    with pytest.raises(NotThisKind, match="n’est pas une liste de jours fériés"):
        BANK_HOLIDAYS.layout({"siret": "1"})


def test_bank_holidays_are_read_in_both_layouts():
    official = {"date": "2026-11-11", "annee": "2026", "zone": "Métropole", "nom_jour_ferie": "11 novembre"}
    plain = {"annee": "2026", "date": "2026-11-11", "nom": "11 novembre"}
    record = BANK_HOLIDAYS.layout(official)(official)
    assert record == BANK_HOLIDAYS.layout(plain)(plain)
    assert record.fields == {"day": date(2026, 11, 11), "name": "11 novembre"}
