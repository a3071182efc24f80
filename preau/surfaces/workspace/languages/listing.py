"""The entries with their versions: what fell behind first, then what has no easy version yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from preau.offer.activities.models import Activity
from preau.offer.versions.queries import Told, versions_of
from preau.surfaces.shell.choices import Choice

FILTERS = (
    ("", _("Toutes les fiches")),
    ("a-reprendre", _("À reprendre")),
    ("sans-facile", _("Sans version facile")),
    ("a-relire", _("Facile, à faire relire")),
)


@dataclass(frozen=True, slots=True)
class Row:
    entry: Activity
    versions: list[Told]

    @property
    def is_behind(self) -> bool:
        return any(not told.is_current for told in self.versions)

    @property
    def easy(self) -> Told | None:
        return next((told for told in self.versions if told.version.is_easy_read), None)

    def fits(self, wanted: str) -> bool:
        match wanted:
            case "a-reprendre":
                return self.is_behind
            case "sans-facile":
                return self.easy is None
            case "a-relire":
                return self.easy is not None and not self.easy.version.is_validated
        return True


@dataclass(frozen=True, slots=True)
class Listed:
    rows: list[Row]
    choices: list[Choice]
    behind: int


def listed(entries: Iterable[Activity], wanted: str) -> Listed:
    """``entries`` come with their ``other_versions`` prefetched: no query here."""
    known = wanted if wanted in dict(FILTERS) else ""
    rows = [Row(entry, versions_of(entry)) for entry in entries]
    choices = [
        Choice(label, f"voir={key}" if key else "", sum(row.fits(key) for row in rows), key == known)
        for key, label in FILTERS
    ]
    shown = sorted((row for row in rows if row.fits(known)), key=lambda row: (not row.is_behind, not row.versions))
    return Listed(shown, choices, sum(row.is_behind for row in rows))
