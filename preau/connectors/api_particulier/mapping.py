"""What goes into a question, and what an answer says. Pure: no network, no clock."""

from __future__ import annotations

from datetime import date
from typing import Any

from preau.people.households.lookup import (
    FRANCE,
    CivilIdentity,
    FoundPerson,
    FoundQuotient,
    LookupFailed,
    LookupFailure,
)

_PROVIDERS = ("CNAF", "MSA")
_MOST_PEOPLE = 40

FIELDS = {
    "nomNaissance": "birth_name",
    "nomUsage": "usual_name",
    "prenoms": "first_names",
    "sexeEtatCivil": "sex",
    "anneeDateNaissance": "year",
    "moisDateNaissance": "month",
    "jourDateNaissance": "day",
    "codeCogInseePaysNaissance": "country",
    "codeCogInseeCommuneNaissance": "commune",
    "nomCommuneNaissance": "commune_name",
    "codeCogInseeDepartementNaissance": "departement",
}
"""Names of the parameters of a question, and the part of the identity each of them comes from."""


def question(identity: CivilIdentity, *, month: date | None = None) -> list[tuple[str, str]]:
    """The parameters of the call, empty ones left out. ``month``: any day of the month asked about."""
    asked: list[tuple[str, str]] = []
    for name, part in FIELDS.items():
        value = getattr(identity, part)
        if part == "first_names":
            asked += [("prenoms[]", each) for each in value]
        elif value and _tells_a_place(part, identity):
            asked.append((name, str(value)))
    if month is not None:
        asked += [("annee", str(month.year)), ("mois", str(month.month))]
    return asked


def answer(payload: Any) -> FoundQuotient:
    """Raises LookupFailed (unreadable) for anything that is not an answer as documented."""
    try:
        data = payload["data"]
        told = data["quotient_familial"]
        value, provider = told["valeur"], told["fournisseur"]
        month = date(told["annee"], told["mois"], 1)
    except (KeyError, TypeError, ValueError) as error:
        raise LookupFailed(LookupFailure.UNREADABLE) from error
    if type(value) is not int or value < 0 or provider not in _PROVIDERS:
        raise LookupFailed(LookupFailure.UNREADABLE)
    return FoundQuotient(value, provider, month, _people(data, "allocataires"), _people(data, "enfants"))


def failure(status: int, payload: Any) -> LookupFailed:
    """What an answer other than 200 means, by its status; the code of the first error goes to the journal only."""
    error = _first_error(payload)
    code = str(error.get("code") or status)[:10]
    if status == 422:
        return LookupFailed(LookupFailure.WRONG_FIELD, field=_field(error), code=code)
    return LookupFailed(_BY_STATUS.get(status, _otherwise(status)), code=code)


_BY_STATUS = {
    401: LookupFailure.OUR_FAULT,
    403: LookupFailure.OUR_FAULT,
    404: LookupFailure.NO_FILE,
    409: LookupFailure.IN_PROGRESS,
    429: LookupFailure.LATER,
}


def _otherwise(status: int) -> LookupFailure:
    return LookupFailure.AWAY if status >= 500 else LookupFailure.OUR_FAULT


def _tells_a_place(part: str, identity: CivilIdentity) -> bool:
    """A birth place in France is told by its code, or by its name and département; abroad, by the country alone."""
    if part == "commune":
        return identity.country == FRANCE
    if part in ("commune_name", "departement"):
        return identity.country == FRANCE and not identity.commune
    return True


def _people(data: Any, block: str) -> tuple[FoundPerson, ...]:
    """A block may be missing: it depends on what the town was granted."""
    rows = data.get(block)
    if not isinstance(rows, list):
        return ()
    return tuple(_person(row) for row in rows[:_MOST_PEOPLE] if isinstance(row, dict))


def _person(row: dict[str, Any]) -> FoundPerson:
    names = (row.get("prenoms"), row.get("nom_usage") or row.get("nom_naissance"))
    return FoundPerson(" ".join(str(name) for name in names if name)[:160], str(row.get("date_naissance") or "")[:10])


def _first_error(payload: Any) -> dict[str, Any]:
    errors = payload.get("errors") if isinstance(payload, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else None
    return first if isinstance(first, dict) else {}


def _field(error: dict[str, Any]) -> str:
    source = error.get("source")
    named = source.get("parameter") if isinstance(source, dict) else ""
    return FIELDS.get(str(named).removesuffix("[]"), "")
