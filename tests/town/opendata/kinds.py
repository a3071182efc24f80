"""Small kinds of file on real tables, and files of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from preau.foundation.tables import open_table
from preau.foundation.tables.converters import day, text
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.town.areas.models import Area
from preau.town.calendar.models import BankHoliday, HolidayPeriod
from preau.town.opendata.models import ImportRun
from preau.town.opendata.outlook import Options, Outlook, Sent
from preau.town.opendata.running import preview, run_import
from preau.town.opendata.source import LineRefused, NotThisKind, Record, Source


def _bank_holidays(first: Mapping[str, Any]) -> Any:
    if not {"date", "nom"} <= set(first):
        raise NotThisKind("Ce fichier n’est pas une liste de jours fériés : les colonnes « date » et « nom » manquent.")

    def understand(values: Mapping[str, Any]) -> Record | None:
        if text(values["nom"]) == "hors sujet":
            return None
        try:
            on = day(values["date"])
        except ValueError as error:
            raise LineRefused(str(error), column="date", value=values["date"]) from error
        if on is None:
            raise LineRefused("La date manque.", column="date")
        return Record(on.isoformat(), {"day": on, "name": text(values["nom"])})

    return understand


DAYS = Source("jours", "Jours fériés", BankHoliday, _bank_holidays)


def _areas(first: Mapping[str, Any]) -> Any:
    def understand(values: Mapping[str, Any]) -> Record:
        west, east = float(values["ouest"]), float(values["est"])
        fields = {"name": values["nom"], "insee_code": values["insee"], "outline": {"type": "Polygon"}}
        return Record(values["code"], {**fields, "west": west, "east": east, "south": 48.0, "north": 49.0})

    return understand


AREAS = Source("ilots", "Îlots", Area, _areas, scope={"kind": "iris"}, scope_by="insee_code")


def _zones(first: Mapping[str, Any]) -> Any:
    def understand(values: Mapping[str, Any]) -> list[Record]:
        fields = {"name": values["nom"], "first_day": day(values["debut"]), "last_day": day(values["fin"])}
        zones = values["zones"].split("+")
        return [Record(f"{zone} {values['nom']}", {**fields, "zone": zone}) for zone in zones]

    return understand


ZONES = Source("vacances", "Vacances", HolidayPeriod, _zones, scope_by="zone")


class Files:
    """Writes a file, and imports it as a person would."""

    def __init__(self, folder: Path, commune: Commune, hand: Hand) -> None:
        self.folder, self.commune, self.hand = folder, commune, hand

    def write(self, lines: Sequence[str], name: str = "jours.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def look(self, source: Source, lines: Sequence[str], **options: Any) -> Outlook:
        with open_table(self.write(lines)) as table:
            return preview(source, table, commune=self.commune, options=Options(**options))

    def take(self, source: Source, lines: Sequence[str], *, hand: Hand | None = None, **options: Any) -> ImportRun:
        with open_table(self.write(lines)) as table:
            return run_import(
                source,
                table,
                commune=self.commune,
                sent=Sent("jours.csv", 100, "f" * 64),
                hand=hand or self.hand,
                options=Options(**options),
            )


TWO_DAYS = ["date;nom", "25/12/2026;Noël", "01/01/2027;Jour de l’An"]
