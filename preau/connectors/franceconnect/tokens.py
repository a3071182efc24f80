"""Whether a signed answer can be believed: signature, issuer, audience, term, nonce. Time is an argument."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import KeySet

from .errors import LoginRefusal, LoginRefused

ALGORITHMS = ("RS256", "ES256")
"""Signed with a key that only FranceConnect has: an answer without a signature is refused with the others."""
_LEEWAY = 30  # seconds between two clocks


def believed(
    token: str, keys: Mapping[str, Any], *, issuer: str, audience: str, nonce: str, access_token: str, now: int
) -> Mapping[str, Any]:
    """The claims of an identity token. Raises LoginRefused."""
    read = _signed(token, keys)
    options = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": audience}}
    params = {"nonce": nonce, "client_id": audience, "access_token": access_token}
    claims = CodeIDToken(read.claims, read.header, options, params)
    try:
        claims.validate(now=now, leeway=_LEEWAY)
    except ExpiredTokenError as error:
        raise LoginRefused(LoginRefusal.TOO_LATE, str(error)) from error
    except (JoseError, ValueError, TypeError) as error:
        raise LoginRefused(LoginRefusal.NOT_TRUSTED, str(error)) from error
    if not nonce or claims.get("nonce") != nonce or not isinstance(claims.get("sub"), str) or not claims["sub"]:
        raise LoginRefused(LoginRefusal.NOT_TRUSTED, "nonce or subject")
    return dict(claims)


def signed_claims(token: str, keys: Mapping[str, Any], *, issuer: str, audience: str) -> Mapping[str, Any]:
    """The claims of a signed description of the person. Raises LoginRefused."""
    claims = _signed(token, keys).claims
    named = claims.get("aud")
    if claims.get("iss") != issuer or audience not in (named if isinstance(named, list) else [named]):
        raise LoginRefused(LoginRefusal.NOT_TRUSTED, "issuer or audience of the person")
    return claims


def _signed(token: str, keys: Mapping[str, Any]) -> jwt.Token:
    try:
        return jwt.decode(token, KeySet.import_key_set(keys), algorithms=list(ALGORITHMS))  # type: ignore[arg-type]
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise LoginRefused(LoginRefusal.NOT_TRUSTED, type(error).__name__) from error
