from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from tests.cast import make_person


@pytest.fixture
def hand(db, now):
    return Hand(make_person("coordinator"), now)
