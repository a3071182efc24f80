from __future__ import annotations

import csv
from pathlib import Path

import pytest

from preau.town.addresses.models import Address
from preau.town.addresses.streets import StreetIndex


def read_doors(path: Path) -> list[Address]:
    """The doors of a BAN file, in memory only."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Address(
                number=int(row["numero"]),
                suffix=row["rep"],
                street=row["nom_voie"],
                postcode=row["code_postal"],
                city=row["nom_commune"],
                lon=float(row["lon"]),
                lat=float(row["lat"]),
            )
            for row in csv.DictReader(file, delimiter=";")
        ]


@pytest.fixture(scope="session")
def doors(shared) -> list[Address]:
    return read_doors(shared / "data" / "ban-adresses" / "adresses-93010_bondy.csv")


@pytest.fixture(scope="session")
def index(doors) -> StreetIndex:
    return StreetIndex(doors)
