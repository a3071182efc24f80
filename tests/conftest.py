from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import translation
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from preau.foundation.text.translations import compile_translations
from tests.journeys.arguments import program
from tests.post_office import post_office  # noqa: F401  a real mail server, for whoever asks

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")  # no test depends on how busy the machine is

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""The instant at which every test happens: a Tuesday morning of the school year 2026-2027."""

_NEEDS = {
    "browser": (program, "Chromium is not installed"),
    "office": (lambda: shutil.which("soffice"), "LibreOffice is not installed"),
}


def pytest_configure(config: pytest.Config) -> None:
    """Languages are compiled once, before the workers start.

    Tests read French with the blanks of a keyboard, as they are written; where a line may not break is tested apart.
    """
    if not hasattr(config, "workerinput"):
        here = Path(__file__).resolve().parent
        compile_translations(here.parent / "locale")
        compile_translations(here.parent / "locale", here / "locale", polished=str)


_TOWNS = ("tests/demo/", "tests/observatory/published/")


class _TownOnce(LoadScopeScheduling):
    """One worker loads a whole town, and goes through all that looks at it; the other tests go one by one.

    Told by folder: xdist 3.8 writes its groups where pytest 9.2 no longer reads them.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in _TOWNS if nodeid.startswith(folder)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return _TownOnce(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A missing program is a skip that says why; where CI requires all of them, it is a failure."""
    if os.environ.get("PREAU_TEST_ENGINE"):
        without = [item for item in items if not _asks_a_database(item)]
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if _asks_a_database(item)]
    if os.environ.get("PREAU_REQUIRE_ALL"):
        return
    for marker, (present, reason) in _NEEDS.items():
        if not present():
            for item in items:
                if item.get_closest_marker(marker):
                    item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish(session: pytest.Session) -> None:
    """The program and eight thousand tests stay to the end: nobody need look again whether they are still needed."""
    gc.collect()
    gc.freeze()


def _asks_a_database(item: pytest.Item) -> bool:
    """What asks none says the same on any engine: once is enough."""
    names = set(getattr(item, "fixturenames", ()))
    asked = item.get_closest_marker("django_db") or item.get_closest_marker("migrations")
    return bool(asked or names & {"db", "transactional_db"})


@pytest.fixture(scope="session", autouse=True)
def nothing_said_after_emptying() -> Iterator[None]:
    """What a test with real transactions wrote is taken away after it; Django would then list 200 models and 800
    rights again, which nothing here reads: that took twenty times longer than emptying the tables.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.management.commands.flush.emit_post_migrate_signal", lambda *told, **how: None)
        yield


@pytest.fixture(autouse=True)
def frozen_time(request: pytest.FixtureRequest) -> Iterator[None]:
    """Time stands still, but for the tests that talk to a real program with a clock of its own."""
    if request.node.get_closest_marker("browser") or request.node.get_closest_marker("office"):
        yield
        return
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def no_index_kept() -> Iterator[None]:
    """A catalogue lives as long as its test: the next one counts its changes from 1 again."""
    from preau.offer.finding.catalogue import forget

    yield
    forget()


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """A page read in English leaves its language to nobody."""
    with translation.override("fr"):
        yield


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the folder of real documents (../shared) is not beside the project")
    return SHARED
