from __future__ import annotations

import pytest

from preau.connectors.api_particulier import ApiParticulier
from preau.people.households.lookup import CivilIdentity

from .fake_server import SIRET, TOKEN, fake_api_particulier, of_our_own, recorded

BY_IDENTITY = "api_particulier_v3_cnav_quotient_familial_with_civility"
BY_LOGIN = "api_particulier_v3_cnav_quotient_familial_with_france_connect"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def fake():
    with fake_api_particulier(of_our_own()) as server:
        yield server


@pytest.fixture
def waits():
    """How long the client waited before asking again, in seconds."""
    return []


@pytest.fixture
def client(fake, waits):
    return ApiParticulier(fake.url, token=TOKEN, recipient=SIRET, pause=waits.append)


@pytest.fixture
def salome():
    return CivilIdentity("KERBRAT", ("SALOME",), "F", 1988, 5, 2, commune="99998")


@pytest.fixture(scope="session")
def answers(shared):
    return {folder: recorded(shared / "data/api-particulier" / folder) for folder in (BY_IDENTITY, BY_LOGIN)}
