"""The national census of sports facilities (Data ES), and the short file of nine fields made from it.

The official set has 107 fields; names, mails, telephones and free remarks of those who declare are never read.
Facts, each left out when nobody answered: ``family``, ``activities``, ``nature`` (indoor, open air…), ``ground``,
``installation`` and ``installation_id``, ``is_free_access``, ``is_open_to_public``, ``is_seasonal``, ``is_lit``,
``has_showers``, ``has_toilets``, ``is_accessible``, ``handicaps``, ``wheelchair`` and ``senses`` (what is adapted,
part by part: WHEELCHAIR, SENSES), ``has_public_transport``, ``transports``, ``users``, ``partners``, ``owner_kind``,
``manager_kind``, ``surface`` (m²), ``length`` and ``width`` (m), ``is_near_priority_quarter``, ``updated_on``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.opendata.contacts import web_address
from preau.town.opendata.fitting import fitted, said
from preau.town.opendata.line import Line, Loose, expect, nested
from preau.town.opendata.positions import Position, degrees
from preau.town.opendata.source import Record, Source, Understands, Values, known_by
from preau.town.places.enums import PlaceRegister
from preau.town.places.models import PlaceRecord

_NUMBER = re.compile(r"E\d{3}I(?P<insee>(?:\d{2}|2[AB])\d{3})\d{4}")
_WITH_CITY = re.compile(r"(?P<street>.*?),?\s*(?P<postcode>\d{5})\s+(?P<city>\D.*)")
FIRST_TRUE_UPDATE = date(2025, 3, 31)
"""Before this day the census gave its own migration as the date of every line."""

WHEELCHAIR = {
    "entrance": "equip_pmr_acc",
    "area": "equip_pmr_aire",
    "path": "equip_pmr_chem",
    "showers": "equip_pmr_douche",
    "toilets": "equip_pmr_sanit",
    "stands": "equip_pmr_trib",
    "changing_rooms": "equip_pmr_vest",
}
SENSES = {
    "area": "equip_pshs_aire",
    "path": "equip_pshs_chem",
    "toilets": "equip_pshs_sanit",
    "signs": "equip_pshs_sign",
    "stands": "equip_pshs_trib",
    "changing_rooms": "equip_pshs_vest",
}
_TRUTHS = {
    "is_free_access": "equip_acc_libre",
    "is_open_to_public": "equip_ouv_public_bool",
    "is_seasonal": "equip_saison",
    "is_lit": "equip_eclair",
    "has_showers": "equip_douche",
    "has_toilets": "equip_sanit",
    "is_accessible": "inst_acc_handi_bool",
    "has_public_transport": "inst_trans_bool",
    "is_near_priority_quarter": "equip_qpv_200m",
}
_LISTS = {
    "handicaps": "inst_acc_handi_type",
    "transports": "inst_trans_type",
    "users": "equip_utilisateur",
    "partners": "inst_part_type",
    "owner_kind": "equip_prop_type",
    "manager_kind": "equip_gest_type",
    "nature": "equip_nature",
    "ground": "equip_sol",
}
_SIZES = {"surface": "equip_surf", "length": "equip_long", "width": "equip_larg"}
_ONE_WORD = frozenset("owner_kind manager_kind nature ground".split())


def layout(first: Values) -> Understands:
    if Line(first).has("equip_numero"):
        expect(first, "equip_nom", what=_("le recensement des équipements sportifs"))
        return known_by(lambda values: _number(Line(values), "equip_numero")[0], understand)
    what = _("le recensement des équipements sportifs (Data ES)")
    expect(first, ("id", "equip_numero"), "nom", "type_sport", what=what)
    return known_by(lambda values: _number(Line(values), "id")[0], understand_short)


def understand(values: Values) -> Record:
    """A line of the official set."""
    line, loose = Line(values), Loose(values)
    number, insee = _number(line, "equip_numero")
    lon, lat = position(line)
    return fitted(
        PlaceRecord,
        number,
        name=line.needed("equip_nom", "inst_nom"),
        kind=loose.words("equip_type_name"),
        address=loose.words("inst_adresse"),
        postcode=loose.code("inst_cp", width=5),
        insee_code=loose.code("new_code", "inst_com_code", width=5) or insee,
        city=loose.words("new_name", "inst_com_nom"),
        lon=lon,
        lat=lat,
        phone="",
        website=web_address(loose.text("equip_url")),
        facts=_facts(loose),
        access=_access(loose),
    )


def understand_short(values: Values) -> Record:
    """A line of the short file: nine fields, the address with its town at the end."""
    line, loose = Line(values), Loose(values)
    number, insee = _number(line, "id")
    address = loose.words("adresse")
    town = _WITH_CITY.fullmatch(address)
    try:
        lon, lat = degrees(line.number("longitude"), line.number("latitude"))
    except ValueError as error:
        raise line.refused(str(error), "latitude") from error
    return fitted(
        PlaceRecord,
        number,
        name=line.needed("nom"),
        kind=loose.words("type_sport"),
        address=town["street"] if town else address,
        postcode=town["postcode"] if town else "",
        insee_code=insee,
        city=town["city"] if town else loose.words("arrondissement"),
        lon=lon,
        lat=lat,
        phone="",
        website="",
        facts={"is_free_access": loose.truth("gratuit"), "is_accessible": loose.truth("handicap_access")},
        access={},
    )


def position(line: Line) -> Position:
    """Nearly all lines have one; a line without is kept, it is told by its address."""
    point = nested(line.get("equip_coordonnees", "coordonnees"))
    try:
        if point:
            return degrees(Line(point).number("lon", "x"), Line(point).number("lat", "y"))
        return degrees(line.number("equip_x"), line.number("equip_y"))
    except ValueError as error:
        raise line.refused(str(error), "equip_coordonnees", "coordonnees", "equip_x") from error


def _number(line: Line, column: str) -> tuple[str, str]:
    """The number of a facility, and the commune that stands inside."""
    number = line.needed_code(column).upper()
    found = _NUMBER.fullmatch(number)
    if found is None:
        raise line.refused(
            _("Un numéro d’équipement s’écrit E, trois chiffres, I, le code de la commune et quatre chiffres."), column
        )
    return number, found["insee"]


def _facts(line: Line) -> dict[str, Any]:
    lists = {name: line.listed(column) for name, column in _LISTS.items()}
    return {
        "family": line.words("equip_type_famille"),
        "activities": line.listed("aps_name", "equip_aps_nom", separators="|;,"),
        "installation": line.words("inst_nom"),
        "installation_id": line.code("inst_numero"),
        **{name: line.truth(column) for name, column in _TRUTHS.items()},
        **{name: ", ".join(found) if name in _ONE_WORD else found for name, found in lists.items()},
        **{name: line.number(column) for name, column in _SIZES.items()},
        "wheelchair": _answers(line, WHEELCHAIR),
        "senses": _answers(line, SENSES),
        "updated_on": _updated_on(line),
    }


def _answers(line: Line, columns: dict[str, str]) -> dict[str, bool]:
    return said({name: line.truth(column) for name, column in columns.items()})


def _access(line: Line) -> dict[str, bool]:
    """The two answers that mean the same in acceslibre."""
    return said({"sanitaires_presence": line.truth("equip_sanit"), "sanitaires_adaptes": line.truth("equip_pmr_sanit")})


def _updated_on(line: Line) -> str:
    day = line.day("equip_maj_date")
    return day.isoformat() if day and day >= FIRST_TRUE_UPDATE else ""


SPORTS = Source(
    name="sports",
    label=gettext_lazy("Équipements sportifs"),
    model=PlaceRecord,
    layout=layout,
    help_text=gettext_lazy(
        "Le recensement national des équipements sportifs (Data ES), en CSV ou en JSON, filtré sur votre commune : "
        "terrains, salles, piscines, accès libre et accessibilité. Les personnes qui déclarent ne sont jamais reprises."
    ),
    scope={"register": PlaceRegister.SPORTS},
    scope_by="insee_code",
    json_paths=("results.item", "records.item", "data.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
