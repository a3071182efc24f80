"""A TEST PROVIDER of OpenID Connect on loopback. It plays the part of FranceConnect, honestly or not.

It really checks the client, the code (once), the address of return and the proof of the code; ``lies`` says in what it
misbehaves for one test. It knows one fictional person.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

from tests.connectors.loopback import Sent, loopback

CLIENT, SECRET = "town-of-tests", "a-secret-of-tests"
_KEY, _STRANGER = ECKey.generate_key("P-256", {"kid": "tests"}), ECKey.generate_key("P-256", {"kid": "tests"})


@dataclass
class Provider:
    url: str = ""
    lies: set = field(default_factory=set)
    person: dict = field(
        default_factory=lambda: {
            "sub": "abc-123",
            "given_name": "Salomé Anne",
            "family_name": "Le Goff",
            "preferred_username": "Kerbrat",
        }
    )
    codes: dict = field(default_factory=dict)
    tokens: set = field(default_factory=set)
    left: list = field(default_factory=list)
    asked: dict = field(default_factory=dict)

    # What each endpoint answers: (status, headers, body).

    def describe(self) -> dict:
        return {
            "issuer": "https://elsewhere.example" if "issuer of the description" in self.lies else self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": "http://clear.example/token" if "endpoint in clear" in self.lies else f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/jwks",
            "end_session_endpoint": f"{self.url}/end",
        }

    def authorize(self, asked: dict) -> tuple[int, dict, bytes]:
        self.asked = asked
        assert (
            asked["response_type"] == "code"
            and asked["code_challenge_method"] == "S256"
            and asked["client_id"] == CLIENT
        )
        back = {"state": "forged" if "state" in self.lies else asked["state"]}
        if "cancelled" in self.lies:
            back |= {"error": "access_denied"}
        else:
            code = secrets.token_urlsafe(16)
            self.codes[code] = asked
            back |= {"code": code}
        return 302, {"Location": f"{asked['redirect_uri']}?{urlencode(back)}"}, b""

    def token(self, sent: dict) -> tuple[int, dict, bytes]:
        asked = self.codes.pop(sent.get("code", ""), None)  # a code serves once
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest()).rstrip(
            b"="
        )
        is_right = (
            asked is not None
            and (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
            and sent.get("redirect_uri") == asked["redirect_uri"]
            and challenge.decode() == asked["code_challenge"]
        )
        if not is_right:
            return 400, {}, json.dumps({"error": "invalid_grant"}).encode()
        access = secrets.token_urlsafe(16)
        self.tokens.add(access)
        given = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": 60,
            "id_token": self.id_token(asked["nonce"]),
        }
        return 200, {"Content-Type": "application/json"}, json.dumps(given).encode()

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": "https://elsewhere.example" if "issuer" in self.lies else self.url,
            "aud": "another-town" if "audience" in self.lies else CLIENT,
            "sub": self.person["sub"],
            "nonce": "another" if "nonce" in self.lies else nonce,
            "iat": now,
            "exp": now - 3600 if "expired" in self.lies else now + 60,
        }
        if "no nonce" in self.lies:
            del claims["nonce"]
        if "unsigned" in self.lies:
            parts = (json.dumps(each).encode() for each in ({"alg": "none", "typ": "JWT"}, claims))
            return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."
        if "shared secret" in self.lies:
            return jwt.encode({"alg": "HS256", "kid": "tests"}, claims, OctKey.import_key(SECRET * 2))
        return jwt.encode({"alg": "ES256", "kid": "tests"}, claims, _STRANGER if "key" in self.lies else _KEY)

    def userinfo(self, authorization: str) -> tuple[int, dict, bytes]:
        if authorization.removeprefix("Bearer ") not in self.tokens:
            return 401, {}, b"{}"
        told = dict(self.person)
        if "subject" in self.lies:
            told["sub"] = "somebody-else"
        if "plain person" in self.lies:
            return 200, {"Content-Type": "application/json"}, json.dumps(told).encode()
        told |= {"iss": self.url, "aud": "another-town" if "audience of the person" in self.lies else CLIENT}
        key = _STRANGER if "key of the person" in self.lies else _KEY
        return (
            200,
            {"Content-Type": "application/jwt"},
            jwt.encode({"alg": "ES256", "kid": "tests"}, told, key).encode(),
        )


@contextmanager
def local_provider() -> Iterator[Provider]:
    provider = Provider()

    def answer(request: BaseHTTPRequestHandler, body: bytes) -> Sent:
        if request.command == "POST":
            return provider.token(dict(parse_qsl(body.decode())))
        url = urlsplit(request.path)
        asked = dict(parse_qsl(url.query))
        match url.path:
            case "/.well-known/openid-configuration":
                return 200, {"Content-Type": "application/json"}, json.dumps(provider.describe()).encode()
            case "/authorize":
                return provider.authorize(asked)
            case "/jwks":
                keys = {"keys": [_KEY.as_dict(private=False)]}
                return 200, {"Content-Type": "application/json"}, json.dumps(keys).encode()
            case "/userinfo":
                return provider.userinfo(request.headers.get("Authorization", ""))
            case "/end":
                provider.left.append(asked)
                return 302, {"Location": asked["post_logout_redirect_uri"]}, b""
        return 404, {}, b""

    with loopback(answer) as provider.url:
        yield provider
