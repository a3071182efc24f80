"""The official files, unchanged: as many records as their papers say, and a reason for each line that is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from preau.offer.kinds import SOURCES
from preau.town.opendata.source import LineRefused, Record

KINDS = {source.name: source for source in SOURCES}

FILES = [
    ("schools", "annuaire-education/fr-en-annuaire-education_94_2026.csv", 613, 0),
    ("schools", "annuaire-education/fr-en-annuaire-education_rennes_2023-layout.csv", 193, 0),
    ("schools", "annuaire-education/annuaire_api_v2_3communes_94.json", 72, 0),
    ("sports", "equipements-sportifs-paris/equipements-sportifs-paris.json", 1846, 0),
    ("access", "acceslibre-92/erp_rueil-malmaison_2020.json", 741, 0),
    ("access", "acceslibre-92/generic_test_ok.csv", 1, 0),
    ("access", "acceslibre-92/generic_test_failed.csv", 0, 5),
    ("digital", "mediation-numerique/exemple-valide_LaMednum.csv", 1, 0),
    ("digital", "mediation-numerique/aix-en-provence.json", 38, 0),
    ("digital", "mediation-numerique/maine-et-loire.json", 240, 3),
    ("communes", "contours/communes-92-hauts-de-seine.geojson", 36, 0),
    ("quarters", "contours/cantons-92-hauts-de-seine.geojson", 23, 0),
    ("iris", "contours/iris_93010_bondy.geojson", 23, 0),
    ("grid", "insee-carreaux-200m/carreaux_200m_filosofi_bondy.csv", 164, 0),
    ("grid", "insee-carreaux-200m/carreaux_200m_bondy.geojson", 164, 0),
    ("addresses", "ban-adresses/adresses-93010_bondy.csv", 8413, 0),
    ("holidays", "calendrier-scolaire/vacances_scolaires_zones_ABC_2024-2028.csv", 78, 0),
    ("bank-holidays", "calendrier-scolaire/jours_feries_metropole_2024-2029.csv", 66, 0),
    ("openagenda", "openagenda-evenements/evenements-publics-openagenda_paris_100.json", 100, 0),
]
"""Kind, file, records, refused lines. Three places of Maine-et-Loire have a point and neither name nor address."""


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file in good order, read without the house."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as opened:
            separator = max(";,", key=opened.readline().count)
            opened.seek(0)
            yield from csv.DictReader(opened, delimiter=separator)
        return
    found = json.loads(path.read_text(encoding="utf-8"))
    yield from found if isinstance(found, list) else next(each for each in found.values() if isinstance(each, list))


def read(kind: str, path: Path) -> tuple[list[Record], list[LineRefused]]:
    lines = list(lines_of(path))
    understand = KINDS[kind].layout(lines[0])
    records, refused = [], []
    for line in lines:
        try:
            record = understand(line)
        except LineRefused as refusal:
            refused.append(refusal)
        else:
            records.append(record)
    return records, refused


@pytest.mark.parametrize(("kind", "name", "count", "refusals"), FILES, ids=[name for _, name, *_ in FILES])
def test_an_agent_gets_every_line_of_an_official_file(shared, kind, name, count, refusals):
    records, refused = read(kind, shared / "data" / name)
    assert (len(records), len(refused)) == (count, refusals)
    assert len({record.official_id for record in records}) == count
    assert all(refusal.reason and refusal.column for refusal in refused)
    for record in records:
        json.dumps(record.fields, default=str, allow_nan=False)
        KINDS[kind].model(official_id=record.official_id, **record.fields).clean_fields(
            exclude=["commune", "fingerprint", "communes"]
        )
