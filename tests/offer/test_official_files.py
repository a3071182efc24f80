"""The official files, unchanged: as many records as their papers say, and a reason for each line that is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from preau.offer.activities.sessions import refresh_sessions
from preau.offer.events.models import Event
from preau.offer.kinds import SOURCES
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.town.calendar.models import ZoneTerm
from preau.town.opendata.models import ImportRun
from preau.town.opendata.outlook import Options, Sent
from preau.town.opendata.running import preview, run_import
from preau.town.opendata.source import LineRefused, Record
from preau.town.places.models import PlaceRecord
from tests.cast import make_commune
from tests.cast.calendar import make_calendar
from tests.cast.offer import make_activity
from tests.cast.sites import make_site

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
        KINDS[kind].model(official_id=record.official_id, **KINDS[kind].scope, **record.fields).clean_fields(
            exclude=["commune", "fingerprint", "communes"]
        )


@pytest.fixture
def commune(db: None) -> Commune:
    return make_commune()


def take(kind: str, path: Path, commune: Commune, now: datetime, **options: Any) -> ImportRun:
    source = KINDS[kind]
    with source.open(path, path.name, today=now.date()) as table:
        return run_import(
            source, table, commune=commune, sent=Sent(path.name), hand=Hand(None, now), options=Options(**options)
        )


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "name", "count", "refusals"), FILES, ids=[name for _, name, *_ in FILES])
def test_an_official_file_is_taken_in_once_and_a_second_time_changes_nothing(
    shared, commune, now, kind, name, count, refusals
):
    path, source = shared / "data" / name, KINDS[kind]
    with source.open(path, path.name, today=now.date()) as table:
        foreseen = preview(source, table, commune=commune).counts
    first = take(kind, path, commune, now)
    assert (first.created, first.refused, first.read) == (count, refusals, count + refusals)
    assert (foreseen.created, foreseen.refused) == (count, refusals)
    assert first.refusals.count() == refusals
    assert not first.refusals.filter(reason="").exists()
    rows = list(source.model.objects.order_by("pk").values())
    again = take(kind, path, commune, now)
    assert (again.created, again.updated, again.gone, again.unchanged) == (0, 0, 0, count)
    assert list(source.model.objects.order_by("pk").values()) == rows


@pytest.mark.django_db
def test_what_the_interface_says_of_three_towns_changes_nothing_to_the_table_of_their_department(shared, commune, now):
    folder = shared / "data" / "annuaire-education"
    take("schools", folder / "fr-en-annuaire-education_94_2026.csv", commune, now)
    run = take("schools", folder / "annuaire_api_v2_3communes_94.json", commune, now)
    assert (run.unchanged, run.created, run.updated, run.gone) == (72, 0, 0, 0)


@pytest.mark.django_db
def test_a_town_may_take_only_its_own_lines(shared, commune, now):
    path = shared / "data/annuaire-education/fr-en-annuaire-education_94_2026.csv"
    run = take("schools", path, commune, now, communes=("94046",))
    assert (run.created, run.outside) == (25, 588)
    assert set(PlaceRecord.objects.values_list("insee_code", flat=True)) == {"94046"}


@pytest.mark.django_db
def test_two_calendars_of_the_town_live_side_by_side(commune, now, tmp_path):
    event = "BEGIN:VCALENDAR\nX-WR-CALNAME:{0}\nBEGIN:VEVENT\nUID:{0}-{1}\nSUMMARY:Loto\nDTSTART:20261205T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    for name, number in (("Sports", 1), ("Culture", 1), ("Sports", 2)):
        path = tmp_path / f"{name}.ics"
        path.write_text(event.format(name, number), encoding="utf-8")
        take("calendar-files", path, commune, now)
    assert list(Event.objects.order_by("official_id").values_list("official_id", "gone_on")) == [
        ("Culture-1", None),
        ("Sports-1", now.date()),
        ("Sports-2", None),
    ]


@pytest.mark.django_db
def test_the_holidays_of_one_zone_and_year_leave_the_others_as_they_are(shared, commune, now, tmp_path):
    take("holidays", shared / "data/calendrier-scolaire/vacances_scolaires_zones_ABC_2024-2028.csv", commune, now)
    path = tmp_path / "vacances.csv"
    path.write_text(
        "description;population;start_date;end_date;location;zones;annee_scolaire\n"
        "Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Versailles;Zone C;2026-2027\n"
        "Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Créteil;Zone C;2026-2027\n"
        "Vacances d'Été;Enseignants;2027-07-02T22:00:00+00:00;2027-08-29T22:00:00+00:00;Créteil;Zone C;2026-2027\n",
        encoding="utf-8",
    )
    run = take("holidays", path, commune, now, accept_gone=True)
    assert (run.unchanged, run.repeated, run.ignored, run.created) == (1, 1, 1, 0)
    assert run.gone == 5, "the other holidays of zone C in 2026-2027, and nothing else"


@pytest.mark.django_db
def test_sessions_to_come_follow_the_holidays_of_a_new_file(now, tmp_path):
    site = make_site()
    make_calendar(site.commune)
    ZoneTerm.objects.update(zone="Zone C")  # chosen among those that a file told
    judo = make_activity(site=site)
    refresh_sessions(judo, hand=Hand(None, now))
    wednesday = date(2026, 12, 9)
    assert judo.sessions.filter(day=wednesday, is_cancelled=False).exists()
    path = tmp_path / "vacances.csv"
    path.write_text(
        "zone;nom;premier_jour_sans_classe;dernier_jour_sans_classe\nZone C;Pause d'hiver;05/12/2026;13/12/2026\n",
        encoding="utf-8",
    )
    assert take("holidays", path, site.commune, now, accept_gone=True).created == 1
    assert not judo.sessions.filter(day=wednesday, is_cancelled=False).exists()
