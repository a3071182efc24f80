"""acceslibre: the exchange format in CSV, the public programming interface, and the older extracts of 2020.

``access`` keeps each answer under acceslibre's own name (``answers.ANSWERS``). Facts, each left out when unknown:
``siret``, ``contact_url``, ``register_url`` (public accessibility register), ``is_compliant``. The mail address of the
person who sent the line is never read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.town.opendata.contacts import phone, web_address
from preau.town.opendata.fitting import fitted, said
from preau.town.opendata.line import Line, Loose, column_key, nested
from preau.town.opendata.positions import Position, degrees, in_well_known_text
from preau.town.opendata.source import NotThisKind, Record, Source, Understands, Values, known_by
from preau.town.places.enums import PlaceRegister
from preau.town.places.models import PlaceRecord

from .answers import ANSWERS, Answer, Shape

_NAMES = ("name", "nom")
_POSTCODES = ("postal_code", "code_postal")


def layout(first: Values) -> Understands:
    """The columns of the format in CSV; ``fields`` of an extract; sections of answers in the public interface."""
    if isinstance(first.get("fields"), dict) and str(first.get("model", "")) == "erp.erp":
        return known_by(lambda values: Line(values).code("pk"), understand_extract)
    if isinstance(first.get("accessibilite"), dict) or {"uuid", "geom", "activite"} <= set(first):
        return known_by(lambda values: Line(values).code("uuid", "id"), understand_api)
    if not any(Line(first).has(answer.name) for answer in ANSWERS):
        raise NotThisKind(
            _("Ce fichier n’est pas un fichier acceslibre : aucune colonne ne porte de réponse sur l’accessibilité.")
        )
    return known_by(lambda values: Line(values).code("id"), understand)


def understand(values: Values) -> Record:
    """A line of the exchange format: its official columns are asked for, whatever else stands there."""
    line, loose = Line(values), Loose(values)
    name = line.needed("name")
    for column in ("postal_code", "commune"):
        line.needed(column)
    try:
        lon, lat = degrees(line.number("longitude"), line.number("latitude"))
    except ValueError as error:
        raise line.refused(str(error), "latitude") from error
    return _record(line.needed_code("id"), name, loose, (lon, lat), access=answers_of(line))


def understand_extract(values: Values) -> Record:
    """A line of the extract of 2020: everything in ``fields``, the point in one text."""
    line = Line(nested(values.get("fields")))
    return _record(
        Line(values).needed_code("pk"), line.needed("nom"), Loose(line.values), _point(line), access=answers_of(line)
    )


def understand_api(values: Values) -> Record:
    """A place of the public interface: answers grouped by section under ``accessibilite``."""
    line = Line(values)
    answers: dict[str, Any] = {}
    for section, value in nested(values.get("accessibilite")).items():
        answers |= value if isinstance(value, dict) else {section: value}
    return _record(
        line.needed_code("uuid", "id"),
        line.needed(*_NAMES),
        Loose(values),
        _point(line),
        access=answers_of(Line(answers)),
        papers=Loose(answers),
    )


def answers_of(line: Line) -> dict[str, Any]:
    """What was answered, each read as its shape asks. Refuses a value that the format does not know."""
    return said({answer.name: _answer(line, answer) for answer in ANSWERS if line.get(answer.name) is not None})


def _answer(line: Line, answer: Answer) -> Any:
    match answer.shape:
        case Shape.TRUTH:
            return line.truth(answer.name)
        case Shape.COUNT:
            return _count(line, answer.name)
        case Shape.CHOICE:
            return next(iter(_chosen(line, answer)), None)
        case Shape.CHOICES:
            return list(_chosen(line, answer))


def _count(line: Line, name: str) -> int | None:
    found = line.whole(name)
    if found is not None and found < 0:
        raise line.refused(_("Un nombre positif est attendu."), name)
    return found


def _chosen(line: Line, answer: Answer) -> Iterator[str]:
    """Values are compared without capitals or accents: « Formes » is « formés »."""
    known = {column_key(value): value for value in answer.values}
    for written in line.listed(answer.name, separators=",;|"):
        if (value := known.get(column_key(written))) is None:
            raise line.refused(
                _("« %(written)s » ne répond pas à « %(question)s ». Réponses possibles : %(known)s.")
                % {
                    "written": written,
                    "question": answer.label,
                    "known": ", ".join(value for value, _label in answer.choices),
                },
                answer.name,
            )
        yield value


def _point(line: Line) -> Position:
    point = nested(line.get("geom"))
    try:
        if point:
            lon, lat = point["coordinates"][:2]
            return degrees(float(lon), float(lat))
        return in_well_known_text(line.text("geom")) if line.text("geom") else (None, None)
    except (ValueError, TypeError, KeyError) as error:
        raise line.refused(
            _("Le point n’est pas lisible : une longitude puis une latitude sont attendues."), "geom"
        ) from error


def _record(
    key: str, name: str, line: Line, position: Position, *, access: dict[str, Any], papers: Line | None = None
) -> Record:
    papers = papers or line
    lon, lat = position
    return fitted(
        PlaceRecord,
        key,
        name=name,
        kind=_kind(line),
        address=_address(line),
        postcode=line.code(*_POSTCODES, width=5),
        insee_code=line.code("code_insee", width=5),
        city=line.words("commune"),
        lon=lon,
        lat=lat,
        phone=phone(line.text("telephone")),
        website=web_address(line.text("site_internet")),
        facts={
            "siret": line.code("siret"),
            "contact_url": web_address(line.text("contact_url")),
            "register_url": web_address(papers.text("registre_url")),
            "is_compliant": papers.truth("conformite"),
        },
        access=access,
    )


def _kind(line: Line) -> str:
    """The activity in words; the extract gives the number of a list that it does not carry."""
    activity = line.get("activite")
    if isinstance(activity, dict):
        return Line(activity).words("nom")
    return "" if isinstance(activity, int) else line.words("activite")


def _address(line: Line) -> str:
    if whole := line.words("adresse"):
        return whole
    street = " ".join(part for part in (line.words("numero"), line.words("voie")) if part)
    return ", ".join(part for part in (street, line.words("lieu_dit")) if part)


ACCESS = Source(
    name="access",
    label=gettext_lazy("Accessibilité des lieux (acceslibre)"),
    model=PlaceRecord,
    layout=layout,
    help_text=gettext_lazy(
        "Un fichier au format d’échange d’acceslibre (CSV) ou la réponse de son interface publique (JSON) : l’accès à "
        "chaque lieu, réponse par réponse, dans les mots d’acceslibre."
    ),
    scope={"register": PlaceRegister.ACCESS},
    scope_by="insee_code",
    json_paths=("results.item", "item"),
    licence=gettext_lazy("Licence Ouverte 2.0"),
)
