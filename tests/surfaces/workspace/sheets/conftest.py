from __future__ import annotations

import pytest

from tests.cast import make_person
from tests.cast.sheets import the_co_owner, the_owner


@pytest.fixture
def owner(log_in):
    """The client of Awa Diarra, who contributes for the sports department."""
    return log_in("contributor", organisation=the_owner())


@pytest.fixture
def as_co_owner(client, db):
    """``as_co_owner()`` logs in Claire Aubin, who contributes for the nursery school."""

    def log_in():
        person = make_person("contributor", name="Claire Aubin", organisation=the_co_owner())
        client.force_login(person)
        return client

    return log_in
