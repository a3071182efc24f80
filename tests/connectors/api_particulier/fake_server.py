"""A FAKE of API Particulier, on loopback, for tests: it replays recorded answers by the parameters of the question.

It knows nobody: what it answers comes from the State's published test answers, or from the two of ours below.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import yaml

from tests.connectors.loopback import Sent, loopback

TOKEN, SIRET = "a-fake-token", "21990000100011"
_ONE_FIRST_NAME_AT_LEAST = {"recipient", "nomNaissance", "sexeEtatCivil", "codeCogInseePaysNaissance"}


@dataclass(frozen=True)
class Recorded:
    name: str
    params: dict
    status: int
    payload: object

    @property
    def key(self) -> frozenset:
        return _key((name, value) for name, value in _pairs(self.params))


@dataclass
class Fake:
    """``url``; ``asked``: what it was sent, in order; ``next``: answers given first, whatever is asked."""

    url: str = ""
    answers: dict = field(default_factory=dict)
    by_token: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    next: list = field(default_factory=list)


def recorded(folder: Path) -> list[Recorded]:
    found = []
    for path in sorted(folder.glob("*.y*ml")):
        call = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.append(Recorded(path.name, call.get("params") or {}, call["status"], json.loads(call["payload"])))
    return found


def of_our_own() -> list[Recorded]:
    """A found file and an unknown one, in our words: for whoever has no recorded answers at hand."""
    who = {"codeCogInseePaysNaissance": "99100", "codeCogInseeCommuneNaissance": "99998", "sexeEtatCivil": "F"}
    person = {"nom_naissance": "KERBRAT", "nom_usage": None, "prenoms": "SALOME", "date_naissance": "1988-05-02"}
    found = {
        "data": {
            "quotient_familial": {"fournisseur": "CNAF", "valeur": 640, "annee": 2026, "mois": 11},
            "allocataires": [person],
            "enfants": [{**person, "prenoms": "ZELIE", "date_naissance": "2018-03-14"}],
        },
        "links": {},
        "meta": {},
    }
    unknown = {"errors": [{"code": "37003", "title": "absent", "detail": "absent", "source": None, "meta": {}}]}
    born = {"anneeDateNaissance": 1988, "moisDateNaissance": 5, "jourDateNaissance": 2}
    return [
        Recorded("found", {**who, **born, "nomNaissance": "KERBRAT", "prenoms": ["SALOME"]}, 200, found),
        Recorded("unknown", {**who, **born, "nomNaissance": "PERSONNE", "prenoms": ["LEA"]}, 404, unknown),
    ]


@contextmanager
def fake_api_particulier(answers: list[Recorded]) -> Iterator[Fake]:
    fake = Fake(answers={each.key: each for each in answers}, by_token={f"fc:{each.name}": each for each in answers})

    def answer(request: BaseHTTPRequestHandler, _body: bytes) -> Sent:
        url, authorization = urlsplit(request.path), request.headers.get("Authorization", "")
        pairs = parse_qsl(url.query)
        fake.asked.append((url.path, pairs, authorization))
        status, payload, headers = _answer(fake, url.path, pairs, authorization)
        return status, headers, payload if isinstance(payload, bytes) else json.dumps(payload).encode()

    with loopback(answer) as fake.url:
        yield fake


def _answer(fake: Fake, path: str, pairs: list, authorization: str) -> tuple[int, object, dict]:
    if fake.next:
        return fake.next.pop(0)
    names = dict(pairs)
    if path.endswith("/france_connect"):
        call = fake.by_token.get(authorization.removeprefix("Bearer "))
    elif authorization != f"Bearer {TOKEN}":
        return 401, _error("00101"), {}
    elif missing := _ONE_FIRST_NAME_AT_LEAST - set(names):
        return 422, _error("00300", sorted(missing)[0]), {}
    else:
        call = fake.answers.get(_key((name, value) for name, value in pairs if name != "recipient"))
    return (call.status, call.payload, {}) if call else (404, _error("37003"), {})


def _error(code: str, parameter: str = "") -> dict:
    return {"errors": [{"code": code, "source": {"parameter": parameter} if parameter else None, "meta": {}}]}


def _pairs(params: dict) -> Iterator[tuple[str, str]]:
    for name, value in params.items():
        if isinstance(value, list):
            yield from ((f"{name}[]", str(each)) for each in value)
        else:
            yield name, str(value)


def _key(pairs) -> frozenset:
    """The same question, whatever the order of its parameters; first names keep theirs."""
    told = list(pairs)
    firsts = tuple(value for name, value in told if name == "prenoms[]")
    return frozenset([("prenoms", firsts), *((name, value) for name, value in told if name != "prenoms[]")])
