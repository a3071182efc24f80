"""The pages of equity over a real town: its squares, its quarters, two thousand activities at real addresses.

Runs in a process of its own, on a database of its own. Milliseconds on the clock: the whole page as a browser gets it,
and the part that measures the town.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

ACTIVITIES = 2_000
HERE = "/atelier/territoire/"


def run(shared: str) -> None:
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as data:
        environment = {**os.environ, "PREAU_DATA": data, "PREAU_HOSTS": "testserver", "DATABASE_URL": ""}
        environment |= {"DJANGO_SETTINGS_MODULE": "config.settings"}
        subprocess.run([sys.executable, "-m", "benchmarks.equity_page", shared], env=environment, check=True)


def measure(shared: Path) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    import time_machine

    from benchmarks.offers import NOW

    with time_machine.travel(NOW, tick=True):
        _show(_town(shared))


def _show(town: Any) -> None:
    from django.test import Client

    from preau.offer.activities.models import Slot
    from preau.surfaces.workspace.equity.question import Question
    from preau.surfaces.workspace.equity.views import _measured
    from preau.town.places.models import Site

    client = Client()
    client.force_login(_reader(town))
    cold = _milliseconds(lambda: client.get(HERE), 1)
    any_hour = "?age=8&jour=2&heure=&minutes=15&mode=pied&quotient=600"
    asked = f"{HERE}essai/?seance=nouvelle&vers={Site.objects.first().pk}"
    measured = _measured(town, Question(hour=None))
    assert measured is not None
    place = measured.offered.index.places[Site.objects.last().pk]
    print(
        f"  a real town, {len(measured.squares.outlines)} squares, {Slot.objects.count()} slots, "
        f"{len(measured.offers)} of them that day"
    )
    _tell("the page, the first time (the catalogue is read)", cold)
    _tell("the page at 14:00", _milliseconds(lambda: client.get(HERE), 7))
    _tell("the page for the whole day", _milliseconds(lambda: client.get(f"{HERE}{any_hour}"), 7))
    _tell("the page of a « what if »", _milliseconds(lambda: client.get(asked), 7))
    _tell("squares and sessions read and measured", _milliseconds(lambda: _measured(town, Question()), 7))
    _tell("a move computed again", _milliseconds(lambda: measured.what_if(measured.offers[0], place), 7))


def _tell(what: str, milliseconds: float) -> None:
    print(f"    {what:<50} {milliseconds:8.1f} ms", flush=True)


def _milliseconds(work: Callable[[], Any], times: int) -> float:
    """The median; a page has to be one."""
    found = []
    for _ in range(times):
        started = time.perf_counter()
        answer = work()
        found.append((time.perf_counter() - started) * 1000)
        assert getattr(answer, "status_code", 200) == 200
    return sorted(found)[len(found) // 2]


def _reader(town: Any) -> Any:
    from datetime import date

    from preau.people.accounts.enums import Role
    from preau.people.accounts.models import Membership, User
    from preau.people.organisations.models import Organisation

    user = User.objects.create_user("mairie@bench.example", "un mot de passe long")
    service = Organisation.objects.create(commune=town, name="Éducation", slug="education", kind="town_service")
    Membership.objects.create(user=user, organisation=service, role=Role.PLAN_COORDINATOR, starts_on=date(2024, 9, 1))
    return user


def _town(shared: Path) -> Any:
    from benchmarks.offers import grow, make_town
    from preau.town.areas.models import Area, GridCell
    from preau.town.places.models import Site

    town = make_town()
    quarters = json.loads((shared / "contours" / "iris_93010_bondy.geojson").read_text())["features"]
    Area.objects.bulk_create(_quarter(town, number, each) for number, each in enumerate(quarters))
    outlines = json.loads((shared / "insee-carreaux-200m" / "carreaux_200m_bondy.geojson").read_text())["features"]
    with (shared / "insee-carreaux-200m" / "carreaux_200m_filosofi_bondy.csv").open() as file:
        rows = {row["idcar_200m"]: row for row in csv.DictReader(file)}
    GridCell.objects.bulk_create(_square(town, rows, each) for each in outlines)
    grow(town, ACTIVITIES)
    with (shared / "ban-adresses" / "adresses-93010_bondy.csv").open() as file:
        doors = [(float(row["lon"]), float(row["lat"])) for row in csv.DictReader(file, delimiter=";") if row["lon"]]
    for site in Site.objects.all():
        site.lon, site.lat = Random(site.pk).choice(doors)
        site.save()
    return town


def _quarter(town: Any, number: int, feature: dict[str, Any]) -> Any:
    from shapely.geometry import shape

    from preau.town.areas.models import Area

    west, south, east, north = shape(feature["geometry"]).bounds
    box = {"west": west, "south": south, "east": east, "north": north}
    facts = {"kind": "quarter", "name": f"Quartier {number}", "official_id": f"iris{number}", "fingerprint": "-"}
    return Area(commune=town, outline=feature["geometry"], **facts, **box)


def _square(town: Any, rows: dict[str, dict[str, str]], feature: dict[str, Any]) -> Any:
    from shapely.geometry import shape

    from preau.town.areas.models import GridCell

    key = next(value for value in feature["properties"].values() if value in rows)
    row, middle = rows[key], shape(feature["geometry"]).centroid
    ages = {f"aged_{age}": float(row[f"ind_{age}"]) for age in ("0_3", "4_5", "6_10", "11_17", "18_24")}
    counts = {"people": float(row["ind"]), "households": float(row["men"]), "is_imputed": row["i_est_200"] == "1"}
    where = {"lon": middle.x, "lat": middle.y, "outline": feature["geometry"]}
    return GridCell(commune=town, official_id=key, fingerprint="-", **where, **counts, **ages)


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
