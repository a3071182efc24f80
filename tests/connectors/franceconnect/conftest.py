from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from preau.connectors.franceconnect import FranceConnect

from .local_provider import CLIENT, SECRET, local_provider

RETURN, LEAVE = "http://testserver/compte/franceconnect/retour/", "http://testserver/"


@pytest.fixture
def provider(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with local_provider() as running:
        yield running


@pytest.fixture
def client_of(provider):
    return FranceConnect(provider.url, client_id=CLIENT, secret=SECRET, return_to=RETURN, leave_to=LEAVE)


@pytest.fixture
def browse():
    """Goes where it is sent, as a browser would, and gives back what the address of return says."""

    def going(url: str) -> dict[str, str]:
        sent_back = httpx.get(url).headers["Location"]
        assert sent_back.startswith(RETURN)
        return dict(parse_qsl(urlsplit(sent_back).query))

    return going
