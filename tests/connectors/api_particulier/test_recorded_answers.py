"""Every answer that the State publishes for tests: the quotient through the client, all of them through the reading of errors."""

from __future__ import annotations

from datetime import date

from preau.connectors.api_particulier import ApiParticulier
from preau.connectors.api_particulier.mapping import FIELDS, failure
from preau.people.households.lookup import CivilIdentity, LookupFailed, LookupFailure

from .conftest import BY_IDENTITY, BY_LOGIN
from .fake_server import SIRET, TOKEN, fake_api_particulier, recorded

MEANING = {
    403: LookupFailure.OUR_FAULT,
    404: LookupFailure.NO_FILE,
    422: LookupFailure.WRONG_FIELD,
    429: LookupFailure.LATER,
    502: LookupFailure.AWAY,
    504: LookupFailure.AWAY,
}


def who(params: dict) -> tuple[CivilIdentity, date | None]:
    told = {
        part: params.get(name) or ("" if part not in ("year", "month", "day") else 0) for name, part in FIELDS.items()
    }
    told["first_names"] = tuple(told["first_names"] or ())
    month = date(params["annee"], params["mois"], 1) if "annee" in params else None
    return CivilIdentity(**told), month


def what_came(ask) -> object:
    try:
        return ask()
    except LookupFailed as met:
        return met


def check(call, came) -> None:
    if call.status != 200:
        assert isinstance(came, LookupFailed) and came.failure == MEANING[call.status], call.name
        return
    told = call.payload["data"]["quotient_familial"]
    assert (came.value, came.provider) == (told["valeur"], told["fournisseur"]), call.name
    assert (came.month.year, came.month.month) == (told["annee"], told["mois"])
    assert len(came.holders) == len(call.payload["data"]["allocataires"])
    assert [person.born for person in came.children] == [
        child["date_naissance"] for child in call.payload["data"]["enfants"]
    ]


def test_every_answer_by_identity_is_read(answers):
    calls = answers[BY_IDENTITY]
    with fake_api_particulier(calls) as fake:
        client = ApiParticulier(fake.url, token=TOKEN, recipient=SIRET, pause=lambda seconds: None)
        for call in calls:
            if not call.params.get("prenoms"):
                call.params.setdefault("prenoms", [])
            identity, month = who(call.params)
            check(call, what_came(lambda asked=identity, at=month: client.ask(asked, month=at)))
    assert len(calls) == 20


def test_every_answer_after_a_login_is_read(answers):
    calls = answers[BY_LOGIN]
    with fake_api_particulier(calls) as fake:
        client = ApiParticulier(fake.url, token=TOKEN, recipient=SIRET, pause=lambda seconds: None)
        for call in calls:
            check(call, what_came(lambda named=call.name: client.ask_connected(f"fc:{named}")))
    assert len(calls) == 7


def test_every_error_of_every_folder_says_one_sentence(shared):
    """The folders about disability are read here as files only: the product never calls those endpoints."""
    calls = [
        call
        for folder in sorted((shared / "data/api-particulier").iterdir())
        if folder.is_dir()
        for call in recorded(folder)
    ]
    assert len(calls) == 238
    for call in calls:
        if call.status == 200:
            continue
        met = failure(call.status, call.payload)
        assert met.failure == MEANING[call.status], call.name
        assert met.code == call.payload["errors"][0]["code"]
        assert str(met.failure.label).endswith(".") and "None" not in str(met.failure.label)
