"""The streets in memory follow the register."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from preau.town.addresses.geocoding import SOURCE, Certainty, locate, streets_of, suggest
from preau.town.addresses.models import Address
from preau.town.addresses.sources import ADDRESSES
from preau.town.opendata.enums import ImportState
from preau.town.opendata.models import ImportRun
from tests.cast import make_commune

pytestmark = pytest.mark.django_db


def make_door(number: int, street: str = "Rue des Tilleuls", *, lon: float = 2.164, key: str = "") -> Address:
    return Address.objects.create(
        commune=make_commune(), official_id=key or f"{street}-{number}", fingerprint=str(number), number=number, street=street,
        postcode="99998", insee_code="99998", city="Bourg-la-Fontaine", lon=lon + number * 0.0001, lat=48.944,
    )  # fmt: skip


def ended_import(now: datetime) -> None:
    ImportRun.objects.create(
        commune=make_commune(),
        source=SOURCE,
        file_name="adresses.csv",
        state=ImportState.DONE,
        started_at=now,
        ended_at=now,
    )


def test_an_address_of_the_register_is_found():
    make_door(7)
    found = locate(make_commune(), "7, r. des tilleuls 99998 BOURG LA FONTAINE")
    assert (found.label, found.certainty) == ("7 Rue des Tilleuls", Certainty.SURE)
    assert [each.label for each in suggest(make_commune(), "7 til")] == ["7 Rue des Tilleuls"]


def test_the_streets_are_read_once_until_the_register_changes(django_assert_num_queries, now):
    door = make_door(7)
    first = streets_of(make_commune())
    commune = make_commune()
    with django_assert_num_queries(2):
        assert streets_of(commune) is first
    make_door(9)
    second = streets_of(commune)
    assert second is not first
    Address.objects.filter(pk=door.pk).update(street="Rue des Platanes")
    ended_import(now)
    assert streets_of(commune) is not second
    assert locate(commune, "7 rue des platanes").is_placed


def test_a_door_that_is_gone_is_not_found():
    door = make_door(7)
    make_door(1, "Rue du Port")
    assert locate(make_commune(), "7 rue des tilleuls").is_placed
    Address.objects.filter(pk=door.pk).update(gone_on=date(2026, 11, 1))
    assert not locate(make_commune(), "7 rue des tilleuls").is_placed


def test_a_town_without_addresses_places_nobody(db):
    assert not locate(make_commune(), "7 rue des tilleuls").is_placed


def test_the_kind_of_import_that_is_watched_is_the_one_of_addresses():
    assert ADDRESSES.name == SOURCE
