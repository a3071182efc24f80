"""Outlines in GeoJSON, one kind of area a source, and the squares of 200 m of INSEE.

Publishers name the same thing in many ways: each kind lists the spellings that are met. Facts of an outline, each left
out when unknown: ``type``, ``large_quarter`` (grand quartier d’un IRIS), ``vintage``, ``population``, ``postcodes``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.areas.actions import weigh_after_import
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, Loose, nested
from preau.town.opendata.source import NotThisKind, Record, Source, Understands, Values, known_by

from .grid import GRID
from .outlines import as_geojson, outline_of

_SHAPES = ("geometry", "geo_shape", "geom", "geojson", "st_asgeojson")
_INSEE = ("insee_code", "code_insee", "insee_com", "com_code", "com_arm_cod", "com_arm_code", "depcom", "codgeo_com")


@dataclass(frozen=True, slots=True)
class Spellings:
    """How publishers name the key and the name of one kind of area."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    insee: tuple[str, ...] = _INSEE
    width: int = 0
    """How many figures a key has, where a spreadsheet may have taken the first zero off."""


_ANY_KEY = ("code", "id", "identifiant", "objectid", "gid", "fid")
_ANY_NAME = ("nom", "name", "libelle", "label", "lib")

_SPELLINGS = {
    AreaKind.COMMUNE: Spellings(
        ("code", "insee_com", "code_insee", "insee", "com_code", "codgeo", "com_current_code"),
        ("nom", "nom_com", "nom_commune", "com_name", "libgeo", "com_current_name", "name"),
        ("code", "insee_com", "code_insee", "insee", "com_code", "codgeo", "com_current_code"),
        width=5,
    ),
    AreaKind.QUARTER: Spellings(
        ("code_quartier", "c_qu", "c_quinsee", "id_quartier", "num_quartier", "code_iris_gq", *_ANY_KEY),
        ("nom_quartier", "l_qu", "quartier", "nom_qu", "libelle_quartier", *_ANY_NAME),
    ),
    AreaKind.IRIS: Spellings(
        ("iris_code", "code_iris", "dcomiris", "iris", *_ANY_KEY),
        ("iris_name", "nom_iris", "lib_iris", "libiris", *_ANY_NAME),
        width=9,
    ),
    AreaKind.PRIORITY: Spellings(
        ("code_qp", "code_qpv", "codeqp", "code_qp_2024", *_ANY_KEY),
        ("nom_qp", "lib_qp", "nom_qpv", "noms_qpv", *_ANY_NAME),
        (*_INSEE, "code_commune_qp", "list_com", "list_com_2024", "list_com_2023"),
    ),
    AreaKind.CATCHMENT: Spellings(
        ("uai", "code_uai", "code_rne", "id_secteur", "code_secteur", *_ANY_KEY),
        ("nom_secteur", "secteur", "nom_ecole", "ecole", "nom_etablissement", "college", *_ANY_NAME),
    ),
}


def layout(kind: AreaKind, first: Values) -> Understands:
    line = Line(first)
    if not line.has(*_SHAPES):
        raise NotThisKind(
            _("Ce fichier ne dessine pas de contours : des polygones au format GeoJSON sont attendus, avec leur nom.")
        )
    spellings, properties = _SPELLINGS[kind], _properties(first)
    if properties and not Line(properties).has(*spellings.keys, *spellings.names):
        raise NotThisKind(
            _("Aucun nom ni aucun code n’accompagne les contours. Propriétés trouvées : %s.")
            % ", ".join(list(properties)[:8])
        )
    return known_by(partial(_known_key, kind), partial(understand, kind))


def understand(kind: AreaKind, values: Values) -> Record:
    line, spellings = Loose(_properties(values)), _SPELLINGS[kind]
    name, key = line.words(*spellings.names), _key(values, line, spellings)
    if not (name or key):
        raise line.missing(*spellings.names)
    west, south, east, north, outline = _drawn(values)
    return fitted(
        Area,
        key or slugify(name),
        name=name or key,
        insee_code=_insee(kind, key, line, spellings),
        outline=outline,
        west=west,
        south=south,
        east=east,
        north=north,
        facts={
            "type": line.words("iris_type", "typ_iris", "type"),
            "large_quarter": line.words("iris_grd_qu", "grd_quart", "lib_grd_quart"),
            "vintage": line.words("year", "annee", "millesime"),
            "population": line.number("population", "pop", "p_pop"),
            "postcodes": line.listed("codespostaux", "codes_postaux", "postal_code", separators=",;|/"),
        },
    )


def _properties(values: Values) -> Values:
    """The properties of a feature; of a flat line, everything but its shape. Lists of one item are the item."""
    properties = values.get("properties")
    if not isinstance(properties, Mapping):
        properties = {name: value for name, value in values.items() if not isinstance(value, Mapping)}
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in properties.items()
    }


def _known_key(kind: AreaKind, values: Values) -> str:
    line, spellings = Loose(_properties(values)), _SPELLINGS[kind]
    return _key(values, line, spellings) or slugify(line.words(*spellings.names))


def _key(values: Values, line: Line, spellings: Spellings) -> str:
    return line.code(*spellings.keys, width=spellings.width) or Loose(values).code("id", "recordid")


def _insee(kind: AreaKind, key: str, line: Line, spellings: Spellings) -> str:
    """An IRIS begins with its commune; a list of several communes is none of them."""
    found = key if kind == AreaKind.COMMUNE else line.code(*spellings.insee, width=5)
    if not found and kind == AreaKind.IRIS and len(key) == 9:
        found = key[:5]
    return found if len(found) == 5 else ""


def _drawn(values: Values) -> tuple[float, float, float, float, dict[str, Any]]:
    line = Line(values)
    try:
        outline = outline_of(nested(line.get(*_SHAPES)))
    except ValueError as error:
        raise line.refused(str(error), *_SHAPES) from error
    return *outline.bounds, as_geojson(outline)


def _source(kind: AreaKind, name: str, label: Promise, help_text: Promise, scope_by: str = "") -> Source:
    return Source(
        name=name,
        label=label,
        model=Area,
        layout=partial(layout, kind),
        help_text=help_text,
        scope={"kind": kind},
        scope_by=scope_by,
        json_paths=("features.item", "results.item", "records.item", "item"),
        formats=("json", "csv"),
        licence=gettext_lazy("Licence Ouverte 2.0"),
        after=weigh_after_import if kind == AreaKind.COMMUNE else None,
    )


AREAS = (
    _source(
        AreaKind.COMMUNE,
        "communes",
        gettext_lazy("Contours des communes"),
        gettext_lazy("Les communes en GeoJSON (code INSEE et nom) : la vôtre, et ses voisines pour la carte."),
    ),
    _source(
        AreaKind.QUARTER,
        "quarters",
        gettext_lazy("Contours des quartiers"),
        gettext_lazy("Vos quartiers, vos cantons ou tout autre découpage de la ville, en GeoJSON, avec leur nom."),
    ),
    _source(
        AreaKind.IRIS,
        "iris",
        gettext_lazy("Îlots statistiques (IRIS)"),
        gettext_lazy("Les IRIS de l’INSEE et de l’IGN en GeoJSON (code à neuf chiffres et nom)."),
        "insee_code",
    ),
    _source(
        AreaKind.PRIORITY,
        "priority-quarters",
        gettext_lazy("Quartiers prioritaires"),
        gettext_lazy("Les quartiers prioritaires de la politique de la ville (QPV) en GeoJSON."),
    ),
    _source(
        AreaKind.CATCHMENT,
        "catchments",
        gettext_lazy("Secteurs scolaires"),
        gettext_lazy("Les secteurs de vos écoles en GeoJSON, avec le nom ou l’identifiant (UAI) de chaque école."),
    ),
)
__all__ = ["AREAS", "GRID"]
