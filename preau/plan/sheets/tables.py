"""Sheets as a spreadsheet: one line for each, French headings, opened by a double click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from preau.foundation.tables.french import french_csv

from .enums import Theme
from .models import ActionSheet

HEADINGS = (
    "Repère",
    "Intitulé",
    "État",
    "Année scolaire",
    "Portée par",
    "Avec",
    "Objectifs",
    "Publics",
    "De (ans)",
    "À (ans)",
    "Début",
    "Fin",
    "Temps de la semaine",
    "Lieux",
    "Thèmes",
    "En une phrase",
)


def lines_of(sheets: Iterable[ActionSheet]) -> Iterator[list[str]]:
    """The headings, then a sheet a line. Reads what ``sheets_of`` preloads."""
    yield list(HEADINGS)
    for sheet in sheets:
        yield [
            sheet.code,
            sheet.title,
            sheet.get_state_display(),
            sheet.year_name,
            sheet.owner.name,
            sheet.co_owner.name if sheet.co_owner else "",
            ", ".join(sorted(item.code for item in sheet.objectives.all())),
            ", ".join(sheet.audience_labels),
            _number(sheet.age_from),
            _number(sheet.age_to),
            sheet.starts_on.isoformat() if sheet.starts_on else "",
            sheet.ends_on.isoformat() if sheet.ends_on else "",
            ", ".join(sheet.band_labels),
            ", ".join(site.name for site in sheet.sites.all()),
            ", ".join(str(theme.label) for theme in Theme if theme in sheet.theme_set),
            sheet.summary,
        ]


def write_csv(sheets: Iterable[ActionSheet]) -> bytes:
    """Semicolons, UTF-8 with its mark: what a French spreadsheet program opens as it is."""
    return french_csv(lines_of(sheets))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
