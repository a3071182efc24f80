from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from preau.people.accounts.hand import Hand
from tests.cast.people import make_commune, make_person

from .kinds import Files


@pytest.fixture
def files(db: None, tmp_path: Path, now: datetime) -> Files:
    return Files(tmp_path, make_commune(), Hand(make_person("agent"), now))
