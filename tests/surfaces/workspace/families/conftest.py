from __future__ import annotations

import pytest

from tests.cast import PASSWORD, make_person
from tests.cast.families import make_paper_family, make_two_homes


@pytest.fixture
def agent(db):
    return make_person("family_agent")


@pytest.fixture
def desk(client, agent):
    """The counter, with its agent logged in."""
    client.login(email=agent.email, password=PASSWORD)
    client.force_login(agent, backend="preau.people.accounts.backends.AccountBackend")
    return client


@pytest.fixture
def family(db):
    return make_two_homes()


@pytest.fixture
def paper_family(db):
    return make_paper_family()


@pytest.fixture
def open_file(desk):
    """The file of an adult, opened with its reason; gives its address."""

    def opening(adult, reason="counter"):
        address = f"/atelier/familles/{adult.key}/"
        assert desk.post(f"{address}ouverture/", {"reason": reason})["Location"] == address
        return address

    return opening


@pytest.fixture
def help_them(desk, open_file):
    """The agent acts for an adult; gives the address of the file."""

    def helping(adult, **fields):
        address = open_file(adult)
        told = {
            "channel": "counter",
            "identity": "card",
            "scopes": ["family_file", "register", "campaign"],
            "until_on": "2026-11-24",
        }
        answer = desk.post(f"{address}aide/", told | fields)
        assert answer.status_code == 302, answer.content.decode()[-4000:]
        return address

    return helping
