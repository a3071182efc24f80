"""The rich town is published once for all the tests that read it; what a test changes is undone after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from tests.conftest import NOW

from .town import Published, publish


@pytest.fixture(scope="package")
def _published(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Published]:
    folder = override_settings(FACTS=tmp_path_factory.mktemp("facts"))
    with django_db_blocker.unblock(), folder, time_machine.travel(NOW, tick=False), transaction.atomic():
        yield publish(NOW)
        transaction.set_rollback(True)


@pytest.fixture
def everything(_published: Published, db: None) -> Published:
    """Each test stands in a savepoint of its own."""
    return _published
