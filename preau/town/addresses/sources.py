"""The Base Adresse Nationale: its table of 23 columns, with or without its new keys, the older one, and local bases.

Some numbers are no doors: the tax office numbers what has none from 5001 (2001 and up in some towns), local bases
write 99999. When neither the town certified such a number nor gave it, the address is kept without it: its point is
right and places the street, but nobody is sent to « 4244, rue du 4 Septembre ».
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.addresses.models import Address
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, Loose, expect
from preau.town.opendata.positions import Position, degrees, projected, projection_of
from preau.town.opendata.source import Record, Source, Understands, Values, known_by

_KEYS = ("id", "cle_interop", "id_ban_adresse")
_STREETS = ("nom_voie", "voie_nom")
_COMMUNES = ("code_insee", "commune_insee")
NO_DOOR = 99999
FIRST_DOUBTFUL = 2000
LAST_NUMBER = 9999


def layout(first: Values) -> Understands:
    expect(first, _KEYS, "numero", _STREETS, _COMMUNES, what=_("la Base Adresse Nationale"))
    return known_by(lambda values: Line(values).code(*_KEYS), understand)


def understand(values: Values) -> Record:
    line, loose = Line(values), Loose(values)
    street, insee = _street(line), line.needed_code(*_COMMUNES, width=5)
    certified = bool(loose.truth("certification_commune"))
    lon, lat = _position(line, insee)
    return fitted(
        Address,
        line.needed_code(*_KEYS),
        number=_number(line, certified),
        suffix=loose.words("rep", "suffixe").lower(),
        street=street,
        postcode=loose.code("code_postal", width=5),
        insee_code=insee,
        city=loose.words("nom_commune", "commune_nom"),
        lon=lon,
        lat=lat,
        is_certified=certified,
    )


def _street(line: Line) -> str:
    return line.words(*_STREETS) or line.needed("nom_ld", "lieudit_complement_nom", *_STREETS)


def _number(line: Line, certified: bool) -> int | None:
    number = line.whole("numero")
    if number is None or number == NO_DOOR:
        return None
    if number < 0:
        raise line.refused(_("Un numéro de rue est un nombre positif."), "numero")
    from_town = certified or Loose(line.values).words("source_position", "source").lower().startswith("commune")
    is_door = number < FIRST_DOUBTFUL or (from_town and number <= LAST_NUMBER)
    return number if is_door else None


def _position(line: Line, insee: str) -> Position:
    """Degrees, else the metres of the territory's projection; an address without a point is of no use."""
    try:
        found = degrees(line.number("lon", "long"), line.number("lat"))
        if found[0] is None:
            found = projected(line.number("x"), line.number("y"), projection_of(insee))
    except ValueError as error:
        raise line.refused(str(error), "lon", "long", "x") from error
    if found[0] is None:
        raise line.missing("lon", "long")
    return found


ADDRESSES = Source(
    name="addresses",
    label=gettext_lazy("Adresses (Base Adresse Nationale)"),
    model=Address,
    layout=layout,
    help_text=gettext_lazy(
        "Le fichier CSV de la Base Adresse Nationale pour votre commune : chaque porte et son point, pour trouver une "
        "adresse et un quartier sans interroger personne."
    ),
    scope_by="insee_code",
    json_paths=("item", "results.item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
