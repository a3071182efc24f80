"""Railways, motorways, rivers and the passages through them, in GeoJSON: lines stop, points let through."""

from __future__ import annotations

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape

from preau.foundation.text.search import folded
from preau.town.areas.enums import BarrierKind
from preau.town.areas.models import Barrier
from preau.town.areas.outlines import in_degrees, listed
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Loose
from preau.town.opendata.source import LineRefused, NotThisKind, Record, Source, Understands, Values, known_by

_KEYS = ("cleabs", "osm_id", "id", "fid", "gid", "objectid", "code")
_NAMES = ("nom", "name", "toponyme", "libelle")
_NATURES = ("nature", "type", "kind", "categorie", "fclass", "railway", "waterway", "highway")
_BY_COLUMN = {"railway": BarrierKind.RAILWAY, "waterway": BarrierKind.RIVER, "highway": BarrierKind.ROAD}
"""In an extract of OpenStreetMap, the name of the column says what it is."""
_BY_WORD = {
    BarrierKind.RAILWAY: ("rail", "ferre", "train", "lgv"),
    BarrierKind.ROAD: ("autorout", "motorway", "trunk", "rapide", "rocade", "route"),
    BarrierKind.RIVER: ("fleuve", "rivi", "river", "canal", "cours d'eau"),
}


def layout(first: Values) -> Understands:
    geometry = first.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("LineString", "MultiLineString", "Point"):
        raise NotThisKind(
            _(
                "Ce fichier ne dessine ni lignes ni points : des voies ferrées, des fleuves ou de grandes routes en "
                "GeoJSON sont attendus, et leurs passages."
            )
        )
    return known_by(_key, understand)


def understand(values: Values) -> Record:
    line, key = Loose(_properties(values)), _key(values)
    if not key:
        raise line.missing(*_KEYS, *_NAMES)
    try:
        drawn = in_degrees(shape(values["geometry"]))
    except (ShapelyError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise LineRefused(_("Le tracé n’est pas lisible."), column="geometry") from error
    if drawn.geom_type not in ("LineString", "MultiLineString", "Point"):
        raise LineRefused(_("Une ligne ou un point est attendu."), column="geometry", value=drawn.geom_type)
    plain = mapping(drawn)
    geometry = {"type": plain["type"], "coordinates": listed(plain["coordinates"])}
    kind = BarrierKind.PASSAGE if drawn.geom_type == "Point" else _kind(line)
    return fitted(Barrier, key, kind=kind.value, name=line.words(*_NAMES), geometry=geometry)


def _properties(values: Values) -> Values:
    properties = values.get("properties")
    return properties if isinstance(properties, dict) else {}


def _key(values: Values) -> str:
    line = Loose(_properties(values))
    return line.code(*_KEYS) or Loose(values).code("id") or slugify(line.words(*_NAMES))


def _kind(line: Loose) -> BarrierKind:
    """What the words say; else what the column is called."""
    said = folded(" ".join(line.words(name) for name in _NATURES))
    for kind, words in _BY_WORD.items():
        if any(word in said for word in words):
            return kind
    for column, kind in _BY_COLUMN.items():
        if line.has(column) and line.words(column):
            return kind
    raise line.refused(
        _(
            "Écrivez ce que c’est dans la colonne « nature » : voie ferrée, autoroute, voie rapide, fleuve, rivière "
            "ou canal."
        ),
        *_NATURES,
    )


BARRIERS = Source(
    name="barriers",
    label=gettext_lazy("Voies ferrées, fleuves, grandes routes et passages"),
    model=Barrier,
    layout=layout,
    help_text=gettext_lazy(
        "Des lignes que personne ne traverse à pied, et des points par où l’on passe (ponts, souterrains, passages à "
        "niveau), en GeoJSON : la page Équité compte alors le détour."
    ),
    json_paths=("features.item", "results.item", "item"),
    formats=("json",),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
