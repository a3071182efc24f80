"""The national register of associations: its monthly table (RNA), and the answers of API Entreprise.

The key is the RNA; in Alsace and Moselle, where the register is kept by the court, it is the SIREN. An association
that is dissolved stays in the list and is said to be so. Officers, declarants and mail addresses are never read.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.offer.providers.models import AssociationRecord
from preau.town.opendata.contacts import without_mails
from preau.town.opendata.fitting import fitted, said
from preau.town.opendata.line import Line, Loose, expect, nested
from preau.town.opendata.source import LineRefused, Record, Source, Understands, Values, known_by

_RNA = re.compile(r"W[0-9A-Z]{9}")
_NO_DAY = date(1800, 1, 1)
"""The table writes 0001-01-01 where it has no date."""
_ACTIVE = "A"
COMMON_REGIME, PUBLIC_GOOD = "Loi 1901", "Loi 1901, reconnue d’utilité publique"
"""In the words of the register: what is stored never depends on the language of who imports."""


def layout(first: Values) -> Understands:
    answer = answered(first)
    if first.get("errors") or (Line(answer).has("detail") and Line(answer).has("code")):
        return understand_answer
    if Line(answer).has("adresse_siege"):
        expect(answer, ("rna", "rna_id"), ("nom", "titre"), what=_("une réponse de l’annuaire des associations"))
        return understand_answer
    expect(
        first,
        "id",
        "titre",
        "position",
        ("adrs_codepostal", "adrs_codeinsee"),
        what=_("le répertoire des associations"),
    )
    return known_by(lambda values: Line(values).code("id").upper(), understand)


def answered(values: Values) -> Values:
    """What an answer of the interface wraps in ``data``; the answer itself when it wraps nothing."""
    return nested(values.get("data")) or values


def understand(values: Values) -> Record:
    """A line of the table: ``id`` is the RNA; ``position`` is A (active), D (dissolved) or S (struck off)."""
    line, loose = Line(values), Loose(values)
    rna = line.needed_code("id").upper()
    if not _RNA.fullmatch(rna):
        raise line.refused(_("Un numéro RNA s’écrit W suivi de neuf chiffres ou lettres."), "id")
    siret = _digits(loose.code("siret"), 14)
    street = _joined(loose, "adrs_numvoie", "adrs_repetition", "adrs_typevoie", "adrs_libvoie")
    return fitted(
        AssociationRecord,
        rna,
        rna=rna,
        siren=siret[:9],
        siret=siret,
        name=line.needed("titre"),
        purpose=without_mails(loose.text("objet")),
        regime=PUBLIC_GOOD if loose.text("rup_mi") else COMMON_REGIME,
        address=", ".join(
            filter(None, (loose.words("adrs_complement"), street or _joined(loose, "adr1", "adr2", "adr3")))
        ),
        postcode=loose.code("adrs_codepostal", width=5),
        insee_code=loose.code("adrs_codeinsee", width=5),
        city=loose.words("adrs_libcommune", "libcom"),
        is_active=loose.text("position").upper() == _ACTIVE and _day(loose, "date_disso") is None,
        created_on=_day(loose, "date_creat"),
        dissolved_on=_day(loose, "date_disso"),
        approvals=[],
    )


def understand_answer(values: Values) -> Record:
    """One association, in either version of the interface; a refusal of the interface is ours, with its words."""
    answer = answered(values)
    _refuse_errors(values)
    line, loose = Line(answer), Loose(answer)
    rna, siret = (
        loose.code("rna", "rna_id").upper(),
        _digits(loose.code("siret_siege", "siret_siege_social", "siret"), 14),
    )
    siren = _digits(loose.code("siren"), 9) or siret[:9]
    if not (rna or siren):
        raise LineRefused(_("Ni numéro RNA ni SIREN : rien ne désigne cette association."), column="rna")
    dissolved = _day(loose, "date_dissolution")
    seat, activities = Loose(nested(answer.get("adresse_siege"))), Loose(nested(answer.get("activites")))
    active = loose.truth("active", "etat")
    return fitted(
        AssociationRecord,
        rna or siren,
        rna=rna,
        siren=siren,
        siret=siret,
        name=line.needed("nom", "titre"),
        purpose=without_mails(activities.text("objet") or loose.text("objet")),
        regime=loose.words("regime") or COMMON_REGIME,
        address=", ".join(
            filter(None, (seat.words("complement"), _joined(seat, "numero_voie", "type_voie", "libelle_voie")))
        ),
        postcode=seat.code("code_postal", width=5),
        insee_code=seat.code("code_insee", width=5),
        city=seat.words("commune"),
        is_active=dissolved is None if active is None else active,
        created_on=_day(loose, "date_creation"),
        dissolved_on=dissolved,
        approvals=[_approval(each) for each in _objects(answer.get("agrements"))],
    )


def _refuse_errors(values: Values) -> None:
    errors = values.get("errors")
    told = nested(errors[0]) if isinstance(errors, list) and errors else values if "detail" in values else {}
    if told:
        line = Loose(told)
        raise LineRefused(
            _("Le registre n’a pas d’association à ce numéro : « %s »") % line.words("detail", "title"),
            column="errors",
            value=line.words("title", "code"),
        )


def _objects(value: object) -> list[Values]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _approval(values: Values) -> dict[str, Any]:
    line = Loose(values)
    since = line.day("date_attribution")
    return said(
        {
            "kind": line.words("type"),
            "level": line.words("niveau"),
            "by": line.words("attributeur"),
            "number": line.words("numero"),
            "since": since.isoformat() if since else "",
        }
    )


def _day(line: Line, column: str) -> date | None:
    day = line.day(column)
    return day if day and day > _NO_DAY else None


def _digits(written: str, length: int) -> str:
    return written if len(written) == length and written.isdigit() else ""


def _joined(line: Line, *columns: str) -> str:
    return " ".join(part for column in columns if (part := line.words(column)))


ASSOCIATIONS = Source(
    name="associations",
    label=gettext_lazy("Répertoire des associations"),
    model=AssociationRecord,
    layout=layout,
    help_text=gettext_lazy(
        "Le fichier RNA de votre département (CSV), réduit à votre commune, ou des réponses d’API Entreprise (JSON). "
        "Les dirigeants et les déclarants ne sont jamais repris."
    ),
    scope_by="insee_code",
    json_paths=("data.item", "associations.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
