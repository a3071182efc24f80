"""The squares of 200 m of INSEE: their place is in their name (EPSG:3035), their counts in 34 columns.

The shares that other towns have in a square are not in the file: ``share`` is weighed afterwards by the town's limit.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.areas.actions import weigh_after_import
from preau.town.areas.models import GridCell
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, expect
from preau.town.opendata.positions import INSEE_GRID, projected
from preau.town.opendata.source import LineRefused, Record, Source, Understands, Values, known_by

SIDE = 200
_KEY = re.compile(r"CRS3035RES200mN(?P<north>\d{7})E(?P<east>\d{7})")
_KEYS = ("idcar_200m", "IdINSPIRE")

_COUNTS = {
    "people": "ind",
    "households": "men",
    "poor_households": "men_pauv",
    "single_parent_households": "men_fmp",
    "large_households": "men_5ind",
    "living_standard_sum": "ind_snv",
    "aged_0_3": "ind_0_3",
    "aged_4_5": "ind_4_5",
    "aged_6_10": "ind_6_10",
    "aged_11_17": "ind_11_17",
    "aged_18_24": "ind_18_24",
}


def layout(first: Values) -> Understands:
    """Columns of a table, or the properties of squares already drawn; the 2015 vintage spells them with capitals."""
    expect(_counts(first), _KEYS, "ind", "men", what=_("le carroyage de 200 m de l’INSEE"))
    return known_by(lambda values: Line(_counts(values)).code(*_KEYS), understand)


def understand(values: Values) -> Record:
    line = Line(_counts(values))
    key = line.needed_code(*_KEYS)
    found = _KEY.fullmatch(key)
    if found is None:
        raise line.refused(_("Un carreau de 200 m s’écrit CRS3035RES200mN, sept chiffres, E et sept chiffres."), *_KEYS)
    try:
        lon, lat, ring = _square(int(found["east"]), int(found["north"]))
    except ValueError as error:
        raise line.refused(str(error), *_KEYS) from error
    return fitted(
        GridCell,
        key,
        lon=lon,
        lat=lat,
        outline={"type": "Polygon", "coordinates": [ring]},
        is_imputed=bool(line.whole("i_est_200", "I_est_cr")),
        **_communes(line),
        **{name: _count(line, column) for name, column in _COUNTS.items() if line.has(column)},
    )


def _counts(values: Values) -> Values:
    properties = values.get("properties")
    return properties if isinstance(properties, dict) else values


def _square(east: int, north: int) -> tuple[float | None, float | None, list[list[float | None]]]:
    """The middle and the closed ring of a square named by its lower left corner; counter-clockwise in degrees."""
    corners = [(0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE), (0, 0)]
    ring = [list(projected(east + right, north + up, INSEE_GRID)) for right, up in corners]
    lon, lat = projected(east + SIDE / 2, north + SIDE / 2, INSEE_GRID)
    return lon, lat, ring


def _communes(line: Line) -> dict[str, list[str]]:
    """« 9306493010 » is 93064 and 93010; a spreadsheet takes the first zero off."""
    if not line.has("lcog_geo", "Depcom"):
        return {}
    glued = line.code("lcog_geo", "Depcom")
    glued = glued.zfill(-(-len(glued) // 5) * 5)
    return {"communes": [glued[start : start + 5] for start in range(0, len(glued), 5)]}


def _count(line: Line, column: str) -> float:
    """Decimals are right: INSEE spreads what it must keep secret."""
    found = line.number(column)
    if found is None:
        raise LineRefused(_("Un nombre est attendu et la case est vide."), column=line.column(column))
    if found < 0:
        raise line.refused(_("Un nombre positif est attendu."), column)
    return found


GRID = Source(
    name="grid",
    label=gettext_lazy("Habitants par carreau de 200 m"),
    model=GridCell,
    layout=layout,
    help_text=gettext_lazy(
        "Le carroyage de 200 m de l’INSEE (Filosofi), en CSV ou en GeoJSON, réduit à votre commune : combien d’enfants "
        "de chaque âge vivent près de chaque lieu, jamais qui."
    ),
    json_paths=("features.item", "results.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
    after=weigh_after_import,
)
