"""One login: out with a state, a nonce and a proof of the code; back with a person who was checked."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from authlib.common.security import generate_token
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from preau.foundation.turns import aside

from .errors import LoginRefusal, LoginRefused
from .tokens import believed, signed_claims

SCOPES = "openid given_name family_name preferred_username"
"""The least that recognises an adult of a family: neither birth place nor address nor sex."""
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_PATIENCE = httpx.Timeout(8.0, connect=3.0)
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is kept in the visit between going and coming back. Used once."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who came back. ``subject`` names them for this town; ``id_token`` is shown again to leave."""

    subject: str
    given_names: tuple[str, ...]
    family_names: tuple[str, ...]
    id_token: str


class FranceConnect:
    """``issuer`` describes itself under ``/.well-known/openid-configuration``; it is read at each login."""

    def __init__(self, issuer: str, *, client_id: str, secret: str, return_to: str, leave_to: str) -> None:
        self._issuer, self._id, self._secret = issuer.rstrip("/"), client_id, secret
        self._return_to, self._leave_to = return_to, leave_to

    def begin(self) -> tuple[str, Attempt]:
        """The address to send the person to, and what to remember. Raises LoginRefused."""
        about = self._description()
        attempt = Attempt(generate_token(48), generate_token(48), generate_token(64))
        url = prepare_grant_uri(
            about["authorization_endpoint"],
            client_id=self._id,
            response_type="code",
            redirect_uri=self._return_to,
            scope=SCOPES,
            state=attempt.state,
            nonce=attempt.nonce,
            acr_values="eidas1",
            code_challenge=create_s256_code_challenge(attempt.verifier),
            code_challenge_method="S256",
        )
        return url, attempt

    def finish(self, answer: Mapping[str, str], attempt: Attempt | None, *, now: int) -> Person:
        """From what came back in the address. ``now``: seconds since 1970. Raises LoginRefused."""
        if attempt is None or not hmac.compare_digest(answer.get("state", ""), attempt.state):
            raise LoginRefused(LoginRefusal.NOT_ASKED, "state")
        if "error" in answer or not answer.get("code"):
            is_theirs = answer.get("error") == "access_denied"
            raise LoginRefused(LoginRefusal.CANCELLED if is_theirs else LoginRefusal.AWAY, "error")
        if answer.get("iss", self._issuer) != self._issuer:
            raise LoginRefused(LoginRefusal.NOT_TRUSTED, "issuer of the answer")
        about = self._description()
        try:
            return self._exchange(about, answer["code"], attempt, now)
        except httpx.HTTPError as error:
            raise LoginRefused(LoginRefusal.AWAY, type(error).__name__) from error

    def goodbye(self, id_token: str) -> str:
        """Where to leave FranceConnect too; "" when it does not say how. Raises LoginRefused."""
        end = self._description().get("end_session_endpoint", "")
        if not end:
            return ""
        told = {"id_token_hint": id_token, "post_logout_redirect_uri": self._leave_to, "state": generate_token(24)}
        return f"{end}?{urlencode(told)}"

    def _exchange(self, about: Mapping[str, Any], code: str, attempt: Attempt, now: int) -> Person:
        with aside(), httpx.Client(timeout=_PATIENCE) as session:
            given = _tokens(session.post(about["token_endpoint"], data=self._proof(code, attempt)))
            keys = _json(session.get(about["jwks_uri"]))
            id_token, access_token = str(given.get("id_token", "")), str(given.get("access_token", ""))
            claims = believed(
                id_token,
                keys,
                issuer=self._issuer,
                audience=self._id,
                nonce=attempt.nonce,
                access_token=access_token,
                now=now,
            )
            bearer = {"Authorization": f"Bearer {access_token}"}
            told = self._person(session.get(about["userinfo_endpoint"], headers=bearer), keys)
        if told.get("sub") != claims["sub"]:
            raise LoginRefused(LoginRefusal.NOT_TRUSTED, "subject of the person")
        given_names = str(told.get("given_name") or "").replace(",", " ").split()
        family = (str(told.get("preferred_username") or ""), str(told.get("family_name") or ""))
        return Person(claims["sub"], tuple(given_names), tuple(name for name in family if name), id_token)

    def _person(self, response: httpx.Response, keys: Mapping[str, Any]) -> Mapping[str, Any]:
        """FranceConnect signs it; a provider that does not is heard over its own connection only."""
        if response.status_code == 200 and response.headers.get("content-type", "").startswith("application/jwt"):
            return signed_claims(response.text, keys, issuer=self._issuer, audience=self._id)
        return _json(response)

    def _proof(self, code: str, attempt: Attempt) -> dict[str, str]:
        return {
            "grant_type": "authorization_code",
            "code": code,
            "code_verifier": attempt.verifier,
            "redirect_uri": self._return_to,
            "client_id": self._id,
            "client_secret": self._secret,
        }

    def _description(self) -> Mapping[str, Any]:
        try:
            with aside(), httpx.Client(timeout=_PATIENCE) as client:
                about = _json(client.get(f"{self._issuer}/.well-known/openid-configuration"))
        except httpx.HTTPError as error:
            raise LoginRefused(LoginRefusal.AWAY, type(error).__name__) from error
        if about.get("issuer") != self._issuer or not all(_is_safe(about.get(name)) for name in _ENDPOINTS):
            raise LoginRefused(LoginRefusal.NOT_TRUSTED, "description")
        return about


def _is_safe(url: Any) -> bool:
    parts = urlsplit(str(url or ""))
    return parts.scheme == "https" or parts.hostname in _LOOPBACK


def _tokens(response: httpx.Response) -> Mapping[str, Any]:
    """A code that is refused was used before, is too old, or was never ours."""
    if response.status_code in (400, 401):
        raise LoginRefused(LoginRefusal.NOT_TRUSTED, "code")
    return _json(response)


def _json(response: httpx.Response) -> Mapping[str, Any]:
    if response.status_code != 200:
        raise LoginRefused(LoginRefusal.AWAY, str(response.status_code))
    try:
        told = response.json()
    except ValueError as error:
        raise LoginRefused(LoginRefusal.AWAY, "not JSON") from error
    if not isinstance(told, dict):
        raise LoginRefused(LoginRefusal.AWAY, "not an object")
    return told
