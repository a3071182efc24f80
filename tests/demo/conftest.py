"""The fictional town is loaded once for all the tests that only look at it; what a test changes is undone after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection, transaction

from preau.demo.loading import load_demo
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
