"""A real town: its squares, its addresses, and the same answer whichever way it is computed."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

from preau.foundation.maps.distance import metres
from preau.observatory.equity.rules.neighbours import plane
from preau.observatory.equity.rules.reach import Reach
from preau.observatory.equity.rules.travel import travel, walk

from .test_catchment import STEPS, naive


def test_the_map_of_a_real_town_is_the_one_of_plain_loops(shared):
    features = json.loads((shared / "data" / "insee-carreaux-200m" / "carreaux_200m_bondy.geojson").read_text())[
        "features"
    ]
    corners = np.array([np.mean(each["geometry"]["coordinates"][0][:4], axis=0)[:2] for each in features])
    with (shared / "data" / "ban-adresses" / "adresses-93010_bondy.csv").open() as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["lon"]]
    sites = [(float(row["lon"]), float(row["lat"])) for row in rows[::300]]
    people, supply = np.arange(len(corners)) % 60 + 1.0, np.arange(len(sites)) % 20 + 5.0
    middle, gait = tuple(corners.mean(0)), walk(8)
    homes = plane(corners[:, 0], corners[:, 1], around=middle)
    halls = plane(np.array(sites)[:, 0], np.array(sites)[:, 1], around=middle)

    reach = Reach(travel(homes, halls, gait, 60.0), people, supply, most=15.0)

    assert (len(corners), len(sites)) == (164, 29)
    table = [[float(gait.minutes(np.hypot(*(hall - home)))) for hall in halls] for home in homes]
    assert reach.now.access == pytest.approx(naive(table, people.tolist(), supply.tolist(), STEPS), rel=1e-9)
    assert people @ reach.now.access == pytest.approx(supply.sum(), rel=1e-9)
    globe = [min(float(gait.minutes(metres(lon, lat, *site))) for site in sites) for lon, lat in corners.tolist()]
    assert reach.now.nearest == pytest.approx(globe, rel=1e-3)
