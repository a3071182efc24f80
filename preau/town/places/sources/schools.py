"""The national school directory (fr-en-annuaire-education): CSV of 2023 and of 2026, JSON of the API.

The vintages differ by the spelling of columns only, so one reading takes them all. Facts, each left out when the
directory says nothing: ``type`` (« Ecole », « Collège »…), ``nature`` (three digits), ``levels`` (LEVELS), ``status``
(public, private), ``contract``, ``state`` (open, closing), ``priority`` (REP, REP+), ``has_canteen``, ``has_boarding``,
``has_ulis``, ``has_segpa``, ``has_apprenticeship``, ``sections`` (SECTIONS), ``mail`` (the school’s box), ``siret``,
``pupils``, ``district`` and ``district_code`` (circonscription), ``mother`` and ``mother_link``, ``academy``,
``inclusion_pole`` (PIAL), ``department`` (three digits), ``opened_on``, ``updated_on``, ``position_is`` (how sure).
"""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.opendata.contacts import phone, web_address
from preau.town.opendata.fitting import fitted
from preau.town.opendata.line import Line, Loose, expect
from preau.town.opendata.positions import LAMBERT_93, Position, degrees, epsg_of, in_text, projected
from preau.town.opendata.source import Record, Source, Understands, Values, known_by
from preau.town.places.enums import PlaceRegister
from preau.town.places.models import PlaceRecord

_UAI = re.compile(r"\d{7}[A-Z]")

LEVELS = {
    "nursery": "Ecole_maternelle",
    "elementary": "Ecole_elementaire",
    "general": "Voie_generale",
    "technological": "Voie_technologique",
    "vocational": "Voie_professionnelle",
    "post_bac": "Post_BAC",
}
"""What is taught, beside ``lower_secondary`` that a collège does not say in a column."""

SECTIONS = {
    "arts": "Section_arts",
    "cinema": "Section_cinema",
    "theatre": "Section_theatre",
    "sport": "Section_sport",
    "international": "Section_internationale",
    "european": "Section_europeenne",
}
_TRUTHS = {
    "has_canteen": "Restauration",
    "has_boarding": "Hebergement",
    "has_ulis": "ULIS",
    "has_segpa": "Segpa",
    "has_apprenticeship": "Apprentissage",
}
_STATES = {"OUVERT": "open", "A FERMER": "closing"}
_STATUSES = {"Public": "public", "Privé": "private"}
_KINDS = {
    "101": "école maternelle",
    "103": "école maternelle d’application",
    "151": "école élémentaire",
    "153": "école élémentaire d’application",
    "162": "école élémentaire spécialisée",
    "169": "école régionale du premier degré",
    "300": "lycée général et technologique",
    "302": "lycée général",
    "306": "lycée polyvalent",
    "320": "lycée professionnel",
    "340": "collège",
    "390": "établissement régional d’enseignement adapté",
}
"""The natures that a town meets; the others are shown in the directory's own capitals, made readable."""
_LOWER_SECONDARY = frozenset(["340", "352", "390"])


def layout(first: Values) -> Understands:
    expect(
        first,
        ("Identifiant_de_l_etablissement", "numero_uai"),
        ("Nom_etablissement", "appellation_officielle"),
        what=_("l’annuaire de l’éducation"),
    )
    return known_by(lambda values: _uai(Line(values)), understand)


def understand(values: Values) -> Record:
    line, loose = Line(values), Loose(values)
    nature = loose.code("code_nature", "nature_uai")
    lon, lat = position(line)
    return fitted(
        PlaceRecord,
        _uai(line),
        name=line.needed("Nom_etablissement", "appellation_officielle"),
        kind=_kind(nature, loose.words("libelle_nature", "nature_uai_libe")),
        address=_address(loose),
        postcode=loose.code("Code_postal", "code_postal_uai", width=5),
        insee_code=loose.code("Code_commune", "code_commune", width=5),
        city=loose.words("Nom_commune", "libelle_commune"),
        lon=lon,
        lat=lat,
        phone=phone(loose.text("Telephone")),
        website=web_address(loose.text("Web")),
        facts=_facts(loose, nature),
        access={},
    )


def position(line: Line) -> Position:
    """Degrees where the directory gives them, else its metres and the projection that it names."""
    try:
        found = degrees(line.number("longitude"), line.number("latitude"))
        if found[0] is None and isinstance(point := line.get("position"), dict):
            found = degrees(point.get("lon"), point.get("lat"))
        elif found[0] is None and (written := line.text("position")):
            found = in_text(written)
        if found[0] is None:
            found = projected(
                line.number("coordX_origine", "coordonnee_X", "coordonnee_x"),
                line.number("coordY_origine", "coordonnee_Y", "coordonnee_y"),
                epsg_of(line.text("epsg_origine", "epsg")) or LAMBERT_93,
            )
    except ValueError as error:
        raise line.refused(str(error), "position", "latitude") from error
    return found


def _uai(line: Line) -> str:
    uai = line.needed_code("Identifiant_de_l_etablissement", "numero_uai").upper()
    if not _UAI.fullmatch(uai):
        raise line.refused(
            _("L’identifiant d’un établissement (UAI) a sept chiffres et une lettre."),
            "Identifiant_de_l_etablissement",
            "numero_uai",
        )
    return uai


def _kind(nature: str, written: str) -> str:
    return _KINDS.get(nature) or written.capitalize()


def _address(line: Line) -> str:
    parts = (line.words("Adresse_1", "adresse_uai"), line.words("Adresse_2"))
    return ", ".join(part for part in parts if part)


def _facts(line: Line, nature: str) -> dict[str, Any]:
    state, status = line.words("etat"), line.words("Statut_public_prive", "secteur_public_prive_libe")
    contract = line.words("Type_contrat_prive")
    return {
        "type": line.words("Type_etablissement"),
        "nature": nature,
        "levels": _levels(line, nature),
        "status": _STATUSES.get(status, status),
        "contract": "" if contract.upper() == "SANS OBJET" else contract,
        "state": _STATES.get(state.upper(), state),
        "priority": line.words("Appartenance_Education_Prioritaire"),
        **{name: line.truth(column) for name, column in _TRUTHS.items()},
        "sections": [name for name, column in SECTIONS.items() if line.truth(column)],
        "mail": line.words("Mail"),
        "siret": line.code("SIREN_SIRET"),
        "pupils": line.whole("Nombre_d_eleves"),
        "district": line.words("nom_circonscription"),
        "district_code": line.code("code_circonscription"),
        "mother": line.code("etablissement_mere"),
        "mother_link": line.words("type_rattachement_etablissement_mere"),
        "inclusion_pole": line.code("PIAL"),
        "academy": line.words("Libelle_academie"),
        "department": line.code("Code_departement", width=3),
        "opened_on": _iso(line, "date_ouverture"),
        "updated_on": _iso(line, "date_maj_ligne"),
        "position_is": line.words("precision_localisation"),
    }


def _levels(line: Line, nature: str) -> list[str]:
    taught = [name for name, column in LEVELS.items() if line.truth(column)]
    return ["lower_secondary", *taught] if nature in _LOWER_SECONDARY else taught


def _iso(line: Line, column: str) -> str:
    day = line.day(column)
    return day.isoformat() if day else ""


SCHOOLS = Source(
    name="schools",
    label=gettext_lazy("Annuaire de l’éducation"),
    model=PlaceRecord,
    layout=layout,
    help_text=gettext_lazy(
        "Le fichier « fr-en-annuaire-education » du ministère, en CSV ou en JSON, pour votre commune ou pour tout le "
        "département : écoles, collèges, lycées, avec leurs coordonnées, leurs dispositifs et leur circonscription."
    ),
    scope={"register": PlaceRegister.SCHOOLS},
    scope_by="insee_code",
    json_paths=("results.item", "records.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
