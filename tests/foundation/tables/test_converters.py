"""What a cell says, whoever typed it and whatever program kept it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.tables.converters import code, day, instant, number, text, truth, whole


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1 234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567.0),
        ("48,9420", 48.942),
        ("2.1700", 2.17),
        ("1,234", 1.234),
        ("-0,5", -0.5),
        ("−3", -3.0),
        (",5", 0.5),
        ("1.5E-05", 1.5e-05),
        ("12'500", 12500.0),
        (12, 12.0),
        (12.5, 12.5),
        ("", None),
        ("  ", None),
        (None, None),
        ("null", None),
        ("NC", None),
    ],
)
def test_a_number_is_read_as_the_french_and_the_machines_write_it(cell: object, value: float | None) -> None:
    assert number(cell) == value


@pytest.mark.parametrize("cell", ["douze", "1 2,3,4", "12 m", "1,2.3,4", "--1", True, float("inf"), float("nan")])
def test_what_is_not_a_number_is_said_in_french(cell: object) -> None:
    with pytest.raises(ValueError, match="nombre"):
        number(cell)


def test_a_whole_number_has_no_decimals() -> None:
    assert whole("1 200") == 1200
    assert whole(3.0) == 3
    assert whole("") is None
    with pytest.raises(ValueError, match="entier"):
        whole("1,5")


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_written_with_a_comma_is_the_same_number(value: float) -> None:
    assert number(repr(value).replace(".", ",")) == value


@given(st.integers(-(10**12), 10**12), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_thousands_may_be_set_apart_by_any_blank(value: int, blank: str) -> None:
    assert whole(f"{value:,}".replace(",", blank)) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("24/11/2026", date(2026, 11, 24)),
        ("24-11-2026", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("24/11/98", date(1998, 11, 24)),
        ("2026/11/24", date(2026, 11, 24)),
        ("20261124", date(2026, 11, 24)),
        ("24 novembre 2026", date(2026, 11, 24)),
        ("mardi 24 nov. 2026", date(2026, 11, 24)),
        ("1er août 2026", date(2026, 8, 1)),
        ("24/11/2026 08:30", date(2026, 11, 24)),
        ("2026-11-24T08:30:00", date(2026, 11, 24)),
        ("46350", date(2026, 11, 24)),
        (46350.0, date(2026, 11, 24)),
        (46350.75, date(2026, 11, 24)),
        (date(2026, 11, 24), date(2026, 11, 24)),
        (datetime(2026, 11, 24, 8), date(2026, 11, 24)),
        ("", None),
        ("null", None),
    ],
)
def test_a_day_is_read_as_the_french_the_standard_and_spreadsheets_write_it(cell: object, value: date | None) -> None:
    assert day(cell) == value


def test_an_instant_with_its_offset_is_a_day_in_paris() -> None:
    assert day("2026-10-16T22:00:00+00:00") == date(2026, 10, 17)
    assert day("2026-12-18T23:00:00Z") == date(2026, 12, 19)


@pytest.mark.parametrize(
    "cell", ["31/02/2026", "11/24/2026", "2026-13-01", "2026", "bientôt", "12", 3.5, "32 mai 2026"]
)
def test_what_is_not_a_day_is_said_in_french(cell: object) -> None:
    with pytest.raises(ValueError, match=r"date|année|calendrier"):
        day(cell)


@given(st.dates(date(1930, 1, 1), date(2069, 12, 31)))
def test_a_day_is_the_same_in_every_writing(value: date) -> None:
    serial = (value - date(1899, 12, 30)).days
    for cell in (value.isoformat(), value.strftime("%d/%m/%Y"), str(serial), float(serial), value.strftime("%Y%m%d")):
        assert day(cell) == value


def test_an_instant_is_paris_time_unless_it_says_otherwise() -> None:
    half_past_eight = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
    for cell in (
        "2026-11-24T08:30:00",
        "2026-11-24 08:30",
        "24/11/2026 08:30",
        "24/11/2026 à 8h30",
        "2026-11-24T07:30:00Z",
        "2026-11-24T08:30:00+01:00",
        datetime(2026, 11, 24, 8, 30),
        46350 + 8.5 / 24,
    ):
        assert instant(cell) == half_past_eight, cell
    assert instant("24/11/2026") == datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert instant(None) is None
    with pytest.raises(ValueError, match="date"):
        instant("24/11/2026 à 27h80")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *[(cell, True) for cell in ("true", "True", "Oui", "OUI", "oui ", "vrai", "x", "1", 1, 1.0, True)],
        *[(cell, False) for cell in ("false", "Non", "NON", "faux", "0", 0, 0.0, False)],
        *[(cell, None) for cell in ("", "null", "NULL", None, "NC", " ")],
    ],
)
def test_yes_and_no_are_read_however_they_are_written(cell: object, value: bool | None) -> None:
    assert truth(cell) is value


def test_perhaps_is_neither_yes_nor_no() -> None:
    with pytest.raises(ValueError, match="ni oui ni non"):
        truth("parfois")


def test_a_key_gets_back_the_zeros_that_a_spreadsheet_took_off() -> None:
    assert code(1004.0, width=5) == "01004"
    assert code("2A004", width=5) == "2A004"
    assert code(" 92 999 ") == "92999"
    with pytest.raises(ValueError, match="perdu des chiffres"):
        code("2,13402E+13")


def test_words_lose_their_outer_blanks_only() -> None:
    assert text("\u00a0 École  des Tilleuls \n") == "École  des Tilleuls"
    assert text(12.0) == "12"
    assert text(None) == ""
