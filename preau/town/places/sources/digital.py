"""Places of digital help: the national schema (CSV, 32 columns), its first version, and declared local columns.

Facts, each left out when nobody said it: ``types`` (codes of the schema), ``services``, ``publics``, ``special_care``,
``fees``, ``help_modes``, ``access_modes``, ``programmes``, ``labels``, ``other_labels``, ``summary``, ``details``,
``hours`` (in the words of OpenStreetMap) or ``hours_as_written``, ``booking_url``, ``is_itinerant``, ``is_inactive``,
``parent``, ``siret``, ``rna``, ``access_url``, ``source``, ``updated_on``. Mail addresses are never read: they may be
somebody's own.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import opening_hours
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.opendata.contacts import phone, web_address, without_mails
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, Loose, column_key, expect
from preau.town.opendata.positions import placed
from preau.town.opendata.source import LineRefused, Record, Source, Understands, Values, known_by
from preau.town.places.enums import PlaceRegister
from preau.town.places.models import PlaceRecord

from .declarations import DECLARATIONS
from .mapping import Declaration, fits, local_column, nationally

_NATIONAL = ("id", "nom", "commune", "adresse", "services", "date_maj")
_TODAY = ("publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge")
_RNA = re.compile(r"W\d{9}")

TYPES = {
    "ASSO": "association",
    "BIB": "bibliothèque",
    "CAF": "caisse d’allocations familiales",
    "CCAS": "centre communal d’action sociale",
    "CC": "communauté de communes",
    "CD": "conseil départemental",
    "CS": "centre social",
    "EVS": "espace de vie sociale",
    "FT": "France Travail",
    "PE": "France Travail",
    "LA_POSTE": "bureau de poste",
    "MDS": "maison départementale des solidarités",
    "MJC": "maison des jeunes et de la culture",
    "ML": "mission locale",
    "MUNI": "mairie",
    "PAD": "point d’accès au droit",
    "PIJ_BIJ": "point ou bureau information jeunesse",
    "RFS": "France services",
    "TIERS_LIEUX": "tiers-lieu",
}
"""The types of the schema that a town meets; another one is shown by its code."""


def layout(first: Values) -> Understands:
    line = Line(first)
    if line.has(*_TODAY) and line.has("id") and line.has("nom"):
        return known_by(_key, understand)
    for territory, declaration in DECLARATIONS.items():
        if fits(declaration, first):
            return declared(declaration, territory)
    expect(first, *_NATIONAL, what=_("la liste des lieux de médiation numérique"))
    return known_by(_key, understand)


def declared(declaration: Declaration, territory: str = "") -> Understands:
    """The reading of a territory's own columns."""
    return known_by(
        lambda values: _key(nationally(declaration, values), territory),
        partial(_understand_local, declaration, territory),
    )


def _understand_local(declaration: Declaration, territory: str, values: Values) -> Record:
    try:
        return understand(nationally(declaration, values), territory)
    except LineRefused as refused:
        local = local_column(declaration, refused.column)
        raise LineRefused(refused.reason, column=local, value=refused.value) from refused


def understand(values: Values, territory: str = "") -> Record:
    line, loose = Line(values), Loose(values)
    types = loose.listed("typologie")
    try:
        lon, lat = placed(line.number("longitude"), line.number("latitude"))
    except ValueError as error:
        raise line.refused(str(error), "latitude") from error
    return fitted(
        PlaceRecord,
        _key(values, territory),
        name=line.needed("nom"),
        kind=TYPES.get(types[0], types[0]) if types else "",
        address=", ".join(filter(None, (loose.words("adresse"), loose.words("complement_adresse")))),
        postcode=loose.code("code_postal", width=5),
        insee_code=loose.code("code_insee", width=5),
        city=loose.words("commune"),
        lon=lon,
        lat=lat,
        phone=phone(loose.text("telephone")),
        website=web_address(loose.text("site_web")),
        facts=_facts(loose, types),
        access={},
    )


def _key(values: Values, territory: str = "") -> str:
    """Keys of the cartography are unique in France; a bare number or a local key is so within its origin only."""
    key = Line(values).needed_code("id")
    origin = territory or column_key(Loose(values).words("source"))
    is_local = key.isdigit() or origin in DECLARATIONS
    return f"{origin}:{key}" if is_local and origin else key


def _facts(line: Line, types: list[str]) -> dict[str, Any]:
    pivot = line.code("pivot")
    day = line.day("date_maj")
    return {
        "types": types,
        "services": line.listed("services"),
        "publics": line.listed("publics_specifiquement_adresses"),
        "special_care": line.listed("prise_en_charge_specifique"),
        "fees": line.listed("frais_a_charge"),
        "help_modes": line.listed("modalites_accompagnement"),
        "access_modes": line.listed("modalites_acces"),
        "programmes": line.listed("dispositif_programmes_nationaux"),
        "labels": line.listed("formations_labels"),
        "other_labels": line.listed("autres_formations_labels"),
        "summary": without_mails(line.text("presentation_resume")),
        "details": without_mails(line.text("presentation_detail")),
        **_hours(line.words("horaires")),
        "booking_url": web_address(line.text("prise_rdv")),
        "is_itinerant": "Itinérant" in line.listed("itinerance") or None,
        "is_inactive": bool(line.listed("etat")) or None,
        "parent": line.words("structure_parente"),
        "siret": pivot if len(pivot) == 14 and pivot.isdigit() else "",
        "rna": pivot if _RNA.fullmatch(pivot) else "",
        "access_url": web_address(line.text("fiche_acces_libre")),
        "source": line.words("source"),
        "updated_on": day.isoformat() if day else "",
    }


def _hours(written: str) -> dict[str, str]:
    """Opening hours that a program can read, else the words as they stand."""
    if not written:
        return {}
    return {"hours" if opening_hours.validate(written) else "hours_as_written": written}


DIGITAL = Source(
    name="digital",
    label=gettext_lazy("Lieux de médiation numérique"),
    model=PlaceRecord,
    layout=layout,
    help_text=gettext_lazy(
        "La liste des lieux où l’on est aidé pour ses démarches et son ordinateur, au schéma national de la médiation "
        "numérique (CSV ou JSON). Les adresses électroniques ne sont pas reprises."
    ),
    scope={"register": PlaceRegister.DIGITAL},
    scope_by="insee_code",
    json_paths=("item", "results.item", "records.item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
