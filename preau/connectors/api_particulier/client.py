"""The client: one question, one retry when the other side asks for it, a short patience and a small answer."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import httpx

from preau.foundation.turns import aside
from preau.people.households.lookup import CivilIdentity, FoundQuotient, LookupFailed, LookupFailure

from .mapping import answer, failure, question

_QUOTIENT = "/v3/dss/quotient_familial"
_AGAIN = frozenset({429, 502, 504})
_PATIENCE = httpx.Timeout(10.0, connect=3.0)
_LARGEST = 200_000  # bytes; a real answer weighs two thousand
_LONGEST_WAIT = 5.0  # seconds: somebody stands at the counter
_USUAL_WAIT = 1.0
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class InsecureHost(Exception):
    """An identity and a token would travel in clear."""


class ApiParticulier:
    """``recipient`` is the SIRET of the town, which every question names. Raises InsecureHost.

    Implements ``FamilyQuotientProvider``. Redirections are not followed: the token goes to this host only.
    """

    def __init__(self, url: str, *, token: str, recipient: str, pause: Callable[[float], None] = time.sleep) -> None:
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise InsecureHost(url)
        self._url, self._token, self._recipient, self._pause = url.rstrip("/"), token, recipient, pause

    def ask(self, identity: CivilIdentity, *, month: date | None = None) -> FoundQuotient:
        """By the civil identity. Raises LookupFailed."""
        return self._quotient("identite", question(identity, month=month), self._token)

    def ask_connected(self, access_token: str, *, month: date | None = None) -> FoundQuotient:
        """For somebody who has just come through FranceConnect, with the token of that login. Raises LookupFailed."""
        asked = [("annee", str(month.year)), ("mois", str(month.month))] if month else []
        return self._quotient("france_connect", asked, access_token)

    def _quotient(self, way: str, asked: list[tuple[str, str]], bearer: str) -> FoundQuotient:
        parameters = [("recipient", self._recipient), *asked]
        status, payload = self._get(f"{self._url}{_QUOTIENT}/{way}", parameters, bearer)
        if status != 200:
            raise failure(status, payload)
        return answer(payload)

    def _get(self, url: str, parameters: list[tuple[str, str]], bearer: str) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {bearer}", "Accept": "application/json"}
        try:
            with aside(), httpx.Client(timeout=_PATIENCE, headers=headers) as client:
                status, wait, payload = _read(client, url, parameters)
                if status in _AGAIN:
                    self._pause(wait)
                    status, _, payload = _read(client, url, parameters)
        except httpx.HTTPError as error:
            raise LookupFailed(LookupFailure.AWAY, code=type(error).__name__) from error
        return status, payload


def _read(client: httpx.Client, url: str, parameters: list[tuple[str, str]]) -> tuple[int, float, Any]:
    """Status, how long to wait before asking again, and the JSON (None when it is not)."""
    with client.stream("GET", url, params=tuple(parameters)) as response:
        body = b""
        for piece in response.iter_bytes():
            body += piece
            if len(body) > _LARGEST:
                raise LookupFailed(LookupFailure.UNREADABLE, code="size")
    return response.status_code, _wait(response.headers.get("Retry-After", "")), _json(body)


def _wait(told: str) -> float:
    """Seconds; a date is not read: the usual wait does."""
    return min(float(told), _LONGEST_WAIT) if told.strip().isdecimal() else _USUAL_WAIT


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
