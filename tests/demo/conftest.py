"""The fictional town is loaded once for all the tests that only look at it; what a test changes is undone after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection, transaction
from django.test import override_settings

from preau.demo.loading import load_demo
from preau.observatory.facts.reading import FactsInUse
from tests.cast.facts import facts_of
from tests.conftest import NOW


@pytest.fixture(scope="package")
def _loaded(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        load_demo()
        connection.check_constraints()  # once: what is left to check here would be checked again after each test
        yield
        transaction.set_rollback(True)


@pytest.fixture
def clairval(_loaded: None, db: None) -> None:
    """The town, loaded. Each test stands in a savepoint of its own."""


@pytest.fixture(scope="package")
def _told(
    _loaded: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> FactsInUse:
    """Taken once too; the base forgets that they were, and nobody else finds their folder."""
    folder = tmp_path_factory.mktemp("facts")
    with django_db_blocker.unblock(), override_settings(FACTS=folder), transaction.atomic():
        told = facts_of(NOW)
        transaction.set_rollback(True)
    return told


@pytest.fixture
def facts(clairval: None, _told: FactsInUse) -> FactsInUse:
    """What the facts say of the town as it was loaded."""
    return _told
